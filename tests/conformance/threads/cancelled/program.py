import asyncio
import time

done = []


def work(seconds):
    time.sleep(seconds)
    done.append(time.monotonic())
    return "result"


async def main():
    loop = asyncio.get_running_loop()
    # The await is cancelled at once, the thread goes on.
    task = asyncio.create_task(asyncio.to_thread(work, 3))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(f"{loop.time():g} cancelled")
    try:
        await asyncio.wait_for(asyncio.to_thread(work, 5), 1)
    except TimeoutError:
        print(f"{loop.time():g} timed out")
    try:
        async with asyncio.timeout(0.5):
            await loop.run_in_executor(None, work, 2)
    except TimeoutError:
        print(f"{loop.time():g} timed out")
    inner = loop.run_in_executor(None, work, 1)
    print(await asyncio.shield(inner), f"{loop.time():g}")
    # run() waits for the threads that are left: until 7.


asyncio.run(main())
print(f"{time.monotonic():g} {[round(t, 3) for t in done]}")
