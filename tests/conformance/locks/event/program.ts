import { createTask, Event, gather, getRunningLoop, run, sleep } from 'asyncio';

const word = (value: boolean) => (value ? 'True' : 'False');

async function waiter(name: string, event: Event) {
  console.log(`${name} ${word(await event.wait())}`);
}

async function main() {
  const event = new Event();
  const loop = getRunningLoop();
  const waiters = [0, 1, 2, 3].map((number) => createTask(waiter(`w${number}`, event)));
  await sleep(1);
  waiters[1]?.cancel();
  loop.callLater(1, () => event.set());
  await gather(...waiters, { returnExceptions: true });
  console.log(`${word(event.isSet())}`);
  await waiter('at once', event);
  event.clear();
  console.log(`${word(event.isSet())}`);
  // Woken stays woken, and who comes after clear waits on.
  const early = createTask(waiter('early', event));
  await sleep(0);
  event.set();
  event.clear();
  const late = createTask(waiter('late', event));
  event.set();
  event.set();
  event.clear();
  await early;
  console.log(`${word(late.done())}`);
  event.set();
  await late;
  event.clear();
  // Cancelled in the moment in which it is woken.
  const both = createTask(waiter('both', event));
  await sleep(0);
  event.set();
  both.cancel();
  await gather(both, { returnExceptions: true });
  console.log(`${word(both.cancelled())}`);
}

run(main());
