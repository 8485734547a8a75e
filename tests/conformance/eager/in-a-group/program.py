import asyncio


def now():
    return f'{asyncio.get_running_loop().time():g}'


async def fail(name, turns=0):
    for _ in range(turns):
        await asyncio.sleep(0)
    print(f'{now()} {name} fails')
    raise ValueError(name)


async def work(name, seconds=0.0):
    if seconds > 0:
        await asyncio.sleep(seconds)
    print(f'{now()} {name} is done')
    return name


async def fails_at_once():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(fail('at once'))
        print(f'{task.done()} {asyncio.current_task().cancelling()} {group}')
        other = group.create_task(work('begun', 5))
        print(f'{other.done()} {group}')
        try:
            await asyncio.sleep(9)
        finally:
            print(f'{now()} body {asyncio.current_task().cancelling()} {group}')


async def two_fail():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail('one'))
        group.create_task(fail('two'))
        group.create_task(fail('three', 2))


async def all_well():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(name)) for name in 'abc']
        print(f'{group}')
    print([task.result() for task in tasks])


async def crawl(width, depth):
    if depth == 0:
        return 1
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(crawl(width, depth - 1)) for _ in range(width)]
    return sum(task.result() for task in tasks)


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    for part in (fails_at_once, two_fail, all_well):
        try:
            await part()
        except ExceptionGroup as error:
            print([now(), list(error.exceptions), asyncio.current_task().cancelling()])
    print(await crawl(2, 3))
    async with asyncio.TaskGroup() as group:
        group.create_task(work('lazy'), eager_start=False)
        print('body ends')


asyncio.run(main())
