/** Fills queues, starts workers, closes down, and looks at what was handled and when it was over. */
import { expect, run, test } from 'grader';
import { createTask, gather, Queue, QueueShutDown, sleep } from 'asyncio';

class Burnt extends Error {
  override name = 'Burnt';
}

/** Handles an item in one second, and says so. */
async function handle(item: number): Promise<void> {
  await sleep(1);
  console.log(`handled ${item}`);
}

test('everything that is in the queue is handled', ({ program }) => {
  const record = run(async () => {
    const queue = new Queue<number>();
    const workers = [1, 2, 3].map(() => createTask(program.worker(queue, handle)));
    for (let item = 1; item <= 10; item += 1) queue.putNowait(item);
    await sleep(0.5);
    return await program.closeDown(queue, workers);
  });
  const done = record.output.flatMap(({ text }) => (text.startsWith('handled ') ? [Number(text.slice(8))] : []));
  expect([...done].sort((a, b) => a - b)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    'Ten items were in when it closed, and these were handled: {actual}. What is in is still wanted.',
  );
  expect(record.result).toBe(10, 'Ten items were handled, and closeDown returned {actual}.');
});

test('workers that wait at an empty queue end as well', ({ program }) => {
  const record = run(async () => {
    const queue = new Queue<number>();
    const workers = [1, 2].map(() => createTask(program.worker(queue, handle)));
    await sleep(3);
    return await program.closeDown(queue, workers);
  });
  const late = record.error?.type === 'InvalidStateError';
  expect(late).toBe(
    false,
    'The workers were asked for what they had handled when they were not over yet. That nothing is in does not mean that they have heard of the end.',
  );
  expect(record.result).toBe(0, 'There was nothing to do, and closeDown returned {actual}.');
  expect(record).toTake(3, 'It was closed at 3 s, nothing was in, and it was over at {actual}.');
});

test('nothing more gets in', ({ program }) => {
  const record = run(async () => {
    const queue = new Queue<number>();
    const workers = [createTask(program.worker(queue, handle))];
    for (const item of [1, 2, 3]) queue.putNowait(item);
    const closing = createTask(program.closeDown(queue, workers));
    await sleep(0.5);
    let refused = false;
    try {
      queue.putNowait(4);
    } catch (error) {
      refused = error instanceof QueueShutDown;
    }
    await gather(closing, { returnExceptions: true });
    return refused;
  });
  expect(record.result).toBe(true, 'While it was closing down an item was put, and it got in.');
});

test('it is over when the last item has been handled', ({ program }) => {
  const record = run(async () => {
    const queue = new Queue<number>();
    const workers = [1, 2].map(() => createTask(program.worker(queue, handle)));
    for (const item of [1, 2, 3, 4, 5]) queue.putNowait(item);
    await program.closeDown(queue, workers);
    console.log('closed');
    await sleep(5);
  });
  const closed = record.output.find(({ text }) => text === 'closed');
  expect(closed?.t).toBe(
    3,
    'Five items of 1 s and two workers: the last item is handled at 3 s, and closeDown returned at {actual} s.',
  );
});

test('an error of handling an item comes out', ({ program }) => {
  const record = run(async () => {
    const queue = new Queue<number>();
    const workers = [
      createTask(
        program.worker(queue, async (item: number) => {
          await sleep(1);
          if (item === 2) throw new Burnt('item 2');
        }),
      ),
    ];
    for (const item of [1, 2, 3]) queue.putNowait(item);
    return await program.closeDown(queue, workers);
  });
  expect(record).toRaise(
    'Burnt',
    'Handling an item raised Burnt, and that did not come out: whoever closes believes that all is well.',
  );
});
