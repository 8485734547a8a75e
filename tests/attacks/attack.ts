/**
 * An attack: a hostile program whose first lines say what it tries and what must happen. They are read here, for both runners.
 *
 *     // tries: <one sentence>
 *     // must: end <ending> [or <ending>]            the program is run; an ending is one of ENDINGS, or `raised <class of the error>`, or
 *                                                 `raised anything`; refused is what does not compile
 *     // must: be judged <outcome> [or <outcome>] by <exercise>   it is checked by the hidden tests of that exercise; never a pass
 *     // must: print <line>                          exactly this line is among what it prints
 *     // must: not print <text>                      no line has this text in it
 *     // must: say <text>                            what its author is told has this text in it
 *
 * Keeps true: the vocabulary is closed, and an attack that demands nothing is refused. The file's name begins with what it is about (`KINDS`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Budget } from '../../src/record/index.ts';

export const KINDS = {
  loop: 'a program that never ends',
  memory: 'a program that eats memory',
  flood: 'a program that says too much',
  escape: 'a program that looks for a way out of its compartment',
  network: 'a program that calls home, or stores something',
  verdict: 'a program that wants to pass without being right',
  page: 'a program that would damage what else is on the page',
} as const;
type Kind = keyof typeof KINDS;

const ENDINGS = [
  ...(['finished', 'refused', 'deadlock'] as const),
  ...(['wall-clock', 'wall-clock-in-all', 'loop-steps', 'turns', 'tasks', 'output', 'memory'] satisfies Budget[]),
] as const;
const OUTCOMES = ['failed', 'stopped', 'error'] as const;

export interface Attack {
  /** Its file's name without the ending. */
  readonly name: string;
  readonly kind: Kind;
  readonly tries: string;
  /** The ways in which a run may end; empty when it is judged. An error stands as `raised TypeError`. */
  readonly ends: readonly string[];
  /** How it must be judged, and by which exercise's tests; undefined when it is run. */
  readonly judged: { readonly outcomes: readonly string[]; readonly exercise: string } | undefined;
  readonly prints: readonly string[];
  readonly printsNot: readonly string[];
  readonly says: readonly string[];
  /** The program. Where it names SERVER it is told the address of the server that logs what reaches it. */
  readonly source: string;
}

/** Reads one attack. Throws for a header that says something else than the vocabulary, or nothing. */
export function readAttack(file: string, text: string): Attack {
  const name = basename(file, '.ts');
  const refuse = (what: string): never => {
    throw new Error(`${file}: ${what}`);
  };
  const kind = Object.keys(KINDS).find((each) => name.startsWith(`${each}-`)) as Kind | undefined;
  if (kind === undefined) return refuse(`its name begins with none of ${Object.keys(KINDS).join('-, ')}-`);
  const header = text.split('\n').slice(
    0,
    Math.max(
      0,
      text.split('\n').findIndex((line) => !line.startsWith('//')),
    ),
  );
  const tries = header.map((line) => /^\/\/ tries: (.+)$/.exec(line)?.[1]).filter((said) => said !== undefined);
  if (tries.length !== 1) refuse('one line `// tries: …` says what it tries');
  let ends: string[] = [];
  let judged: Attack['judged'];
  const rest: Record<'print' | 'not print' | 'say', string[]> = { print: [], 'not print': [], say: [] };
  for (const line of header) {
    if (line.startsWith('// tries: ')) continue;
    const [, verb, said = ''] = /^\/\/ must: (end|be judged|print|not print|say) (.+)$/.exec(line) ?? [];
    if (verb === 'end') {
      ends = said.split(' or ');
      const odd = ends.find((end) => !(ENDINGS as readonly string[]).includes(end) && !/^raised \w+$/.test(end));
      if (odd !== undefined) refuse(`'${odd}' is no ending; there are ${ENDINGS.join(', ')} and 'raised <error>'`);
    } else if (verb === 'be judged') {
      const [, outcomes = '', exercise = ''] = /^(.+) by ([\w-]+\/[\w-]+)$/.exec(said) ?? refuse(`'${said}' names no exercise`);
      judged = { outcomes: outcomes.split(' or '), exercise };
      const odd = judged.outcomes.find((outcome) => !(OUTCOMES as readonly string[]).includes(outcome));
      if (odd !== undefined) refuse(`'${odd}' is no outcome that an attack may have; there are ${OUTCOMES.join(', ')}`);
    } else if (verb === 'print' || verb === 'not print' || verb === 'say') rest[verb].push(said);
    else refuse(`'${line}' is not in the vocabulary (tests/attacks/attack.ts)`);
  }
  if ((ends.length === 0) === (judged === undefined)) refuse('it must either `end` somehow or `be judged` somehow');
  if (judged !== undefined && rest.print.length > 0) refuse('what is judged has no lines of one run: use `say`');
  const [only = ''] = tries;
  return {
    name,
    kind,
    tries: only,
    ends,
    judged,
    prints: rest.print,
    printsNot: rest['not print'],
    says: rest.say,
    source: text,
  };
}

/** Every attack beside this file, by name. */
export function readAttacks(): Attack[] {
  const folder = new URL('./', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && /^[a-z]+-/.test(file))
    .sort()
    .map((file) => readAttack(file, readFileSync(new URL(file, folder), 'utf8')));
}

/** The program as it is run: with the logging server's address in its place. */
export function armed(attack: Attack, server: string): string {
  return armedText(attack.source, attack, server);
}

/** The same for a text of its header. */
export function armedText(text: string, { name }: Attack, server: string): string {
  return text.replaceAll('SERVER', `${server}/${name}`);
}

/**
 * The attacks of a fast core: of each kind, for each way in which it must end or be judged (the first that its header names), the first by name. In Node,
 * where an attack costs a tenth of a second, that goes for the slow ones only, and all others are in the core.
 */
export function coreOf(attacks: readonly Attack[], where: 'page' | 'node'): Attack[] {
  const seen = new Set<string>();
  return attacks.filter((attack) => {
    if (where === 'node' && !isSlow(attack)) return true;
    // Both clocks are one demand here, since the long one takes half a minute; and so are all errors.
    const end = attack.ends[0]?.replace(/-in-all| .*/, '') ?? attack.judged?.outcomes[0] ?? '';
    const demand = `${attack.kind} ${end}`;
    if (seen.has(demand)) return false;
    seen.add(demand);
    return true;
  });
}

/** Whether an attack may have to wait for the clock, or until the memory is full. */
function isSlow({ ends, judged }: Attack): boolean {
  return (
    ['wall-clock', 'wall-clock-in-all', 'memory'].some((end) => ends.includes(end)) ||
    judged?.outcomes.includes('stopped') === true
  );
}

/** Those of `all` to run now: all of them when `npm run attacks` asks for it, or those with a part of a name, or the core. */
export function toRun<T extends { readonly name: string }>(
  all: readonly T[],
  coreOfThem: (all: readonly T[]) => readonly T[],
): readonly T[] {
  const { LOOPWISE_ATTACKS: asked, LOOPWISE_ATTACK: part = '' } = process.env;
  return asked === 'all' || part !== '' ? all.filter(({ name }) => name.includes(part)) : coreOfThem(all);
}

/** The attacks on a program's sandbox to run now. */
export const attacksToRun = (where: 'page' | 'node'): readonly Attack[] => toRun(readAttacks(), (all) => coreOf(all, where));
