/**
 * The border: what comes out of a sandbox is parsed before it is believed. Keeps true: a sandbox that was taken over can at worst say something
 * well-formed about itself.
 *
 * By zod/mini: 8.1 KB gzipped with these schemas, of which 2.2 KB are new to a page that reads the learner's progress, which is parsed by it too.
 */
import * as z from 'zod/mini';
import type { Replayed, TestResult, Verdict } from '../grader/index.ts';
import type { ErrorInfo, OutputLine, RunRecord } from '../record/index.ts';
import type { Answer } from './protocol.ts';

z.config({ jitless: true }); // the page's policy forbids making functions from text, and the browser reports every try

type Schema<T> = z.ZodMiniType<T>;

const count = z.int().check(z.nonnegative());
const position = z.strictObject({ file: z.string(), line: count, column: count, function: z.exactOptional(z.string()) });
const error: Schema<ErrorInfo> = z.strictObject({
  type: z.string(),
  message: z.string(),
  frames: z.array(position),
  hint: z.exactOptional(z.string()),
  exceptions: z.exactOptional(z.lazy(() => z.array(error))),
});
const line = z.strictObject({
  text: z.string(),
  t: z.number(),
  it: count,
  task: z.nullable(z.string()),
  position: z.exactOptional(position),
});
const task = z.strictObject({
  serial: count,
  name: z.string(),
  coroutine: z.string(),
  by: z.nullable(z.string()),
  created: z.number(),
  ended: z.nullable(z.number()),
  state: z.enum(['pending', 'finished', 'failed', 'cancelled']),
  result: z.exactOptional(z.string()),
});
const event = z.looseObject({
  i: count,
  t: z.number(),
  it: count,
  ev: z.enum([
    ...([
      'iter',
      'clock.jump',
      'clock.block',
      'ready.push',
      'thread.start',
      'handle.run',
      'timer.set',
      'timer.fire',
      'timer.cancel',
    ] as const),
    ...(['future.create', 'future.done', 'task.create', 'task.start', 'task.resume', 'task.suspend', 'task.done'] as const),
    ...([
      'task.cancel',
      'task.uncancel',
      'print',
      'warning',
      'log',
      'exception_handler',
      'loop.close',
      'deadlock',
      'error',
      'end',
    ] as const),
  ]),
});
const record = z.strictObject({
  version: z.literal(1),
  outcome: z.enum(['finished', 'raised', 'deadlock', 'stopped', 'over-budget']),
  budget: z.exactOptional(z.enum(['wall-clock', 'wall-clock-in-all', 'loop-steps', 'turns', 'tasks', 'output', 'memory'])),
  error: z.exactOptional(error),
  seenAt: z.exactOptional(position),
  elapsed: z.number(),
  iterations: count,
  output: z.array(line),
  events: z.array(event),
  tasks: z.array(task),
  warnings: z.array(
    z.strictObject({
      category: z.string(),
      text: z.string(),
      hint: z.exactOptional(z.string()),
      position: z.exactOptional(position),
    }),
  ),
  dropped: z.exactOptional(z.strictObject({ events: count, lines: count, tasks: count, warnings: count })),
});
const test = z.strictObject({
  name: z.string(),
  state: z.enum(['passed', 'failed']),
  seed: z.exactOptional(count),
  message: z.exactOptional(z.string()),
  error: z.exactOptional(error),
  did: z.array(z.string()),
  output: z.array(line),
  runs: z.array(record),
});
const verdict = z.strictObject({
  version: z.literal(1),
  outcome: z.enum(['passed', 'failed', 'error', 'stopped']),
  tests: z.array(test),
  reason: z.exactOptional(z.string()),
  error: z.exactOptional(error),
});
const replayed = z.strictObject({ run: count, runs: z.array(count), record });
const answer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('tests'), names: z.array(z.string()) }),
  z.strictObject({ type: z.literal('test-started'), name: z.string() }),
  z.strictObject({ type: z.literal('steps'), count }),
  z.strictObject({ type: z.literal('turning'), line: count, column: count }),
  z.strictObject({ type: z.literal('failure'), message: z.string() }),
  z.strictObject({ type: z.literal('said'), text: z.string() }),
  z.strictObject({ type: z.enum(['output', 'test-done', 'record', 'replayed', 'verdict']), json: z.string() }),
]);

/** An answer of the sandbox; undefined for anything else. Its `json` is still to be read. */
export function parseAnswer(data: unknown): Answer | undefined {
  return read<Answer>(answer, data);
}

/** Reads the `json` of an 'output' answer; undefined when it is not what it should be. */
export function parseOutput(json: string): readonly OutputLine[] | undefined {
  return readJson<readonly OutputLine[]>(z.array(line), json);
}

/** Reads the `json` of a 'record' answer. */
export function parseRecord(json: string): RunRecord | undefined {
  return readJson<RunRecord>(record, json);
}

/** Reads the `json` of a 'replayed' answer. */
export function parseReplayed(json: string): Replayed | undefined {
  return readJson<Replayed>(replayed, json);
}

/** Reads the `json` of a 'test-done' answer. */
export function parseTest(json: string): TestResult | undefined {
  return readJson<TestResult>(test, json);
}

/** Reads the `json` of a 'verdict' answer. */
export function parseVerdict(json: string): Verdict | undefined {
  return readJson<Verdict>(verdict, json);
}

function readJson<T>(schema: Schema<T>, json: string): T | undefined {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return undefined;
  }
  return read(schema, data);
}

/** The types prove that the schemas say what the interfaces say. */
function read<T>(schema: Schema<T>, data: unknown): T | undefined {
  return z.safeParse(schema, data).data;
}
