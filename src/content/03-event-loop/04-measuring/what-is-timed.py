import asyncio
import time

async def answer():
    await asyncio.sleep(2)
    return 42

async def main():
    start = time.perf_counter()
    coroutine = answer()
    print(f"the call: {time.perf_counter() - start:0.2f} s")

    start = time.perf_counter()
    task = asyncio.create_task(coroutine)
    print(f"making a task: {time.perf_counter() - start:0.2f} s")

    start = time.perf_counter()
    await task
    print(f"the answer: {time.perf_counter() - start:0.2f} s")

asyncio.run(main())
