import { gather, getRunningLoop, InvalidStateError, run, sleep, type Future } from 'asyncio';

async function guest(door: Future<string>) {
  console.log('guest waits');
  const name = await door;
  console.log('guest is let in by', name);
}

async function host(door: Future<string>) {
  await sleep(2);
  console.log('host opens');
  door.setResult('the host');
  console.log('host goes on');
}

async function main() {
  const door = getRunningLoop().createFuture<string>();
  await gather(guest(door), host(door));
  try {
    door.setResult('a neighbour');
  } catch (error) {
    if (error instanceof InvalidStateError) console.log('the door is open already');
  }
}

run(main());
