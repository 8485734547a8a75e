import asyncio

async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind()
        for item in ((2, "b"), (1, "z"), (2, "a")):
            queue.put_nowait(item)
        print(kind.__name__, [(await queue.get())[1] for _ in range(3)])

asyncio.run(main())
