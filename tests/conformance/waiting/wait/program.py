import asyncio


async def job(name, seconds, error=None):
    await asyncio.sleep(seconds)
    if error is not None:
        raise error
    return name


def names(tasks):
    return ' '.join(sorted(task.get_name() for task in tasks))


async def main():
    loop = asyncio.get_running_loop()
    a = asyncio.create_task(job('a', 1), name='a')
    b = asyncio.create_task(job('b', 2, ValueError('b')), name='b')
    c = asyncio.create_task(job('c', 3), name='c')
    done, pending = await asyncio.wait([a, b, c], timeout=1)
    print(f'{loop.time():g}: {names(done)} | {names(pending)}')
    done, pending = await asyncio.wait([a, b, b, c, a])
    print(f'{loop.time():g}: {names(done)} | {names(pending)}')
    done, pending = await asyncio.wait((a, c), timeout=5)
    print(f'all done before: {names(done)} | {names(pending)}')
    d = asyncio.create_task(job('d', 5), name='d')
    done, pending = await asyncio.wait([d], timeout=0)
    print(f'no time: {names(done)} | {names(pending)}')
    done, pending = await asyncio.wait((task for task in [d]), timeout=-1)
    print(f'less than none: {names(done)} | {names(pending)}')
    waiter = asyncio.create_task(asyncio.wait([d], timeout=2), name='waiter')
    await asyncio.sleep(1)
    waiter.cancel('enough')
    try:
        await waiter
    except asyncio.CancelledError as error:
        print(f'waiter cancelled: {error.args}')
    print(f'd goes on: {d.done()}')
    d.cancel()
    done, pending = await asyncio.wait([d])
    print(f'd cancelled: {d.cancelled()} {names(done)}')


asyncio.run(main())
