// 001 listing 1, the legal half, made runnable
import { isasyncgen, isasyncgenfunction, isawaitable, iscoroutine, iscoroutinefunction, run, sleep } from 'asyncio';

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
  const [c, a] = [f(21), g(7)];
  console.log(`${type(c)} ${type(a)}`);
  console.log(`${bool(isawaitable(c))} ${bool(isawaitable(a))}`);
  console.log(`${await c}`);
  const values = [];
  for await (const v of a) values.push(v);
  console.log(`[${values.join(', ')}]`);
  try {
    await (g(7) as unknown as PromiseLike<number>);
  } catch (e) {
    if (!(e instanceof TypeError)) throw e;
    console.log(`TypeError: ${e.message}`);
  }
}

// Python's words for what TypeScript calls otherwise
const bool = (value: boolean) => (value ? 'True' : 'False');
const type = (value: unknown) => (iscoroutine(value) ? 'coroutine' : isasyncgen(value) ? 'async_generator' : typeof value);

console.log(`${bool(iscoroutinefunction(f))} ${bool(iscoroutinefunction(g))} ${bool(isasyncgenfunction(g))}`);
run(main());
