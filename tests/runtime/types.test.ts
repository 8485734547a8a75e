/** What a learner's editor sees: TypeScript's types of the module `asyncio`. Held by `tsc`; the async functions here are native and never called. */
import { expectTypeOf, test } from 'vitest';
import { asyncio } from '../../src/runtime/index.ts';

const { createTask, gather, run, sleep } = asyncio;

const text = async (): Promise<string> => Promise.resolve('x');
const count = async (): Promise<number> => Promise.resolve(1);

test('await and gather keep the types of what they wait for', () => {
  const main = async (): Promise<number> => {
    await sleep(1);
    expectTypeOf(await sleep(1, 'x')).toEqualTypeOf<string>();
    const task = createTask(text(), { name: 'text' });
    expectTypeOf(task).toEqualTypeOf<asyncio.Task<string>>();
    expectTypeOf(await task).toEqualTypeOf<string>();
    expectTypeOf(task.result()).toEqualTypeOf<string>();
    expectTypeOf(await gather(text(), count(), task)).toEqualTypeOf<[string, number, string]>();
    expectTypeOf(await gather(...[1, 2].map(count))).toEqualTypeOf<number[]>();
    expectTypeOf(await gather(text(), count(), { returnExceptions: true })).toEqualTypeOf<[string | Error, number | Error]>();
    expectTypeOf(await gather(...[1, 2].map(count), { returnExceptions: true })).toEqualTypeOf<(number | Error)[]>();
    return 1;
  };
  expectTypeOf(run<number>)
    .parameter(0)
    .toEqualTypeOf<asyncio.Awaitable<number>>();
  expectTypeOf(main).returns.toExtend<asyncio.Awaitable<number>>();
  expectTypeOf<asyncio.Coroutine<number>>().toExtend<asyncio.Awaitable<number>>();
  const loop = asyncio.newEventLoop();
  expectTypeOf(loop.callSoon((text: string, n: number) => text.repeat(n), 'x', 1)).toEqualTypeOf<asyncio.Handle>();
  // @ts-expect-error the arguments must fit the callback
  loop.callLater(1, (text: string) => text.length, 1);
  loop.close();
});
