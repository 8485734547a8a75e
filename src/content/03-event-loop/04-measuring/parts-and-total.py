import asyncio
import time

async def part(number, seconds):
    start = time.perf_counter()
    await asyncio.sleep(seconds)
    took = time.perf_counter() - start
    print(f"part {number} took {took:0.2f} seconds")
    return took

async def main():
    start = time.perf_counter()
    parts = await asyncio.gather(part(1, 11), part(2, 8), part(3, 4))
    total = time.perf_counter() - start
    print(f"the parts add up to {sum(parts):0.2f} seconds")
    print(f"the total is {total:0.2f} seconds")

asyncio.run(main())
