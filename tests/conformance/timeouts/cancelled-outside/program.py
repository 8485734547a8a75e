import asyncio


async def limited(name, seconds, limit, swallow=False):
    task = asyncio.current_task()
    deadline = asyncio.timeout(limit)
    try:
        async with deadline:
            try:
                await asyncio.sleep(seconds)
            except asyncio.CancelledError:
                if not swallow:
                    raise
                print(f'{name}: swallowed')
                await asyncio.sleep(seconds)
    except TimeoutError:
        print(f'{name}: timeout, expired {deadline.expired()}, cancelling {task.cancelling()}')
    except asyncio.CancelledError as error:
        print(f'{name}: cancelled {error.args}, expired {deadline.expired()}, cancelling {task.cancelling()}')
        raise


async def watch(name, seconds, limit, cancel_at, swallow=False):
    loop = asyncio.get_running_loop()
    begin = loop.time()
    task = asyncio.create_task(limited(name, seconds, limit, swallow))
    await asyncio.sleep(0)
    for moment in cancel_at:
        loop.call_at(begin + moment, lambda moment=moment: task.cancel(f'at {moment}'))
    await asyncio.wait([task])
    print(f'{name}: ends at {loop.time() - begin:g}, cancelled {task.cancelled()}')


async def already(limit):
    task = asyncio.current_task()
    task.cancel('before')
    try:
        async with asyncio.timeout(limit):
            await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print(f'before: {error.args} {task.cancelling()}')
    try:
        async with asyncio.timeout(limit):
            await asyncio.sleep(9)
    except TimeoutError:
        print(f'then a timeout, cancelling {task.cancelling()}')


async def main():
    await watch('before', 5, 2, [1])
    await watch('with', 5, 2, [2])
    await watch('after', 5, 2, [3])
    await watch('twice', 5, 2, [1, 1])
    await watch('both, swallowed', 5, 2, [1], swallow=True)
    await watch('timeout swallowed', 5, 2, [3], swallow=True)
    await watch('timeout swallowed, then twice', 5, 2, [3, 4], swallow=True)
    await asyncio.create_task(already(1))


asyncio.run(main())
