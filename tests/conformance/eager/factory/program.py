import asyncio
import contextvars

variable = contextvars.ContextVar('variable', default=0)


def now():
    return f'{asyncio.get_running_loop().time():g}'


async def quick(name):
    print(f'{now()} {name} in {asyncio.current_task().get_name()}')
    return name


async def slow(name, seconds):
    print(f'{now()} {name} begins in {asyncio.current_task().get_name()}')
    variable.set(variable.get() + 1)
    await asyncio.sleep(seconds)
    print(f'{now()} {name} ends in {asyncio.current_task().get_name()} {variable.get()}')
    return name


async def fail(name):
    raise ValueError(name)


async def parent(depth):
    if depth > 0:
        child = asyncio.create_task(parent(depth - 1))
        print(f'{now()} depth {depth} {child.done()} {asyncio.current_task().get_name()}')
        await child
    await asyncio.sleep(0)
    return depth


async def cancels_itself(then):
    asyncio.current_task().cancel('myself')
    if then > 0:
        await asyncio.sleep(then)


async def ended(task):
    try:
        return f'gave {await task}'
    except asyncio.CancelledError as error:
        return f'cancelled({error})'
    except ValueError as error:
        return f'failed({error})'


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.call_soon(print, 'the loop goes round')
    one = asyncio.create_task(quick('one'))
    print(f'{now()} {one.done()} {one.get_name()} {asyncio.current_task().get_name()}')
    print(f'{now()} {await one}')
    two = asyncio.create_task(slow('two', 1), name='second')
    print(f'{now()} {two.done()} {variable.get()} {len(asyncio.all_tasks())}')
    print(await asyncio.gather(quick('a'), quick('b')))
    print(await asyncio.gather(quick('c'), slow('d', 2), two))
    bad = asyncio.create_task(fail('bad'))
    print(f'{now()} {bad.done()} {bad.exception()}')
    print(await ended(asyncio.create_task(parent(3))))
    cancelled = asyncio.create_task(slow('cancelled', 5))
    print(f'{cancelled.cancel("why")} {one.cancel()}')
    print(await ended(cancelled))
    print(await ended(asyncio.create_task(cancels_itself(0))))
    print(await ended(asyncio.create_task(cancels_itself(5))))
    future = loop.create_future()

    async def sets():
        future.set_result('set at once')

    asyncio.create_task(sets())
    print(await future)
    lazy = asyncio.create_task(quick('lazy'), eager_start=False)
    print(f'{now()} {lazy.done()}')
    await lazy
    print(await asyncio.wait_for(quick('timed'), 1))
    done, pending = await asyncio.wait([asyncio.create_task(quick('w')), asyncio.create_task(slow('x', 1))])
    print(f'{now()} {len(done)} {len(pending)}')
    loop.set_task_factory(None)
    last = asyncio.create_task(quick('last'))
    print(f'{now()} {last.done()}')
    await last


asyncio.run(main())
