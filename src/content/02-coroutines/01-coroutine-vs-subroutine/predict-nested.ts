import { sleep, type Coroutine } from 'asyncio';

async function inner() {
  console.log('inner begins');
  await sleep(0);
  console.log('inner goes on');
}

async function outer() {
  console.log('outer begins');
  await inner();
  console.log('outer goes on');
}

const coroutine = outer() as unknown as Coroutine<void>;
coroutine.send(undefined);
console.log('somebody else');
coroutine.send(undefined);
