import asyncio


async def attempt(name, coroutine):
    try:
        print(f'{name}: {await coroutine}')
    except asyncio.QueueShutDown as error:
        print(f'{name}: shut down [{error}]')


async def main():
    # Putters are sent away, getters take what is left.
    queue = asyncio.Queue(1)
    queue.put_nowait('a')
    tasks = [asyncio.create_task(attempt(f'put {number}', queue.put(number))) for number in range(2)]
    joined = asyncio.create_task(attempt('join', queue.join()))
    await asyncio.sleep(0)
    queue.shutdown()
    print(f'{queue}')
    await asyncio.gather(*tasks)
    await attempt('late put', queue.put('b'))
    await attempt('get', queue.get())
    await attempt('late get', queue.get())
    print(f'{joined.done()}')
    queue.task_done()
    await joined
    try:
        queue.put_nowait('c')
    except asyncio.QueueShutDown:
        print('put_nowait: shut down')
    try:
        queue.get_nowait()
    except asyncio.QueueShutDown:
        print('get_nowait: shut down')
    # Getters that wait are sent away.
    queue = asyncio.LifoQueue()
    tasks = [asyncio.create_task(attempt(f'get {number}', queue.get())) for number in range(2)]
    await asyncio.sleep(0)
    queue.put_nowait('only')
    tasks[1].cancel()
    queue.shutdown()
    print(f'{queue}')
    await asyncio.gather(*tasks, return_exceptions=True)
    # Immediately: what is left counts as done, but for what was taken.
    queue = asyncio.PriorityQueue(3)
    for number in [3, 1, 2]:
        queue.put_nowait(number)
    await attempt('smallest', queue.get())
    putting = [asyncio.create_task(attempt(f'put {number}', queue.put(number))) for number in range(2)]
    joined = asyncio.create_task(attempt('join', queue.join()))
    await asyncio.sleep(0)
    queue.shutdown(True)
    print(f'{queue}')
    await asyncio.gather(*putting)
    print(f'{joined.done()}')
    queue.task_done()
    await joined
    queue.shutdown()
    queue.shutdown(immediate=True)
    print(f'{queue}')
    try:
        queue.task_done()
    except ValueError as error:
        print(f'{error}')


asyncio.run(main())
