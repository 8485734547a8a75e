import asyncio

async def slow_op():
    try:
        await asyncio.sleep(400)
        print("completed")
    except asyncio.CancelledError:
        print("slow_op is cancelled")
        raise

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        await asyncio.wait_for(slow_op(), timeout=1)
    except TimeoutError:
        print(f"main gets a TimeoutError after {loop.time() - start:.0f} s")
    await asyncio.sleep(500)
    print(f"nothing more came in {loop.time() - start:.0f} s")

asyncio.run(main())
