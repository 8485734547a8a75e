import { Barrier, BrokenBarrierError, createTask, gather, run, sleep } from 'asyncio';

const word = (value: boolean) => (value ? 'True' : 'False');

async function main() {
  const barrier = new Barrier(4);

  async function party(name: string, then?: () => PromiseLike<void>): Promise<void> {
    try {
      console.log(`${name} place ${await barrier.wait()}`);
    } catch (error) {
      if (!(error instanceof BrokenBarrierError)) throw error;
      console.log(`${name} broken: ${error.message}`);
    }
    if (then !== undefined) {
      await then();
    }
  }

  // Reset while three wait: they are sent away, and it works as before.
  let tasks = [0, 1, 2].map((number) => createTask(party(`a${number}`)));
  await sleep(1);
  await barrier.reset();
  console.log(`${String(barrier).slice(-26)}`);
  const late = createTask(party('late'));
  await gather(...tasks);
  console.log(`${barrier.nWaiting} ${word(barrier.broken)}`);
  await gather(late, party('b1'), party('b2'), party('b3'));
  // Reset while it drains.
  await gather(
    party('c0'),
    party('c1'),
    party('c2', () => barrier.reset()),
    party('c3', () => party('d0')),
    party('d1'),
    party('d2'),
    party('d3'),
  );
  // Reset when nobody is there.
  await barrier.reset();
  // Aborted: those who wait and those who come are sent away, until it is reset.
  tasks = [0, 1, 2].map((number) => createTask(party(`e${number}`)));
  await sleep(1);
  await barrier.abort();
  console.log(`${word(barrier.broken)} ${barrier.nWaiting}`);
  await gather(...tasks);
  await party('too late');
  await barrier.reset();
  console.log(`${word(barrier.broken)}`);
  await gather(...[0, 1, 2, 3].map((number) => party(`f${number}`)));
  // Aborted while it drains.
  await gather(
    party('g0', () => barrier.abort()),
    party('g1'),
    party('g2', () => party('h')),
    party('g3'),
  );
  console.log(`${word(barrier.broken)}`);
  await barrier.reset();
  // Cancelled when it drains.
  tasks = [0, 1, 2, 3].map((number) => createTask(party(`i${number}`)));
  await sleep(0);
  tasks[1]?.cancel();
  await gather(...tasks, { returnExceptions: true });
  console.log(`${word(tasks[1]?.cancelled() === true)} ${barrier.nWaiting} ${word(barrier.broken)}`);
  await gather(...[0, 1, 2, 3].map((number) => party(`j${number}`)));
}

run(main());
