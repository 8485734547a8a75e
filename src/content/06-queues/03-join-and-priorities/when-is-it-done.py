import asyncio

async def worker(queue):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        queue.task_done()

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    queue = asyncio.Queue()
    for seconds in (1, 2, 3):
        queue.put_nowait(seconds)
    workers = [asyncio.create_task(worker(queue)) for _ in range(3)]
    await asyncio.sleep(0)
    print(f"{loop.time() - start:.0f} s: empty is {queue.empty()}")
    await queue.join()
    print(f"{loop.time() - start:.0f} s: joined")
    for task in workers:
        task.cancel()

asyncio.run(main())
