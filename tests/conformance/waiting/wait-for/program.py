import asyncio


async def job(seconds, value=None):
    await asyncio.sleep(seconds)
    return value


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('stubborn: not now')
        await asyncio.sleep(2)
    return 'late'


async def clumsy():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(1)
        raise ValueError('dropped it')


async def tidy():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(3)
        print('tidied up')


async def attempt(awaitable, timeout):
    loop = asyncio.get_running_loop()
    begin = loop.time()
    try:
        value = await asyncio.wait_for(awaitable, timeout)
        print(f'{value} after {loop.time() - begin:g}')
    except TimeoutError:
        print(f'timeout after {loop.time() - begin:g}, cancelling {asyncio.current_task().cancelling()}')
    except ValueError as error:
        print(f'{error} after {loop.time() - begin:g}')


async def main():
    loop = asyncio.get_running_loop()
    await attempt(job(1, 'in time'), 2)
    await attempt(job(3), 2)
    await attempt(asyncio.create_task(job(1, 'task')), 2)
    await attempt(asyncio.create_task(job(3)), 2)
    await attempt(job(1, 'no limit'), None)
    await attempt(job(1), 0)
    await attempt(asyncio.create_task(job(1)), -1)
    finished = asyncio.create_task(job(0, 'done before'))
    await finished
    await attempt(finished, 0)
    await attempt(stubborn(), 1)
    await attempt(clumsy(), 1)
    await attempt(tidy(), 1)
    await attempt(asyncio.create_task(stubborn()), 1)
    future = loop.create_future()
    await attempt(future, 1)
    print(f'future cancelled: {future.cancelled()}')
    inner = asyncio.create_task(job(10))
    outer = asyncio.create_task(asyncio.wait_for(inner, 5))
    await asyncio.sleep(1)
    outer.cancel('outside')
    try:
        await outer
    except asyncio.CancelledError as error:
        print(f'{error.args} {inner.cancelled()}')
    started = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    await attempt(started, 0)


asyncio.run(main())
