import asyncio

async def child(number):
    print("child", number, "runs")
    return number

async def main():
    print("by await:", await child(1))
    task = asyncio.create_task(child(2))
    print("a task is made")
    print("by create_task:", await task)
    print("by gather:", await asyncio.gather(child(3), child(4)))
    print("by gather, of nothing:", await asyncio.gather())

asyncio.run(main())
