import asyncio

turns = 0

async def spinner():
    global turns
    while True:
        turns += 1
        await asyncio.sleep(1)

async def nothing():
    return None

async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(spinner())

    for _ in range(1000):
        await nothing()
    print("1000 awaits of a coroutine that waits for nothing:", turns)

    done = loop.create_future()
    done.set_result("there already")
    for _ in range(1000):
        await done
    print("1000 awaits of a future that is done:", turns)

    await asyncio.sleep(0)
    print("1 await of a pause:", turns)

    pending = loop.create_future()
    loop.call_later(3.5, pending.set_result, "here now")
    await pending
    print("1 await of a future that is pending:", turns)

asyncio.run(main())
