import asyncio
import time


def fail(seconds, error):
    time.sleep(seconds)
    raise error


async def main():
    loop = asyncio.get_running_loop()
    for error in ValueError("v"), StopIteration("s"), RuntimeError("r"):
        try:
            await loop.run_in_executor(None, fail, 1, error)
        except Exception as e:
            print(f"{loop.time():g} {type(e).__name__} {e} cause {e.__cause__ is error}")
    try:
        await asyncio.to_thread(fail, 1, asyncio.CancelledError())
    except asyncio.CancelledError:
        print(f"{loop.time():g} CancelledError from the thread")
    results = await asyncio.gather(
        asyncio.to_thread(fail, 2, KeyError("k")), asyncio.to_thread(time.sleep, 3), return_exceptions=True
    )
    print(f"{loop.time():g} {type(results[0]).__name__} {results[1]}")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.to_thread(fail, 1, ValueError("group")))
            group.create_task(asyncio.to_thread(time.sleep, 5))
    except ExceptionGroup as e:
        print(f"{loop.time():g} {e.exceptions[0]}")
    try:
        loop.run_in_executor(None, 5)
        await asyncio.sleep(0)
        await loop.run_in_executor(None, 5)
    except TypeError as e:
        print(e)


asyncio.run(main())
