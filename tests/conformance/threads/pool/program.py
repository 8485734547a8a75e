import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

began = []


def work(n, seconds):
    began.append((n, time.monotonic()))
    time.sleep(seconds)
    return n


async def main():
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(2)
    futures = [loop.run_in_executor(pool, work, n, 1 + n % 2) for n in range(6)]
    print(futures[3].cancel(), futures[0].cancel())
    results = await asyncio.gather(*futures, return_exceptions=True)
    print(f"{loop.time():g} {[type(r).__name__ for r in results]}")
    for n, t in began:
        print(f"{t:g} job {n}")
    began.clear()
    # The default pool has eight workers.
    await asyncio.gather(*(asyncio.to_thread(work, n, 1) for n in range(20)))
    print(f"{loop.time():g} twenty jobs, {len({t for _, t in began})} rounds")


asyncio.run(main())
