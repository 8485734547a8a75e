import { CancelledError, createTask, gather, run, shield, sleep, ValueError, wait } from 'asyncio';
import type { Awaitable } from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');

async function job(name: string, turns: number, error?: Error) {
  try {
    for (let i = 0; i < turns; i += 1) {
      await sleep(0);
    }
    if (error !== undefined) {
      throw error;
    }
    console.log(`${name} ends`);
    return name;
  } catch (error) {
    if (error instanceof CancelledError) console.log(`${name} is cancelled`);
    throw error;
  }
}

async function waiting(awaitable: Awaitable<unknown>) {
  try {
    console.log(`got ${await awaitable}`);
  } catch (error) {
    if (error instanceof CancelledError) {
      console.log(`waiting was cancelled: ${error.args.length === 0 ? '()' : `('${error.args[0]}',)`}`);
      throw error;
    }
    if (error instanceof ValueError) console.log(`got the error ${error.message}`);
  }
}

async function main() {
  await waiting(shield(job('plain', 2)));
  await waiting(shield(job('failing', 2, new ValueError('no'))));
  let inner = createTask(job('inner', 4));
  let outer = createTask(waiting(shield(inner)));
  await sleep(0);
  outer.cancel('outer');
  await wait([outer]);
  console.log(`outer ${bool(outer.cancelled())}, inner done ${bool(inner.done())}`);
  console.log(await inner);
  inner = createTask(job('second', 4));
  outer = createTask(waiting(shield(inner)));
  await sleep(0);
  inner.cancel('inner');
  await wait([outer]);
  console.log(`outer ${bool(outer.cancelled())}, asked ${outer.cancelling()} times`);
  const finished = createTask(job('third', 0));
  await finished;
  console.log(`${bool(shield(finished) === finished)}`);
  inner = createTask(job('fourth', 2));
  const first = shield(inner);
  const second = shield(shield(inner));
  first.cancel();
  console.log(`${bool(first.cancelled())} ${await second}`);
  inner = createTask(job('fifth', 3));
  const shielded = shield(inner);
  const gathered = gather(shielded, job('sixth', 6));
  await sleep(0);
  gathered.cancel();
  try {
    await gathered;
  } catch (error) {
    if (error instanceof CancelledError) console.log(`${bool(shielded.cancelled())} ${bool(inner.cancelled())} ${await inner}`);
  }
}

run(main());
