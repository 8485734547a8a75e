import asyncio

ticks = 0

async def clock():
    global ticks
    while True:
        ticks += 1
        await asyncio.sleep(0)

async def compute():
    total = 0
    for number in range(100_000):
        total += number
    return total

async def main():
    task = asyncio.create_task(clock())
    await asyncio.sleep(0)
    print("ticks before:", ticks)
    print("computed:", await compute())
    print("ticks after 100 000 rounds:", ticks)
    await asyncio.sleep(0)
    print("ticks after one await of a pause:", ticks)

asyncio.run(main())
