/** Runs `develop` in a thread beside a loop that has nothing else to do for a second, and notes when and where each put happens. */
import { expect, run, test } from 'grader';
import { gather, getRunningLoop, Queue, sleep, toThread } from 'asyncio';

interface Noted {
  readonly picture: string;
  readonly t: number;
}

/** A queue that notes in which thread something is put. */
class WatchedQueue extends Queue<string> {
  readonly inside: number[] = [];
  readonly outside: number[] = [];

  override putNowait(picture: string): void {
    try {
      this.inside.push(getRunningLoop().time());
    } catch {
      this.outside.push(this.outside.length);
    }
    super.putNowait(picture);
  }
}

const rounded = (seconds: number): number => Math.round(seconds * 1e6) / 1e6;

async function beside(
  develop: (...given: never[]) => void,
  names: readonly string[],
): Promise<{ received: Noted[]; inside: number[]; outside: number[]; ticks: number[] }> {
  const loop = getRunningLoop();
  const queue = new WatchedQueue();
  const received: Noted[] = [];
  const ticks: number[] = [];
  const collect = async (): Promise<void> => {
    while (received.length < names.length) received.push({ picture: await queue.get(), t: rounded(loop.time()) });
  };
  const tick = async (): Promise<void> => {
    for (let n = 0; n < 3; n += 1) {
      await sleep(1);
      ticks.push(rounded(loop.time()));
    }
  };
  await gather(collect(), toThread(develop as (...given: unknown[]) => void, loop, queue, [...names]), tick());
  return { received, inside: queue.inside, outside: queue.outside, ticks };
}

type Seen = Awaited<ReturnType<typeof beside>>;

/** What was seen of a run that came to its end. */
function seenOf(record: ReturnType<typeof run>): Seen {
  expect(record).toFinish();
  return record.result as Seen;
}

const NAMES = ['cat', 'dog', 'owl', 'fox'];

test('the loop is not held up', ({ program }) => {
  const record = run(() => beside(program.develop, NAMES));
  expect(record).toNeverBlock(
    'This happened in the loop: {actual}. Meanwhile no task could run: developing blocks, and that is what the thread is for.',
  );
});

test('each picture is received when it is handed over', ({ program }) => {
  const seen = seenOf(run(() => beside(program.develop, NAMES)));
  expect(seen.received.map(({ t }) => t)).toEqual(
    [0.1, 0.2, 0.3, 0.4],
    'Pictures are ready at 0.1, 0.2, 0.3 and 0.4 s. They were received at {actual} s: when a picture was put, nobody woke the loop, or it was not handed over at once.',
  );
});

test('every put happens in the thread of the loop', ({ program }) => {
  const seen = seenOf(run(() => beside(program.develop, NAMES)));
  expect(seen.outside.length).toBe(
    0,
    '{actual} of 4 puts happened in the other thread. A queue belongs to its loop: nothing keeps a task from being in the middle of it at that moment.',
  );
  expect(seen.inside.length).toBe(4, 'There were to be 4 puts in the thread of the loop, and there were {actual}.');
});

test('all pictures come, once each, in order', ({ program }) => {
  const seen = seenOf(run(() => beside(program.develop, NAMES)));
  expect(seen.received.map(({ picture }) => picture)).toEqual(
    ['cat picture', 'dog picture', 'owl picture', 'fox picture'],
    'Received were: {actual}.',
  );
});
