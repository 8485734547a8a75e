import asyncio


async def getter(name, queue):
    try:
        item = await queue.get()
        print(f'{name} got {item}')
    except asyncio.CancelledError as error:
        print(f'{name} cancelled [{error}]')
        raise


async def putter(name, queue, item):
    try:
        await queue.put(item)
        print(f'{name} put {item}')
    except asyncio.CancelledError as error:
        print(f'{name} cancelled [{error}]')
        raise


async def main():
    # Woken, then cancelled: the next one gets the item.
    queue = asyncio.Queue()
    g = [asyncio.create_task(getter(f'g{number}', queue)) for number in range(4)]
    await asyncio.sleep(0)
    queue.put_nowait('x')
    g[0].cancel('first')
    await asyncio.gather(g[0], g[1], return_exceptions=True)
    # Cancelled, then an item: the line skips it.
    g[2].cancel()
    queue.put_nowait('y')
    print(f'{queue}')
    await asyncio.gather(g[2], g[3], return_exceptions=True)
    print(f'{queue}')
    # Woken twice over, cancelled once.
    g = [asyncio.create_task(getter(f'g{number}', queue)) for number in range(3)]
    await asyncio.sleep(0)
    queue.put_nowait(1)
    queue.put_nowait(2)
    g[0].cancel()
    await asyncio.gather(*g[:2], return_exceptions=True)
    print(f'{queue}')
    await asyncio.sleep(0)
    print(f'{queue} {g[2].done()}')
    # The only getter, woken and cancelled: the item stays.
    one = asyncio.create_task(getter('one', queue))
    await asyncio.sleep(0)
    queue.put_nowait(3)
    one.cancel()
    await asyncio.gather(one, return_exceptions=True)
    print(f'{queue}')
    # Putters: woken and cancelled, and the next one goes in.
    queue = asyncio.Queue(1)
    queue.put_nowait('full')
    p = [asyncio.create_task(putter(f'p{number}', queue, number)) for number in range(4)]
    await asyncio.sleep(0)
    print(f'{queue}')
    queue.get_nowait()
    p[0].cancel()
    await asyncio.gather(p[0], p[1], return_exceptions=True)
    print(f'{queue}')
    p[2].cancel()
    queue.get_nowait()
    await asyncio.gather(p[2], p[3], return_exceptions=True)
    print(f'{queue}')
    # Cancelled after waking, while somebody has filled the queue meanwhile.
    late = asyncio.create_task(putter('late', queue, 'late'))
    later = asyncio.create_task(putter('later', queue, 'later'))
    await asyncio.sleep(0)
    queue.get_nowait()
    queue.put_nowait('barger')
    late.cancel()
    await asyncio.gather(late, return_exceptions=True)
    print(f'{queue} {later.done()}')
    queue.get_nowait()
    await later
    print(f'{queue}')
    # A limit of time.
    try:
        await asyncio.wait_for(queue.put('never'), 1)
    except TimeoutError:
        print(f'{queue}')
    queue.get_nowait()
    try:
        await asyncio.wait_for(queue.get(), 1)
    except TimeoutError:
        print(f'{queue}')


asyncio.run(main())
