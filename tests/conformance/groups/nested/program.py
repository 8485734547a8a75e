import asyncio


def now():
    return f'{asyncio.get_running_loop().time():g}'


def show(error):
    if isinstance(error, BaseExceptionGroup):
        return f'{type(error).__name__}({error.message}: {", ".join(show(part) for part in error.exceptions)})'
    return f'{type(error).__name__}({error})'


async def fail(name, seconds):
    await asyncio.sleep(seconds)
    raise ValueError(name)


async def crawl(width, depth):
    if depth == 0:
        return 1
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(crawl(width, depth - 1)) for _ in range(width)]
    return sum(task.result() for task in tasks)


async def one_level(inner_after, outer_after):
    async with asyncio.TaskGroup() as outer:
        outer.create_task(fail('outer', outer_after))
        try:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail('inner', inner_after))
        finally:
            print(f'{now()} inner left {asyncio.current_task().cancelling()}')


async def handled_inside():
    async with asyncio.TaskGroup() as outer:
        try:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail('inner', 0))
                outer.create_task(fail('outer', 0))
        except* ValueError as error:
            print(f'{now()} {show(error)}')
        print(f'{now()} {asyncio.current_task().cancelling()}')


async def in_a_child():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(crawl(2, 2))
        outer.create_task(one_level(1, 5))
        try:
            await asyncio.sleep(9)
        finally:
            print(f'{now()} body {outer}')


async def with_gather():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail('late', 1))
        await asyncio.gather(asyncio.sleep(3), asyncio.sleep(5))


async def main():
    print(f'{now()} {await crawl(3, 3)}')
    for part in (one_level(1, 2), one_level(2, 1), one_level(1, 1), handled_inside(), in_a_child(), with_gather()):
        try:
            await part
        except ExceptionGroup as error:
            print(f'{now()} {show(error)} {asyncio.current_task().cancelling()}')


asyncio.run(main())
