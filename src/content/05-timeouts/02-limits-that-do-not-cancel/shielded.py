import asyncio

async def download():
    await asyncio.sleep(3)
    print("the download has ended")
    return "page"

async def main():
    task = asyncio.create_task(download())
    try:
        await asyncio.wait_for(asyncio.shield(task), timeout=1)
    except TimeoutError:
        print("a second has passed; cancelled:", task.cancelled(), "done:", task.done())
    print(await task)

asyncio.run(main())
