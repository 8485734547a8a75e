/** Finds out what is true of each statement by a run, and holds the answer against it. */
import { expect, run, test, type Program } from 'grader';
import { createTask, gather, getRunningLoop, Queue, sleep, toThread } from 'asyncio';
import * as time from 'time';

interface Seen {
  readonly put: number;
  readonly received: number;
}

async function ticking(beat: number): Promise<void> {
  for (let at = beat; at <= 1; at += beat) await sleep(beat);
}

/** An item is put from another thread at 0.1 s, while a task waits for it. The loop wakes every `beat` seconds, up to 1 s. */
async function received(how: 'direct' | 'threadsafe', beat = 1): Promise<Seen> {
  const loop = getRunningLoop();
  const queue = new Queue<string>();
  let put = Number.NaN;
  const tick = createTask(ticking(beat));
  const thread = createTask(
    toThread(() => {
      time.sleep(0.1);
      put = time.monotonic();
      if (how === 'direct') queue.putNowait('item');
      else
        loop.callSoonThreadsafe(() => {
          queue.putNowait('item');
        });
      time.sleep(2); // it has other things to do: its end would wake the loop
    }),
  );
  await queue.get();
  const at = loop.time();
  await gather(thread, tick);
  return { put, received: at };
}

/** The reader's answer to one statement. */
function answerTo(program: Program, key: string): unknown {
  const answers: unknown = program.answers;
  return typeof answers === 'object' && answers !== null ? (answers as Readonly<Record<string, unknown>>)[key] : undefined;
}

function judge(answer: unknown, truth: boolean, key: string, evidence: string): void {
  expect(typeof answer).toBe('boolean', `\`${key}\` has no answer yet: write true or false.`);
  expect(answer).toBe(truth, `You said ${String(answer)}. ${evidence}`);
}

test('tasks: many tasks may share a queue', ({ program }) => {
  const record = run(async () => {
    const queue = new Queue<number>();
    const give = async (n: number): Promise<void> => {
      await queue.put(n);
    };
    const take = async (): Promise<number> => await queue.get();
    const [a, b, c] = await gather(take(), take(), take(), give(1), give(2), give(3));
    return a + b + c;
  });
  judge(
    answerTo(program, 'tasks'),
    record.result === 6,
    'tasks',
    'Three tasks got what three others put, and nothing was lost: only one of them runs at a time, and none is interrupted within a put or a get.',
  );
});

test('threads: a thread is not a task', ({ program }) => {
  const { put, received: at } = run(() => received('direct')).result as Seen;
  judge(
    answerTo(program, 'threads'),
    at === put,
    'threads',
    `A thread put an item at ${put} s, while a task waited for it. It was received at ${at} s: nobody had woken the loop.`,
  );
});

test('lost: what another thread puts', ({ program }) => {
  const { received: at } = run(() => received('direct')).result as Seen;
  judge(
    answerTo(program, 'lost'),
    !(at > 0),
    'lost',
    `The item was in the queue all the time. It was received at ${at} s, when the loop next had something else to do.`,
  );
});

test('wakes: what callSoonThreadsafe does', ({ program }) => {
  const { put, received: at } = run(() => received('threadsafe')).result as Seen;
  judge(
    answerTo(program, 'wakes'),
    at === put,
    'wakes',
    `Handed over with callSoonThreadsafe at ${put} s, the item was received at ${at} s. It does two things: it queues the call, and it wakes the loop.`,
  );
});

test('blocks: a get that blocks its thread', ({ program }) => {
  const record = run(async () => {
    const tick = createTask(sleep(0.1));
    await sleep(0);
    time.sleep(1);
    await tick;
  });
  const blocked = record.events.some(({ ev }) => ev === 'clock.block');
  judge(
    answerTo(program, 'blocks'),
    !blocked,
    'blocks',
    `A call that blocked its thread for 1 s held up a task that was due at 0.1 s until ${record.elapsed} s: it is the loop's own thread.`,
  );
});

test('busy: a loop that has much to do', ({ program }) => {
  const { put, received: at } = run(() => received('direct', 0.04)).result as Seen;
  judge(
    answerTo(program, 'busy'),
    at - put <= 0.05,
    'busy',
    `Put at ${put} s, with a loop that wakes every 0.04 s, the item was received at ${Math.round(at * 1000) / 1000} s. So nobody notices, until a day when the loop has little to do.`,
  );
});
