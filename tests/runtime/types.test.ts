/** What a learner's editor sees: TypeScript's types of the module `asyncio`. Held by `tsc`; the async functions here are native and never called. */
import { expectTypeOf, test } from 'vitest';
import { asyncio } from '../../src/runtime/index.ts';

const {
  aclosing,
  asCompleted,
  asyncWith,
  createTask,
  FIRST_COMPLETED,
  gather,
  run,
  shield,
  sleep,
  timeout,
  timeoutAt,
  wait,
  waitFor,
} = asyncio;

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

test('wait gives sets of what it was given', () => {
  const main = async (): Promise<void> => {
    const numbers = [createTask(count()), createTask(count())];
    expectTypeOf(await wait(numbers)).toEqualTypeOf<[Set<asyncio.Task<number>>, Set<asyncio.Task<number>>]>();
    const mixed = [createTask(count()), createTask(text())] as const;
    const [done] = await wait(mixed, { timeout: 1, returnWhen: FIRST_COMPLETED });
    expectTypeOf(done).toEqualTypeOf<Set<asyncio.Task<number> | asyncio.Task<string>>>();
    expectTypeOf((await wait(new Set(numbers)))[1]).toEqualTypeOf<Set<asyncio.Task<number>>>();
    // Coroutines are not waited for.
    expectTypeOf<Promise<number>>().not.toExtend<asyncio.Future>();
    // @ts-expect-error one alone is no list
    await wait(createTask(count()));
    // @ts-expect-error there are three ways to wait
    await wait(numbers, { returnWhen: 'FIRST' });
    // @ts-expect-error it has no other options
    await wait(numbers, { limit: 1 });
  };
  expectTypeOf(main).toBeFunction();
});

test('waitFor, shield and asCompleted keep the types of what they wait for', () => {
  const main = async (): Promise<void> => {
    expectTypeOf(await waitFor(text(), 1)).toEqualTypeOf<string>();
    expectTypeOf(await waitFor(createTask(count()), null)).toEqualTypeOf<number>();
    // @ts-expect-error the limit must be given
    await waitFor(text());
    expectTypeOf(shield(createTask(count()))).toEqualTypeOf<asyncio.Future<number>>();
    expectTypeOf(await shield(text())).toEqualTypeOf<string>();
    expectTypeOf(await waitFor(shield(text()), undefined)).toEqualTypeOf<string>();
    for (const next of asCompleted([text(), text()], { timeout: 1 })) expectTypeOf(await next).toEqualTypeOf<string>();
    for await (const task of asCompleted([text(), text()])) {
      expectTypeOf(task).toEqualTypeOf<asyncio.Task<string>>();
    }
    const given = [createTask(count()), asyncio.getRunningLoop().createFuture<string>()] as const;
    for await (const future of asCompleted(given)) {
      expectTypeOf(future).toEqualTypeOf<asyncio.Task<number> | asyncio.Future<string>>();
    }
    // @ts-expect-error one alone is no list
    asCompleted(text());
  };
  expectTypeOf(main).toBeFunction();
});

test('asyncWith gives its body what the manager gives, and gives back what the body gives', () => {
  const main = async (): Promise<void> => {
    const value = await asyncWith(timeout(1), async (limit) => {
      expectTypeOf(limit).toEqualTypeOf<asyncio.Timeout>();
      await sleep(1);
      return 'value';
    });
    expectTypeOf(value).toEqualTypeOf<string>();
    expectTypeOf(await asyncWith(timeoutAt(null), () => 1)).toEqualTypeOf<number>();
    expectTypeOf(await asyncWith(timeout(1), () => createTask(text()))).toEqualTypeOf<string>();
    class Resource {
      readonly name = 'resource';
      async aenter(): Promise<this> {
        return Promise.resolve(this);
      }
      async aexit(error: Error | undefined): Promise<boolean> {
        return Promise.resolve(error instanceof RangeError);
      }
    }
    expectTypeOf(await asyncWith(new Resource(), (resource) => resource.name)).toEqualTypeOf<string>();
    const letters = async function* (): AsyncGenerator<string> {
      yield await text();
    };
    await asyncWith(aclosing(letters()), async (generator) => {
      for await (const letter of generator) expectTypeOf(letter).toEqualTypeOf<string>();
    });
    // @ts-expect-error a class is no manager
    await asyncWith(Resource, () => 1);
    // @ts-expect-error the body is a function
    await asyncWith(new Resource(), text());
  };
  expectTypeOf(main).toBeFunction();
});
