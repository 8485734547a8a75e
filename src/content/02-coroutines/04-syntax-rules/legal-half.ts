import { run, sleep } from 'asyncio';

async function z(x: number) {
  await sleep(1);
  return x * 2;
}

async function f(x: number) {
  const y = await z(x); // OK - `await` and `return` allowed in coroutines
  return y;
}

async function* g(x: number) {
  yield x; // OK - this is an async generator
}

async function main() {
  console.log(await f(21));
  for await (const x of g(7)) {
    console.log(x);
  }
}

run(main());
