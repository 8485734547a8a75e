/**
 * One CPU that threads share fairly, in virtual time: what Python's GIL, which changes hands every 5 ms, comes to (docs/decisions/0008).
 *
 * Keeps true: n threads that compute at once each get 1/n of the CPU, waiting costs none of it, and the moments of waits that nothing delayed are exact
 * sums. It knows no world: acts are performed by whoever lets the time pass.
 */

/** A stretch of a thread's life. Waits are told from the thread's own clock; acts take no time. */
export type Phase =
  | { readonly kind: 'wait'; readonly from: number; readonly to: number }
  | { readonly kind: 'work'; readonly seconds: number }
  | { readonly kind: 'act'; readonly act: () => void; readonly wakes: boolean };

/** What a thread does, phase by phase, and how far it has come. */
export class Script {
  /** Called when others have made its end another one. */
  moved: ((end: number) => void) | undefined = undefined;
  #phases: Phase[] = [];
  #at = 0;
  /** When the present phase began. */
  #since = 0;
  /** CPU seconds left of the present phase, if it is work. */
  #left = 0;

  add(phase: Phase): void {
    this.#phases.push(phase);
    if (this.#at === this.#phases.length - 1) this.#begin(this.#since);
  }

  /** Begins, or begins what was added since it came to its end. */
  begin(now: number): void {
    this.#begin(now);
  }

  get done(): boolean {
    return this.#at >= this.#phases.length;
  }

  get empty(): boolean {
    return this.#phases.length === 0;
  }

  /** Acts among its phases. */
  get acts(): number {
    return this.#phases.reduce((n, phase) => (phase.kind === 'act' ? n + 1 : n), 0);
  }

  /** True while it computes. */
  get works(): boolean {
    return this.#phases[this.#at]?.kind === 'work';
  }

  /** True when it will compute. */
  get willWork(): boolean {
    return this.#rest((phase) => phase.kind === 'work');
  }

  /** True when it will do something that wakes a loop. */
  get willWake(): boolean {
    return this.#rest((phase) => phase.kind === 'act' && phase.wakes);
  }

  #rest(is: (phase: Phase) => boolean): boolean {
    for (let i = this.#at; i < this.#phases.length; i += 1) {
      const phase = this.#phases[i];
      if (phase !== undefined && is(phase)) return true;
    }
    return false;
  }

  /** When the present phase ends if nothing changes; `load` threads compute. */
  end(now: number, load: number): number {
    const phase = this.#phases[this.#at];
    if (phase === undefined) return Infinity;
    if (phase.kind === 'work') return now + this.#left * load;
    if (phase.kind === 'act') return now;
    return this.#since === phase.from ? phase.to : this.#since + (phase.to - phase.from);
  }

  /** Has `seconds` of CPU time. */
  compute(seconds: number): void {
    if (this.works) this.#left -= seconds;
  }

  /** Leaves the present phase, and performs the acts that follow. */
  next(now: number, perform: (phase: Phase & { kind: 'act' }) => void): void {
    if (this.#phases[this.#at]?.kind !== 'act') this.#at += 1;
    for (let phase = this.#phases[this.#at]; phase?.kind === 'act'; phase = this.#phases[this.#at]) {
      this.#at += 1;
      perform(phase);
    }
    this.#begin(now);
  }

  copy(): Script {
    const copy = new Script();
    copy.#phases = this.#phases;
    copy.#at = this.#at;
    copy.#since = this.#since;
    copy.#left = this.#left;
    return copy;
  }

  #begin(now: number): void {
    const phase = this.#phases[this.#at];
    this.#since = now;
    this.#left = phase?.kind === 'work' ? phase.seconds : 0;
  }
}

/** Ends that are this near, in seconds, are one moment: shares are fractions, and fractions round. */
const SAME_MOMENT = 1e-12;

type Perform = (phase: Phase & { kind: 'act' }, script: Script) => void;

function nothing(): void {
  // Looking ahead performs nothing.
}

export class Processor {
  clock = 0;
  #scripts: Script[] = [];

  get idle(): boolean {
    return this.#scripts.length === 0;
  }

  /** True when somebody else's end may move when somebody computes. */
  get willWork(): boolean {
    return this.#scripts.some((script) => script.willWork);
  }

  get willWake(): boolean {
    return this.#scripts.some((script) => script.willWake);
  }

  /** Has `script` go on from `now`. */
  add(script: Script, now: number): void {
    if (this.idle) this.clock = now;
    script.begin(this.clock);
    this.#scripts.push(script);
  }

  /** When the next phase of anybody ends; Infinity when all are done. */
  next(): number {
    const load = this.#load();
    let next = Infinity;
    for (const script of this.#scripts) next = Math.min(next, script.end(this.clock, load));
    return next;
  }

  /** Lets everybody go on until `to`. */
  pass(to: number, perform: Perform): void {
    for (let next = this.next(); next <= to; next = this.next()) this.#step(next, perform);
    this.#goOn(to);
  }

  /** When a new script would be done as far as is known now. */
  endOf(script: Script): number {
    const { processor } = this.#ahead();
    const copy = script.copy();
    processor.add(copy, this.clock);
    while (!copy.done) processor.#step(processor.next(), nothing);
    return processor.clock;
  }

  /** When all scripts will be done, as far as is known now. */
  ends(): Map<Script, number> {
    const { processor, copies } = this.#ahead();
    const ends = new Map<Script, number>();
    while (ends.size < copies.size) {
      const next = processor.next();
      if (next === Infinity) break;
      processor.#step(next, nothing);
      for (const [script, copy] of copies) if (copy.done && !ends.has(script)) ends.set(script, processor.clock);
    }
    return ends;
  }

  /** When the next act that wakes a loop will come; Infinity when none will. */
  nextWake(): number {
    if (!this.willWake) return Infinity;
    const { processor } = this.#ahead();
    const found = { at: Infinity };
    while (found.at === Infinity) {
      const next = processor.next();
      if (next === Infinity) break;
      processor.#step(next, (phase) => {
        if (phase.wakes) found.at = Math.min(found.at, processor.clock);
      });
    }
    return found.at;
  }

  #ahead(): { readonly processor: Processor; readonly copies: Map<Script, Script> } {
    const processor = new Processor();
    const copies = new Map(this.#scripts.map((script) => [script, script.copy()]));
    processor.clock = this.clock;
    processor.#scripts = [...copies.values()];
    return { processor, copies };
  }

  #load(): number {
    let load = 0;
    for (const script of this.#scripts) if (script.works) load += 1;
    return Math.max(load, 1);
  }

  #goOn(to: number): void {
    const share = (to - this.clock) / this.#load();
    for (const script of this.#scripts) script.compute(share);
    this.clock = to;
  }

  #step(next: number, perform: Perform): void {
    const load = this.#load();
    const ending = this.#scripts.filter((script) => script.end(this.clock, load) <= next + SAME_MOMENT);
    this.#goOn(next);
    for (const script of ending) {
      script.next(next, (phase) => {
        perform(phase, script);
      });
    }
    this.#scripts = this.#scripts.filter((script) => !script.done);
  }
}
