import { asyncWith, Barrier, createTask, gather, run, sleep, ValueError } from 'asyncio';

const word = (value: boolean) => (value ? 'True' : 'False');

async function main() {
  const barrier = new Barrier(3);

  async function party(name: string, rounds: number) {
    for (let turn = 0; turn < rounds; turn += 1) {
      const place = await barrier.wait();
      console.log(`${name} ${turn} place ${place}`);
    }
  }

  async function block(name: string, seconds: number) {
    await sleep(seconds);
    await asyncWith(barrier, (place) => {
      console.log(`${name} inside with ${place}`);
    });
    console.log(`${name} left`);
  }

  console.log(`${barrier.parties} ${barrier.nWaiting} ${word(barrier.broken)}`);
  await gather(party('a', 3), party('b', 3), party('c', 3));
  await gather(block('x', 2), block('y', 1), block('z', 3));
  // More than it takes: the rest waits for the next round.
  const tasks = [0, 1, 2, 3, 4, 5, 6].map((number) => createTask(party(`p${number}`, 1)));
  await sleep(1);
  console.log(`${barrier.nWaiting}`);
  // One gives up, and is not counted.
  tasks[6]?.cancel();
  await sleep(0);
  console.log(`${barrier.nWaiting} ${word(tasks[6]?.cancelled() === true)}`);
  await gather(party('late', 1), party('later', 1), party('latest', 1));
  await gather(...tasks, { returnExceptions: true });
  console.log(`${barrier.nWaiting}`);
  // Alone.
  const alone = new Barrier(1);
  console.log(`${await alone.wait()} ${await alone.wait()}`);
  for (const parties of [0, -4]) {
    try {
      new Barrier(parties);
    } catch (error) {
      if (error instanceof ValueError) console.log(`${error.message}`);
    }
  }
}

run(main());
