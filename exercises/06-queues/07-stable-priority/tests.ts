/** Puts jobs of all kinds into a JobQueue, and looks at the order in which they come out. */
import { expect, run, test } from 'grader';
import { createTask, gather, sleep } from 'asyncio';

interface Jobs {
  put(priority: number, job: unknown): void;
  get(): Promise<unknown>;
}

const made = (program: { readonly JobQueue?: unknown }): Jobs => new (program.JobQueue as new () => Jobs)();

/** Puts all jobs, and gets as many. */
async function through(jobs: Jobs, all: readonly (readonly [number, unknown])[]): Promise<unknown[]> {
  for (const [priority, job] of all) jobs.put(priority, job);
  const out: unknown[] = [];
  while (out.length < all.length) out.push(await jobs.get());
  return out;
}

test('the smallest number goes first', ({ program }) => {
  const record = run(() =>
    through(made(program), [
      [3, 'c'],
      [1, 'a'],
      [10, 'd'],
      [2, 'b'],
      [-1, 'first'],
    ]),
  );
  expect(record.result).toEqual(
    ['first', 'a', 'b', 'c', 'd'],
    'Priorities were 3, 1, 10, 2 and -1 for c, a, d, b and first. They came out as {actual}.',
  );
});

test('jobs of one priority come in the order in which they were put', ({ program }) => {
  const jobs = ['pear', 'apple', 'fig', 'date', 'cherry', 'banana', 'grape', 'lemon'];
  const record = run(() =>
    through(
      made(program),
      jobs.map((job, at) => [at % 2, job] as const),
    ),
  );
  expect(record.result).toEqual(
    ['pear', 'fig', 'cherry', 'grape', 'apple', 'date', 'banana', 'lemon'],
    'Eight jobs of two priorities, and they came out as {actual}: among equals it is first come, first served.',
  );
});

test('a job may be anything', ({ program }) => {
  const jobs = [{ name: 'x' }, undefined, { name: 'a' }, 'text', 7, null, ['list'], { name: 'a' }];
  const record = run(() =>
    through(
      made(program),
      jobs.map((job) => [1, job] as const),
    ),
  );
  expect(record.result).toEqual(
    jobs,
    'Eight jobs of one priority, objects and texts and nothing among them, came out as {actual}.',
  );
});

test('get waits for a job, and the first to wait is served first', ({ program }) => {
  const record = run(async () => {
    const jobs = made(program);
    const got: string[] = [];
    const wait = async (name: string): Promise<void> => {
      got.push(`${name} ${String(await jobs.get())}`);
    };
    const tasks = ['A', 'B'].map((name) => createTask(wait(name)));
    await sleep(2);
    jobs.put(5, 'one');
    jobs.put(5, 'two');
    await gather(...tasks);
    return got;
  });
  expect(record.result).toEqual(
    ['A one', 'B two'],
    'A and B waited, in this order, and two jobs were put at 2 s. They got {actual}.',
  );
  expect(record).toTake(2, 'The jobs were put at 2 s, and had been got at {actual}.');
});

test('jobs that are put late find their place', ({ program }) => {
  const record = run(async () => {
    const jobs = made(program);
    const out: unknown[] = [];
    for (const [priority, job] of [
      [2, 'b1'],
      [1, 'a1'],
      [2, 'b2'],
    ] as const)
      jobs.put(priority, job);
    out.push(await jobs.get(), await jobs.get());
    jobs.put(2, 'b3');
    jobs.put(1, 'a2');
    out.push(await jobs.get(), await jobs.get(), await jobs.get());
    return out;
  });
  expect(record.result).toEqual(
    ['a1', 'b1', 'a2', 'b2', 'b3'],
    'Some jobs were put when others had been taken out already. They came out as {actual}: b2 was there before b3.',
  );
});
