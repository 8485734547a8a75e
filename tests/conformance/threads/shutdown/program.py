import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def refused(awaitable):
    try:
        await awaitable()
    except (RuntimeError, TypeError) as e:
        print(f"{type(e).__name__} {e}")


async def main():
    loop = asyncio.get_running_loop()
    pool = ThreadPoolExecutor(1)
    print(await loop.run_in_executor(pool, lambda: "works"))
    pending = loop.run_in_executor(None, time.sleep, 2)
    await loop.shutdown_default_executor()
    print(f"{loop.time():g} {pending.done()}")
    await refused(lambda: loop.run_in_executor(None, print))
    await refused(lambda: asyncio.to_thread(print))
    # A pool of one's own is none of the loop's business.
    print(await loop.run_in_executor(pool, lambda: "still works"))

    async def try_default():
        loop.set_default_executor(5)

    await refused(try_default)


asyncio.run(main())
try:
    asyncio.new_event_loop().run_in_executor(None, 5).cancel()
    loop = asyncio.new_event_loop()
    loop.close()
    loop.run_in_executor(None, print)
except RuntimeError as e:
    print(e)
