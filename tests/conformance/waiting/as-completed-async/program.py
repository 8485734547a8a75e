import asyncio


async def job(name, seconds, error=None):
    await asyncio.sleep(seconds)
    if error is not None:
        raise error
    return name


async def main():
    loop = asyncio.get_running_loop()
    a = asyncio.create_task(job('a', 2), name='a')
    b = asyncio.create_task(job('b', 1), name='b')
    future = loop.create_future()
    loop.call_later(1.5, lambda: future.set_result('f'))
    async for task in asyncio.as_completed([a, b, future]):
        same = 'a' if task is a else 'b' if task is b else 'future' if task is future else 'another'
        print(f'{same}: {task.result()} at {loop.time():g}')
    steps = asyncio.as_completed([job('c', 3), job('d', 1), job('e', 2)])
    async for task in steps:
        print(f'{await task} {task.get_name()} at {loop.time():g}')
        break
    print(f'{await next(steps)} by hand')
    async for task in steps:
        print(f'{task.result()} at {loop.time():g}')
    slow = asyncio.create_task(job('slow', 9), name='slow')
    failing = asyncio.create_task(job('failing', 1, ValueError('no')), name='failing')
    try:
        async for task in asyncio.as_completed([slow, failing], timeout=3):
            print(f'{task.get_name()} {task.exception()} at {loop.time():g}')
    except TimeoutError:
        print(f'no time left at {loop.time():g}, slow goes on: {slow.done()}')


asyncio.run(main())
