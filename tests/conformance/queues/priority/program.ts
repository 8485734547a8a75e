import { PriorityQueue, run, TypeError } from 'asyncio';

class Job {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

async function main() {
  const tasks = new PriorityQueue<Task>();
  // What compares equal comes out in the heap's order, which is neither first nor last in.
  const equal = [
    [2, 0],
    [1, 1],
    [1, 2],
    [2, 3],
    [1, 4],
    [0, 5],
    [1, 6],
    [2, 7],
    [0, 8],
    [1, 9],
    [1, 10],
    [2, 11],
  ] as const;

  class Task extends Job {
    readonly priority: number;

    constructor(priority: number, number: number | string) {
      super(`${priority}/${number}`);
      this.priority = priority;
    }

    override valueOf() {
      return this.priority;
    }
  }

  for (const [priority, number] of equal) {
    tasks.putNowait(new Task(priority, number));
  }
  const names: string[] = [];
  while (!tasks.empty()) {
    names.push((await tasks.get()).name);
    if (names.length === 5) {
      tasks.putNowait(new Task(1, 'late'));
    }
  }
  console.log(names.join(' '));
  // Tuples: the first items that differ decide, then the lengths.
  const queue = new PriorityQueue<unknown>();
  for (const item of [
    [2, 'b'],
    [1, 'z', 0],
    [1, 'z'],
    [2, 'B'],
    [1, 'é'],
    [1, '\u{1f600}'],
    [1, '\uffee'],
    [0.5, 'x'],
    [true, 'a'],
  ]) {
    queue.putNowait(item);
  }
  while (!queue.empty()) {
    console.log(`${(queue.getNowait() as unknown[])[1]}`);
  }
  for (const item of ['pear', 'Apple', 'apple', '', 'app']) {
    queue.putNowait(item);
  }
  while (!queue.empty()) {
    console.log(`[${queue.getNowait()}]`);
  }
  // What cannot be compared.
  queue.putNowait([1, { a: 1 }]);
  queue.putNowait([1, { a: 1 }]);
  console.log(`${queue.qsize()}`);
  for (const item of [[1, { a: 2 }], [1, undefined], [1, 'text'], 5, [0, new Job('x')], [0, new Job('y')], undefined]) {
    try {
      queue.putNowait(item);
      console.log('fine');
    } catch (error) {
      if (error instanceof TypeError) console.log(`${error.message} ${queue.qsize()}`);
    }
  }
  // The failed ones are in it nevertheless, and get in the way.
  for (let i = 0; i < 7; i += 1) {
    try {
      queue.getNowait();
      console.log('got one');
    } catch (error) {
      if (error instanceof TypeError) console.log(`${error.message} ${queue.qsize()}`);
    }
  }
}

run(main());
