import asyncio


async def worker(name, queue):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        print(f'{name} done {seconds:g}')
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    await queue.join()
    print('nothing to join')
    try:
        queue.task_done()
    except ValueError as error:
        print(f'{error}')
    for seconds in [3, 1, 2, 0.5, 0]:
        queue.put_nowait(seconds)
    joined = asyncio.create_task(queue.join())
    workers = [asyncio.create_task(worker(f'w{number}', queue), name=f'w{number}') for number in [1, 2]]
    await asyncio.sleep(1)
    print(f'{queue}')
    await joined
    print(f'joined {queue}')
    queue.put_nowait(1)
    await queue.join()
    for each in workers:
        each.cancel('over')
    results = await asyncio.gather(*workers, return_exceptions=True)
    print(f'{len(results)}')
    # Two wait for the end; one of them gives up.
    queue.put_nowait(7)
    queue.put_nowait(8)
    first = asyncio.create_task(queue.join())
    second = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    first.cancel()
    await queue.get()
    queue.task_done()
    await asyncio.sleep(0)
    print(f'{first.cancelled()} {second.done()}')
    queue.task_done()
    queue.put_nowait(9)
    await second
    print(f'{queue}')


asyncio.run(main())
