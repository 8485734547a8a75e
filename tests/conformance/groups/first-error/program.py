import asyncio


def now():
    return f'{asyncio.get_running_loop().time():g}'


def show(error):
    if isinstance(error, BaseExceptionGroup):
        return f'{type(error).__name__}({error.message}: {", ".join(show(part) for part in error.exceptions)})'
    return f'{type(error).__name__}({error})'


async def work(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(f'{now()} {name} is done')
        return name
    except asyncio.CancelledError:
        print(f'{now()} {name} is cancelled')
        raise


async def fail(name, seconds):
    await asyncio.sleep(seconds)
    print(f'{now()} {name} fails')
    raise ValueError(name)


async def cleans_up(name):
    try:
        await asyncio.sleep(9)
    finally:
        await asyncio.sleep(1)
        print(f'{now()} {name} fails in its cleanup')
        raise TypeError(name)


async def swallows(name):
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print(f'{now()} {name} swallows')
    await asyncio.sleep(0.5)
    return name


async def all_well():
    async with asyncio.TaskGroup() as group:
        one = group.create_task(work('one', 2))
        two = group.create_task(work('two', 1), name='second')
        print(f'{now()} body {group}')
    print(f'{now()} {one.result()} {two.result()} {two.get_name()} {group}')


async def one_fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(work('quick', 0.5))
        group.create_task(fail('first', 1))
        group.create_task(work('slow', 5))
        group.create_task(cleans_up('messy'))
        group.create_task(swallows('deaf'))
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            print(f'{now()} body is cancelled, asked {asyncio.current_task().cancelling()} times, {group}')
            raise


async def several_fail():
    async with asyncio.TaskGroup() as group:
        for name in 'abc':
            group.create_task(fail(name, 1))


async def body_fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(work('begun', 5))
        await asyncio.sleep(0)
        group.create_task(work('not begun', 5))
        raise RuntimeError('body')


async def body_is_busy():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail('early', 0))
        for turn in range(5):
            print(f'{now()} turn {turn} {asyncio.current_task().cancelling()}')
            await asyncio.sleep(0)


async def body_swallows():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail('ignored', 1))
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            print(f'{now()} body swallows')
        await asyncio.sleep(1)
        print(f'{now()} body goes on {asyncio.current_task().cancelling()}')


async def child_is_cancelled():
    async with asyncio.TaskGroup() as group:
        child = group.create_task(work('cancelled alone', 5))
        group.create_task(work('other', 2))
        await asyncio.sleep(1)
        child.cancel()
    print(f'{now()} {child.cancelled()}')


async def main():
    for part in (all_well, one_fails, several_fail, body_fails, body_is_busy, body_swallows, child_is_cancelled):
        try:
            await part()
        except ExceptionGroup as error:
            print(f'{now()} {part.__name__} {show(error)} {asyncio.current_task().cancelling()}')


asyncio.run(main())
