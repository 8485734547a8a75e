import asyncio

async def producer(queue):
    for item in (1, 2, 3):
        await queue.put(item)
        print("put", item)

async def consumer(queue):
    for _ in range(3):
        print("got", await queue.get())

async def main():
    for limit in (0, 1):
        print("limit", limit)
        queue = asyncio.Queue(limit)
        await asyncio.gather(producer(queue), consumer(queue))

asyncio.run(main())
