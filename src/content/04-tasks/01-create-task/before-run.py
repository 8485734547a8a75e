import asyncio

async def work(where):
    print("works", where)

coroutine = work("outside")
try:
    asyncio.create_task(coroutine)
except RuntimeError as error:
    print("RuntimeError:", error)
    coroutine.close()

async def main():
    task = asyncio.create_task(work("inside"))
    print("made", task.get_name())
    await task

asyncio.run(main())
