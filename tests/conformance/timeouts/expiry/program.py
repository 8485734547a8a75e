import asyncio


async def attempt(name, limit, body):
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    begin = loop.time()
    deadline = asyncio.timeout(limit)
    try:
        async with deadline as entered:
            print(f'{name}: {entered is deadline} {entered.when()}')
            value = await body()
            print(f'{name}: {value}')
    except TimeoutError as error:
        print(f'{name}: timeout from {type(error.__cause__).__name__}')
    except ValueError as error:
        print(f'{name}: {error}')
    print(f'{name}: {loop.time() - begin:g}, expired {deadline.expired()}, cancelling {task.cancelling()}')


async def sleepy():
    await asyncio.sleep(10)
    return 'slept'


async def swallowing():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return 'swallowed'


async def failing():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError('failed')


async def busy():
    return 'never waited'


async def turns():
    await asyncio.sleep(0)
    return 'one turn'


async def two_turns():
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return 'two turns'


async def main():
    await attempt('expires', 1, sleepy)
    await attempt('in time', 20, sleepy)
    await attempt('no limit', None, sleepy)
    await attempt('swallowed', 1, swallowing)
    await attempt('failed', 1, failing)
    await attempt('zero, no wait', 0, busy)
    await attempt('zero, one turn', 0, turns)
    await attempt('zero, two turns', 0, two_turns)
    await attempt('past', -1, two_turns)
    await attempt('past, sleeping', -1, sleepy)


asyncio.run(main())
