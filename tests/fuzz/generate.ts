/**
 * Writes random concurrent programs: from one seed always the same one.
 *
 * Delays are small multiples of a half, so that timers meet at the same moment often; shared names are few, so that tasks get in each other's way.
 */
import type { AsyncMethod, Block, Caught, ErrorName, Method, Operand, Program, SharedObject, Statement } from './ast.ts';
import { Chance } from './random.ts';

/** What a program may use; the core (tasks, futures, gather, cancel, callbacks, context) is always on. */
export const FEATURES = [
  'generators',
  'wait',
  'waitFor',
  'shield',
  'timeout',
  'asCompleted',
  'groups',
  'eager',
  'queues',
  'locks',
  'events',
  'conditions',
  'semaphores',
  'barriers',
  'interrupts',
] as const;
export type Feature = (typeof FEATURES)[number];

/** Where a statement stands. */
interface Place {
  /** The function's number; generators stand above all functions. */
  readonly level: number;
  readonly depth: number;
  /** False in a callback, which cannot await. */
  readonly awaits: boolean;
  readonly generator: boolean;
  /** Inside of `async with`, whose body is a function of its own in TypeScript: no `return`. */
  readonly within: boolean;
}

type Form<K extends Statement['kind']> = Omit<Extract<Statement, { kind: K }>, 'id' | 'kind'>;

const DELAYS = [0, 0, 0, 0.5, 0.5, 1, 1, 1, 1.5, 2, 2, 3] as const;
const TIMEOUTS = [null, 0, -1, 0.5, 0.5, 1, 1, 1, 1.5, 2] as const;
const ERRORS: readonly ErrorName[] = ['ValueError', 'ValueError', 'RuntimeError', 'Boom', 'CancelledError', 'TimeoutError'];
/** Kinds of statements that often end their function by an error. */
const RISKY: ReadonlySet<Statement['kind']> = new Set([
  ...([
    'await',
    'setResult',
    'setException',
    'ask',
    'method',
    'wait',
    'asCompleted',
    'timeout',
    'group',
    'with',
    'drive',
    'iterate',
  ] as const),
  ...(['reschedule', 'groupCreate', 'raise'] as const),
]);
const PURE = ['u0', 'u1', 'u2'] as const;

/** The program of a seed. @param features what it may use beside the core */
export function generate(seed: number, features: readonly Feature[] = FEATURES): Program {
  return new Generator(new Chance(seed), features).program();
}

class Generator {
  readonly #chance: Chance;
  readonly #on: ReadonlySet<Feature>;
  #ids = 0;
  #levels = 1;
  #generators = 0;
  #objects: SharedObject[] = [];
  /** Statements that may still be written. */
  #room = 0;

  constructor(chance: Chance, features: readonly Feature[]) {
    this.#chance = chance;
    // Few features together meet each other more often than all of them do.
    this.#on = new Set(features.filter(() => chance.likely(45)));
  }

  program(): Program {
    const chance = this.#chance;
    this.#levels = 2 + chance.below(3);
    this.#generators = this.#on.has('generators') ? 1 + chance.below(2) : 0;
    this.#objects = this.#shared();
    const functions: Block[] = [];
    for (let level = 0; level < this.#levels; level += 1) {
      this.#room = level === 0 ? 16 : 12;
      const place: Place = { level, depth: 0, awaits: true, generator: false, within: false };
      const begin = level === 0 ? chance.some(1, 3, () => this.#make('create', this.#creation(0))) : [];
      functions.push([...begin, ...this.#block(place, level === 0 ? 3 : 1, level === 0 ? 7 : 5)]);
    }
    const generators = Array.from({ length: this.#generators }, () => {
      this.#room = 9;
      return this.#block({ level: this.#levels, depth: 0, awaits: true, generator: true, within: false }, 2, 5);
    });
    const slots = [...PURE, ...Array.from({ length: this.#levels }, (_, level) => [`t${level}a`, `t${level}b`]).flat()];
    return { functions, generators, objects: this.#objects, slots, eager: this.#on.has('eager') && chance.likely(30) };
  }

  #shared(): SharedObject[] {
    const { likely, pick } = bound(this.#chance);
    const size = (): number | null => (likely(50) ? null : pick([1, 1, 2]));
    const all: SharedObject[] = [];
    if (this.#on.has('queues'))
      all.push({ name: 'q0', type: pick(['Queue', 'Queue', 'LifoQueue', 'PriorityQueue']), size: size() });
    if (this.#on.has('queues') && likely(30))
      all.push({ name: 'q1', type: pick(['Queue', 'LifoQueue', 'PriorityQueue']), size: size() });
    if (this.#on.has('locks')) all.push({ name: 'l0', type: 'Lock', size: null });
    if (this.#on.has('events')) all.push({ name: 'e0', type: 'Event', size: null });
    if (this.#on.has('conditions')) all.push({ name: 'c0', type: 'Condition', size: null });
    if (this.#on.has('semaphores'))
      all.push({ name: 's0', type: pick(['Semaphore', 'BoundedSemaphore']), size: pick([0, 1, 1, 2]) });
    if (this.#on.has('barriers')) all.push({ name: 'b0', type: 'Barrier', size: pick([1, 2, 2, 3]) });
    return all;
  }

  #block(place: Place, from: number, to: number): Statement[] {
    return this.#chance.some(from, to, () => 0).flatMap(() => (this.#room > 0 ? [this.#statement(place)] : []));
  }

  #inner(place: Place, from = 1, to = 3): Statement[] {
    return this.#block({ ...place, depth: place.depth + 1 }, from, to);
  }

  #make<K extends Statement['kind']>(kind: K, rest: Form<K>): Statement {
    this.#ids += 1;
    this.#room -= 1;
    return { id: this.#ids, kind, ...rest } as unknown as Statement;
  }

  /** A slot whose future a function of `level` may await. */
  #awaitable(level: number): string {
    const above = Array.from({ length: this.#levels - 1 - level }, (_, i) => level + 1 + i).flatMap((each) => [
      `t${each}a`,
      `t${each}b`,
    ]);
    return this.#chance.likely(20) || above.length === 0 ? this.#chance.pick(PURE) : this.#chance.pick(above);
  }

  #slot(): string {
    const { pick, likely, below } = bound(this.#chance);
    return likely(25) ? pick(PURE) : `t${1 + below(this.#levels - 1)}${pick(['a', 'b'])}`;
  }

  #fn(level: number): number | undefined {
    const above = this.#levels - 1 - level;
    return above <= 0 ? undefined : level + 1 + this.#chance.below(above);
  }

  #creation(level: number): Form<'create'> {
    const fn = this.#fn(level) ?? level;
    const { pick, likely } = bound(this.#chance);
    return {
      fn,
      slot: `t${fn}${pick(['a', 'b'])}`,
      ...(likely(15) ? { name: pick(['red', 'blue']) } : {}),
      ...(this.#on.has('eager') && likely(30) ? { eager: true } : {}),
    };
  }

  #operand(level: number, depth = 0): Operand {
    const { likely, pick, below } = bound(this.#chance);
    const fn = this.#fn(level);
    const method = this.#objects.length > 0 && likely(35) ? this.#asyncMethod() : undefined;
    if (method !== undefined) return method;
    const choices: (() => Operand)[] = [
      () => ({ kind: 'slot', slot: this.#awaitable(level) }),
      () => ({ kind: 'slot', slot: this.#awaitable(level) }),
      () => ({ kind: 'sleep', delay: pick(DELAYS), ...(likely(30) ? { value: `slept ${below(9)}` } : {}) }),
      () => (fn === undefined ? { kind: 'sleep', delay: pick(DELAYS) } : { kind: 'call', fn }),
    ];
    if (depth < 2) {
      choices.push(() => ({
        kind: 'gather',
        of: this.#chance.some(likely(10) ? 0 : 1, 3, () => this.#operand(level, depth + 1)),
        returnExceptions: likely(40),
      }));
      if (this.#on.has('shield')) choices.push(() => ({ kind: 'shield', of: this.#operand(level, depth + 1) }));
      if (this.#on.has('waitFor'))
        choices.push(() => ({ kind: 'waitFor', of: this.#operand(level, depth + 1), timeout: pick(TIMEOUTS) }));
    }
    return pick(choices)();
  }

  #asyncMethod(): Operand {
    const { pick, below } = bound(this.#chance);
    const on = pick(this.#objects);
    const methods: Record<SharedObject['type'], readonly AsyncMethod[]> = {
      Queue: ['get', 'get', 'put', 'put', 'join'],
      LifoQueue: ['get', 'put', 'put', 'join'],
      PriorityQueue: ['get', 'put', 'put', 'join'],
      Lock: ['acquire'],
      Event: ['wait'],
      Condition: ['wait', 'acquire'],
      Semaphore: ['acquire'],
      BoundedSemaphore: ['acquire'],
      Barrier: ['wait', 'wait', 'wait', 'wait', 'reset', 'abort'],
    };
    const method = pick(methods[on.type]);
    if (on.type === 'Condition' && this.#chance.likely(30)) return { kind: 'waitUntil', on: on.name, slot: this.#slot() };
    return { kind: 'method', on: on.name, method, args: method === 'put' ? [below(5)] : [] };
  }

  #method(): Statement | undefined {
    const { pick, below, likely } = bound(this.#chance);
    const on = pick(this.#objects);
    const queue: readonly Method[] = [
      'get_nowait',
      'put_nowait',
      'put_nowait',
      'task_done',
      'task_done',
      'qsize',
      'empty',
      'full',
      'shutdown',
    ];
    const methods: Record<SharedObject['type'], readonly Method[]> = {
      Queue: queue,
      LifoQueue: queue,
      PriorityQueue: queue,
      Lock: ['release', 'release', 'locked'],
      Event: ['set', 'set', 'clear', 'is_set'],
      Condition: ['notify', 'notify', 'notify_all', 'release', 'locked'],
      Semaphore: ['release', 'release', 'locked'],
      BoundedSemaphore: ['release', 'release', 'locked'],
      Barrier: [],
    };
    if (methods[on.type].length === 0) return undefined;
    const method = pick(methods[on.type]);
    const args =
      method === 'put_nowait'
        ? [below(5)]
        : method === 'shutdown' && likely(40)
          ? [1]
          : method === 'notify' && likely(40)
            ? [2]
            : [];
    return this.#make('method', { on: on.name, method, args });
  }

  #statement(place: Place): Statement {
    const made = (place.awaits && this.#chance.likely(50) ? this.#waiting(place) : this.#plain(place)) ?? this.#make('say', {});
    const percent = place.level === 0 ? 75 : 45;
    return RISKY.has(made.kind) && place.depth < 3 && this.#chance.likely(percent) ? this.#guarded(made, place) : made;
  }

  /** The statement in a `try` that keeps most errors from ending the function. */
  #guarded(body: Statement, place: Place): Statement {
    const caught = this.#chance.pick<Caught>(['Exception', 'All', 'All']);
    const handler = this.#chance.likely(15) ? this.#inner(place, 1, 1) : [];
    return this.#make('try', { body: [body], caught, handler, cleanup: [] });
  }

  /** A statement that a callback may have too. */
  #plain(place: Place): Statement | undefined {
    const { pick, likely, below } = bound(this.#chance);
    const { level } = place;
    if (this.#objects.length > 0 && likely(25)) return this.#method();
    const shallow = place.depth < 3;
    const choices: (() => Statement | undefined)[] = [
      () => this.#make('say', {}),
      () => (this.#fn(level) === undefined ? undefined : this.#make('create', this.#creation(level))),
      () => (this.#fn(level) === undefined ? undefined : this.#make('create', this.#creation(level))),
      () => this.#make('setResult', { slot: pick(PURE) }),
      () => this.#make('setResult', { slot: pick(PURE) }),
      () => this.#make('setException', { slot: pick(PURE), error: pick(ERRORS) }),
      () => this.#make('newFuture', { slot: pick(PURE) }),
      () => this.#make('cancel', { slot: this.#slot(), message: likely(40) ? `why ${below(9)}` : null }),
      () => this.#make('cancel', { slot: this.#slot(), message: likely(40) ? `why ${below(9)}` : null }),
      () =>
        this.#make('ask', {
          slot: this.#slot(),
          question: pick(['done', 'done', 'cancelled', 'cancelled', 'result', 'exception', 'cancelling', 'get_name']),
        }),
      () => this.#make('whoAmI', {}),
      () => this.#make('count', {}),
      () => this.#make('raise', { error: pick(ERRORS), message: likely(70) ? `bad ${below(9)}` : null }),
      () => this.#make(pick(['setVar', 'getVar']), {}),
      () => this.#make('cancelHandle', { handle: pick(['h0', 'h1']) }),
    ];
    if (shallow) {
      const callback: Place = { ...place, awaits: false, generator: false, within: true, depth: place.depth + 1 };
      const body = (): Statement[] => this.#block(callback, 0, 2);
      choices.push(
        () => this.#make('onDone', { slot: this.#slot(), body: body() }),
        () => this.#make('callSoon', { handle: pick(['h0', 'h1']), body: body() }),
        () => this.#make('callLater', { handle: pick(['h0', 'h1']), delay: pick([0, 0.5, 1, 1, 2, -1]), body: body() }),
        () =>
          this.#make('ifDone', { slot: this.#slot(), body: this.#inner(place), otherwise: likely(50) ? this.#inner(place) : [] }),
        () => this.#try(place),
        () => this.#try(place),
      );
    }
    if (this.#on.has('interrupts'))
      choices.push(() =>
        likely(30) ? this.#make('stop', {}) : this.#make('raise', { error: 'KeyboardInterrupt', message: 'stop' }),
      );
    if (this.#on.has('timeout'))
      choices.push(() => this.#make('reschedule', { limit: pick(['x', 'y']), delay: pick([null, 0, 0.5, 1, 2, -1]) }));
    if (this.#on.has('groups') && this.#fn(level) !== undefined)
      choices.push(...[0, 1, 2].map(() => () => this.#groupCreate(level)));
    return pick(choices)();
  }

  #groupCreate(level: number): Statement {
    const { pick } = bound(this.#chance);
    const { fn, slot, eager } = this.#creation(level);
    return this.#make('groupCreate', { group: pick(['g', 'h']), fn, slot, ...(eager === true ? { eager } : {}) });
  }

  #try(place: Place): Statement {
    const { pick, likely } = bound(this.#chance);
    const kinds: Caught[] = ['Exception', 'Exception', 'All', 'All', 'CancelledError', 'ValueError'];
    if (this.#on.has('timeout') || this.#on.has('waitFor')) kinds.push('TimeoutError');
    if (this.#on.has('groups')) kinds.push('ExceptionGroup', 'ExceptionGroup');
    if (this.#on.has('queues')) kinds.push('QueueShutDown');
    const caught = likely(85) ? pick(kinds) : null;
    const body = this.#inner(place, 1, 3);
    const handler = caught === null ? [] : this.#inner(place, 0, 2);
    if (caught !== null && likely(25)) handler.push(this.#make('reraise', {}));
    const cleanup = caught === null || likely(35) ? this.#inner(place, 1, 2) : [];
    return this.#make('try', { body, caught, handler, cleanup });
  }

  /** A statement that awaits. */
  #waiting(place: Place): Statement | undefined {
    const { pick, likely, below } = bound(this.#chance);
    const { level } = place;
    const sleep = (): Statement => this.#make('await', { of: { kind: 'sleep', delay: pick(DELAYS) } });
    if (place.generator)
      return pick([() => this.#make('yield', {}), () => this.#make('yield', {}), sleep, () => this.#try(place)])();
    const choices: (() => Statement | undefined)[] = [
      sleep,
      () => this.#make('await', { of: this.#operand(level) }),
      () => this.#make('await', { of: this.#operand(level) }),
      () => this.#make('await', { of: this.#operand(level) }),
      () => this.#make('cancelMe', {}),
      () => this.#make('uncancelMe', {}),
      () => (place.within ? undefined : this.#make('return', {})),
      () => (likely(8) ? this.#make('spin', {}) : undefined),
    ];
    if (this.#generators > 0) {
      const shared = (): Statement =>
        this.#make('await', { of: { kind: 'shared', does: pick(['anext', 'anext', 'anext', 'aclose']) } });
      choices.push(shared, shared, () => this.#make('share', { gen: below(this.#generators) }));
    }
    if (level > 0)
      choices.push(() =>
        this.#make('store', {
          slot: `t${level}${pick(['a', 'b'])}`,
          of: { kind: 'gather', of: this.#chance.some(0, 2, () => this.#operand(level, 1)), returnExceptions: likely(30) },
        }),
      );
    if (this.#on.has('wait')) {
      const wait = (): Statement =>
        this.#make('wait', {
          slots: this.#chance.some(likely(4) ? 0 : 1, 3, () => this.#awaitable(level)),
          timeout: pick(TIMEOUTS),
          returnWhen: pick(['ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION']),
        });
      choices.push(wait, wait);
    }
    if (place.depth < 3) {
      choices.push(
        () => this.#try(place),
        () => this.#try(place),
        () => this.#make('loop', { times: 2 + below(2), body: this.#inner(place, 1, 2) }),
      );
      const inside: Place = { ...place, within: true };
      if (this.#on.has('timeout')) {
        const timeout = (): Statement =>
          this.#make('timeout', {
            limit: pick(['x', 'y']),
            delay: pick(TIMEOUTS),
            at: likely(25),
            body: this.#inner(inside, 1, 3),
          });
        choices.push(timeout, timeout);
      }
      if (this.#on.has('groups')) {
        const group = (): Statement => {
          const children = this.#fn(level) === undefined ? [] : this.#chance.some(0, 2, () => this.#groupCreate(level));
          return this.#make('group', { group: pick(['g', 'h']), body: [...children, ...this.#inner(inside, 0, 3)] });
        };
        choices.push(group, group);
      }
      if (this.#on.has('asCompleted'))
        choices.push(() =>
          this.#make('asCompleted', {
            of: this.#chance.some(0, 3, () => this.#operand(level, 1)),
            timeout: pick(TIMEOUTS),
            asynchronous: likely(50),
            body: this.#inner(place, 0, 1),
          }),
        );
      const enterable = this.#objects.filter(({ type }) => !/Queue|Event/.test(type));
      if (enterable.length > 0) {
        const enter = (): Statement => this.#make('with', { on: pick(enterable).name, body: this.#inner(inside, 0, 3) });
        choices.push(enter, enter);
      }
      if (this.#generators > 0)
        choices.push(
          () => this.#make('iterate', { gen: below(this.#generators), take: likely(50) ? 1 + below(2) : null }),
          () => this.#make('drive', { gen: below(this.#generators), take: 1 + below(4), body: this.#inner(place, 0, 2) }),
        );
    }
    return pick(choices)();
  }
}

/** A generator's choices, to be called as plain functions. */
function bound(chance: Chance) {
  return {
    likely: (percent: number): boolean => chance.likely(percent),
    pick: <const T>(from: readonly T[]): T => chance.pick(from),
    below: (limit: number): number => chance.below(limit),
  };
}
