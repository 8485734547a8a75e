import asyncio

async def producer(queue):
    for item in (1, 2, 3):
        await asyncio.sleep(1)
        print("made", item)
        await queue.put(item)

async def consumer(name, queue):
    while True:
        item = await queue.get()
        print(name, "takes", item)
        await asyncio.sleep(2)
        print(name, "has used", item)

async def main():
    queue = asyncio.Queue()
    consumers = [asyncio.create_task(consumer(name, queue)) for name in ("A", "B")]
    await producer(queue)
    await asyncio.sleep(5)
    for task in consumers:
        task.cancel()

asyncio.run(main())
