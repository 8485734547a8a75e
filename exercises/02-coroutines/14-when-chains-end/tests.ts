/** Runs the three chains of the task and holds the reader's seconds against the lines that they printed. */
import { expect, run, test } from 'grader';
import { gather, sleep } from 'asyncio';

type Name = 'A' | 'B' | 'C';

/** Seconds of the two parts of each chain. */
const PARTS: Readonly<Record<Name, readonly [number, number]>> = { A: [3, 2], B: [1, 6], C: [4, 2] };
const NAMES: readonly Name[] = ['A', 'B', 'C'];

async function part(name: string, k: number, seconds: number): Promise<void> {
  await sleep(seconds);
  console.log(`${name}: part ${k} is done`);
}

async function chain(name: Name): Promise<void> {
  const [first, second] = PARTS[name];
  await part(name, 1, first);
  await part(name, 2, second);
  console.log(`${name} is done`);
}

async function main(): Promise<void> {
  await gather(...NAMES.map((name) => chain(name)));
}

function measured(): { readonly ends: Readonly<Record<Name, number>>; readonly total: number } {
  const { output, elapsed } = run(() => main());
  const end = (name: Name): number => output.find((line) => line.text === `${name} is done`)?.t ?? Number.NaN;
  return { ends: { A: end('A'), B: end('B'), C: end('C') }, total: elapsed };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** What one would say who believes in something else than what happens, by name of the chain. */
const firsts = NAMES.map((name) => PARTS[name][0]);
const inStep = (name: Name): number => Math.max(...firsts) + PARTS[name][1];
const oneByOne = (name: Name): number => sum(NAMES.slice(0, NAMES.indexOf(name) + 1).flatMap((each) => [...PARTS[each]]));
const overlapped = (name: Name): number => Math.max(...PARTS[name]);

function aboutEnd(name: Name, said: unknown, all: Readonly<Record<string, unknown>>, truth: ReturnType<typeof measured>): string {
  const end = truth.ends[name];
  if (said === -1) return `\`ends.${name}\` is still -1: write your prediction in its place.`;
  if (typeof said !== 'number') return `\`ends.${name}\` is not a number: write the second, such as 9.`;
  const did = `${name} was done at ${end} s, and you have ${said}`;
  const everywhere = (belief: (each: Name) => number): boolean => NAMES.every((each) => all[each] === belief(each));
  if (everywhere(() => truth.total)) return `${did}. ${truth.total} s is when gather was done: each chain ends at its own time.`;
  if (everywhere(oneByOne))
    return `${did}. That would be three chains one after the other: but each waited for itself, at the same time as the others.`;
  if (everywhere(inStep))
    return `${did}. That would be right if all second parts began when the last first part ends: but a chain does not know of the others.`;
  if (said === overlapped(name))
    return `${did}. That is the longer one of its parts: but the second part began when the first had ended.`;
  return `${did}. Its parts take ${PARTS[name].join(' and ')} s, one after the other, from 0 s on.`;
}

function aboutTotal(said: unknown, { total, ends }: ReturnType<typeof measured>): string {
  if (said === -1) return '`total` is still -1: write your prediction in its place.';
  if (typeof said !== 'number') return '`total` is not a number: write the seconds, such as 9.';
  const did = `It took ${total} s`;
  if (said === sum(Object.values(PARTS).flat()))
    return `${did}. ${said} s is the sum of all six parts: but the chains ran at the same time.`;
  if (said < total)
    return `${did}. After ${said} s a chain was still running, and gather waits for all three: they ended at ${NAMES.map((name) => ends[name]).join(', ')} s.`;
  return `${did}, and you have ${said}. gather was done with the last of the three, at ${Math.max(...NAMES.map((name) => ends[name]))} s.`;
}

test('the predicted ends of the chains are those that are measured', ({ program }) => {
  const truth = measured();
  const said = program.ends as Readonly<Record<string, unknown>>;
  for (const name of NAMES) expect(said[name]).toBe(truth.ends[name], aboutEnd(name, said[name], said, truth));
});

test('the predicted total is the one that is measured', ({ program }) => {
  const truth = measured();
  expect(program.total).toBe(truth.total, aboutTotal(program.total, truth));
});
