import asyncio

async def download(name, seconds):
    await asyncio.sleep(seconds)
    return name

async def main():
    tasks = [asyncio.create_task(download("short", 1)), asyncio.create_task(download("long", 3))]
    done, pending = await asyncio.wait(tasks, timeout=2)
    print("done:", [task.result() for task in tasks if task in done])
    print("pending:", len(pending))
    print("later:", await tasks[1])

asyncio.run(main())
