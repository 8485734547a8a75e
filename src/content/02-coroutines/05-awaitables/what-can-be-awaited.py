import asyncio

async def page():
    return "a page"

async def pages():
    yield "a page"

async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("a result")
    things = {
        "a coroutine": page(),
        "a task": asyncio.create_task(page()),
        "a future": future,
        "a coroutine function": page,
        "an async generator": pages(),
        "a number": 42,
        "a list": [future],
        "nothing": None,
    }
    for name, thing in things.items():
        try:
            print(f"{name}: {await thing}")
        except TypeError as error:
            print(f"{name}: TypeError: {error}")

asyncio.run(main())
