/**
 * `npm run bench -- compare`: how long two runs of as many events as are kept are held against each other, in Node. One asks for everything at the same time, the
 * other for one after the other.
 */
import { cpus, loadavg } from 'node:os';
import { compileInNode } from '../../src/compiler/node.ts';
import { compare, playbackOf } from '../../src/playback/index.ts';
import type { RunRecord } from '../../src/record/index.ts';
import { runInNode } from '../../src/sandbox/node.ts';

/** Rounds of each; the median counts, and the others are told. */
const ROUNDS = 15;

const program = (main: string): string => `
import { createTask, gather, run, sleep } from 'asyncio';
async function getRequest(n: number) {
  await sleep(1 + (n % 10) / 10);
  if (n % 2 === 0) console.log('answer', n);
  return n;
}
async function main() { ${main} }
run(main());
`;

async function recordOf(main: string): Promise<RunRecord> {
  const compiled = await compileInNode(program(main), 'large.ts');
  if (!compiled.ok) throw new Error('the program of the benchmark does not compile');
  const record = await runInNode(compiled.program);
  if (record.dropped !== undefined || record.outcome !== 'finished') throw new Error('the record of the benchmark is not whole');
  return record;
}

function row(name: string, act: () => unknown): string {
  const taken = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    act();
    return performance.now() - begin;
  }).sort((a, b) => a - b);
  const at = (place: number): string => (taken[place] ?? NaN).toFixed(1).padStart(8);
  return `${name.padEnd(46)}${at(0)}${at(Math.floor(ROUNDS / 2))}${at(ROUNDS - 1)}   ms (min, median, max of ${String(ROUNDS)})`;
}

/** Measures and prints. */
export async function benchCompare(): Promise<void> {
  const together = await recordOf('await gather(...Array.from({ length: 734 }, (_, n) => getRequest(n)));');
  const inTurn = await recordOf('for (let n = 0; n < 510; n += 1) await createTask(getRequest(n));');
  const events = [inTurn, together].map(({ events: { length } }) => length.toLocaleString('en')).join(' and ');
  console.log(
    `Node ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1) ?? '?'}`,
  );
  const [own, other] = [playbackOf(inTurn), playbackOf(together)];
  console.log(`${events} events, ${compare(own, other).meetings.length.toLocaleString('en')} moments\n`);
  console.log(row('both records to playbacks', () => [playbackOf(inTurn), playbackOf(together)]));
  console.log(row('the playbacks held against each other', () => compare(own, other)));
}
