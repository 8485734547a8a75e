import asyncio


async def child(name, seconds, crash=False):
    try:
        await asyncio.sleep(seconds)
        print(f'{name} ends')
    except asyncio.CancelledError:
        print(f'{name} is cancelled')
        await asyncio.sleep(0.5)
        if crash:
            raise ValueError(name)
        raise


async def attempt(name, limit, body):
    loop = asyncio.get_running_loop()
    begin = loop.time()
    try:
        async with asyncio.timeout(limit):
            await body()
            print(f'{name}: in time')
    except TimeoutError:
        print(f'{name}: timeout')
    except ExceptionGroup as group:
        print(f'{name}: group of {len(group.exceptions)}')
    print(f'{name}: {loop.time() - begin:g}, cancelling {asyncio.current_task().cancelling()}')


async def group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child('first', 1))
        tg.create_task(child('second', 5))


async def crashing_group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child('third', 1))
        tg.create_task(child('fourth', 5, crash=True))


async def gathered():
    await asyncio.gather(child('fifth', 1), child('sixth', 5))


async def locked():
    lock = asyncio.Lock()
    async with lock:
        try:
            async with asyncio.timeout(1):
                async with lock:
                    print('never')
        except TimeoutError:
            print(f'the lock is held: {lock.locked()}')
        await asyncio.sleep(2)


async def queued():
    queue = asyncio.Queue()
    try:
        await asyncio.wait_for(queue.get(), 1)
    except TimeoutError:
        queue.put_nowait('item')
        print(f'{await queue.get()} {queue.qsize()}')
    event = asyncio.Event()
    asyncio.get_running_loop().call_later(0.5, lambda: event.set())
    print(f'{await asyncio.wait_for(event.wait(), 1)}')


async def main():
    for limit in (2, 10):
        await attempt('group', limit, group)
        await attempt('crashing group', limit, crashing_group)
        await attempt('gather', limit, gathered)
        await attempt('lock', limit, locked)
        await attempt('queue', limit, queued)


asyncio.run(main())
