import asyncio
import time


def work(name, seconds):
    time.sleep(seconds)
    return name


async def ticker():
    for i in range(4):
        print(f"{asyncio.get_running_loop().time():g} tick {i}")
        await asyncio.sleep(0.5)


async def main():
    loop = asyncio.get_running_loop()
    ticks = asyncio.create_task(ticker())
    first = loop.run_in_executor(None, work, "a", 2)
    print(await asyncio.gather(first, asyncio.to_thread(work, "b", 1), asyncio.sleep(1.5, "c")))
    print(f"{loop.time():g} all")
    # Steps of one thread add up on its own clock.
    def steps():
        began = time.monotonic()
        for _ in range(3):
            time.sleep(0.25)
        return time.monotonic() - began
    print(f"{await asyncio.to_thread(steps):g} in the thread, {loop.time():g} in the loop")
    await ticks


asyncio.run(main())
