import asyncio


async def getter(name, queue):
    item = await queue.get()
    print(f'{name} got {item}')


async def putter(name, queue, item):
    await queue.put(item)
    print(f'{name} put {item}')


async def main():
    queue = asyncio.Queue()
    loop = asyncio.get_running_loop()
    # A woken getter finds the item gone, and goes to the end of the line.
    getters = [asyncio.create_task(getter(name, queue)) for name in ['g1', 'g2', 'g3']]
    await asyncio.sleep(0)
    print(f'{queue}')
    queue.put_nowait('a')
    print(f'{queue} stolen {queue.get_nowait()}')
    await asyncio.sleep(0)
    for item in ['b', 'c', 'd']:
        queue.put_nowait(item)
    print(f'{queue.qsize()} {queue.empty()} {queue.full()}')
    await asyncio.gather(*getters)
    # A woken putter finds the room taken.
    queue = asyncio.Queue(2)
    putters = [asyncio.create_task(putter(f'p{number}', queue, number)) for number in [1, 2, 3, 4]]
    await asyncio.sleep(0)
    print(f'{queue} {queue.full()}')
    print(f'{queue.get_nowait()}')
    queue.put_nowait('barger')
    await asyncio.sleep(0)
    print(f'{queue}')
    try:
        queue.put_nowait('too much')
    except asyncio.QueueFull as error:
        print(f'full [{error}]')
    loop.call_later(1, lambda: queue.get_nowait())
    loop.call_later(2, lambda: queue.get_nowait())
    loop.call_later(2, lambda: queue.get_nowait())
    await asyncio.gather(*putters)
    print(f'{queue}')
    while not queue.empty():
        print(f'{queue.get_nowait()}')
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(f'empty [{error}]')
    # One place: producer and consumer take turns.
    queue = asyncio.Queue(1)

    async def produce():
        for number in range(5):
            await queue.put(number)
            print(f'put {number}')

    async def consume():
        for _ in range(5):
            print(f'got {await queue.get()}')

    await asyncio.gather(produce(), consume())
    await asyncio.gather(consume(), produce())
    # Without a limit nothing suspends: the consumer starves until the producer is done.
    queue = asyncio.Queue(-1)
    await asyncio.gather(produce(), consume())
    newest = asyncio.LifoQueue(2.5)
    for number in range(3):
        await newest.put(number)
    print(f'{newest} {newest.full()} {newest.maxsize}')
    for _ in range(3):
        print(f'{await newest.get()}')


asyncio.run(main())
