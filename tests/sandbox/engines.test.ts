/**
 * Where errors came from, in an engine that has `Error.captureStackTrace` and hands over no frames (Firefox, WebKit): V8 made to be one, in a realm of its own.
 */
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { RunRecord } from '../../src/record/index.ts';
import { bundle } from '../../src/sandbox/bundle.ts';
import { runThrough } from '../../src/sandbox/job.ts';
import { PATIENT_LIMITS } from '../../src/sandbox/node.ts';
import type { serve } from '../../src/sandbox/worker-main.ts';
import { compiled, placesOf } from './run.ts';

const HANDS_OVER_NOTHING = `Object.defineProperty(Error, 'prepareStackTrace', { get: () => undefined, set: () => undefined, configurable: true });`;

/** Runs a program in a fresh realm that is first changed by `change`. */
async function runIn(change: string, source: string): Promise<RunRecord> {
  const realm = createContext({ performance });
  runInContext(change, realm);
  runInContext(await bundle('worker-main.ts', { globalName: 'inside' }), realm);
  const inside = runInContext('inside', realm) as { readonly serve: typeof serve };
  let say: (data: unknown) => void = () => undefined;
  let ask: Parameters<Parameters<typeof serve>[0]['listen']>[0] = () => undefined;
  inside.serve({
    post: (answer) => {
      say(structuredClone(answer)); // as over a wire
    },
    listen: (receive) => {
      ask = receive;
    },
  });
  const request = { type: 'run', program: await compiled(source), limits: PATIENT_LIMITS } as const;
  const channel = {
    post: (asked: typeof request) => {
      ask(asked);
    },
    listen: (hear: typeof say) => {
      say = hear;
    },
    kill: () => undefined,
  };
  return runThrough(channel, request).result;
}

const PROGRAM = `import { createTask, run } from 'asyncio';
async function boom() {
  throw new Error('no');
}
async function main() {
  console.log('here');
  await createTask(boom());
}
run(main());`;

test.each([
  ['hands over the frames of a stack', ''],
  ['hands over none', HANDS_OVER_NOTHING],
])('an engine that %s tells the lines of an error, of output and of a task', async (_, change) => {
  const record = await runIn(change, PROGRAM);
  expect(placesOf(record)).toEqual(['<module>:9', 'main:7', 'boom:3']);
  expect(record.output).toMatchObject([{ text: 'here', position: { line: 6, function: 'main' } }]);
  const made = record.events.flatMap((event) => (event.ev === 'task.create' ? [event['position']] : []));
  expect(made).toContainEqual({ file: 'main.ts', line: 7, column: 9, function: 'main' });
});
