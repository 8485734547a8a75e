import asyncio, time

async def receive(queue, start):
    item = await queue.get()
    print(item, f"is received after {asyncio.get_running_loop().time() - start:.1f} s")

def directly(queue, loop):
    time.sleep(0.1)
    queue.put_nowait("what a thread has put")
    time.sleep(2)

def handed_over(queue, loop):
    time.sleep(0.1)
    loop.call_soon_threadsafe(queue.put_nowait, "what the loop has put")
    time.sleep(2)

async def main():
    loop = asyncio.get_running_loop()
    for produce in (directly, handed_over):
        queue = asyncio.Queue()
        await asyncio.gather(
            receive(queue, loop.time()),
            asyncio.sleep(1),
            asyncio.to_thread(produce, queue, loop),
        )

asyncio.run(main())
