import asyncio
import time

async def part():
    start = time.perf_counter()
    await asyncio.sleep(1)
    print(f"a sleep of 1 second took {time.perf_counter() - start:0.2f} seconds")

async def computes():
    time.sleep(3)  # stands for three seconds of computing

async def main():
    await asyncio.gather(part(), computes())

asyncio.run(main())
