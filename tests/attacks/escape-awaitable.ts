// tries: to have an awaitable of its own that hands the driver what it does not expect
// must: end finished
// must: print survived
import { awaitSymbol, run, sleep } from 'asyncio';

const hostile = [
  { [awaitSymbol]: () => ({ next: () => 5 }) },
  { [awaitSymbol]: () => ({ next: () => null }) },
  { [awaitSymbol]: () => ({ next: () => ({ done: false, value: {} }) }) },
  {
    [awaitSymbol]: () => ({
      next: () => {
        throw null;
      },
    }),
  },
  {
    get [awaitSymbol]() {
      throw new Error('getter');
    },
  },
  {
    [awaitSymbol]: () =>
      new Proxy(
        {},
        {
          get() {
            throw new Error('trap');
          },
        },
      ),
  },
  {
    [awaitSymbol]: () => ({
      next: () => ({
        get done() {
          throw new Error('done');
        },
      }),
    }),
  },
  { [awaitSymbol]: () => sleep(0) },
  new Proxy(
    {},
    {
      has() {
        throw new Error('has');
      },
    },
  ),
  { then: (resolve: any) => resolve('thenable') },
  (function* () {
    yield sleep(0);
  })(),
];
async function one(each: any) {
  try {
    return await each;
  } catch (error) {
    return 'refused';
  }
}
for (const each of hostile)
  try {
    run(one(each));
  } catch {}
run(sleep(1));
console.log('survived');
