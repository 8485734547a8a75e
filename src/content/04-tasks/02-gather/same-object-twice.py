import asyncio

async def roll(name):
    print("rolling", name)
    await asyncio.sleep(1)
    return name

async def main():
    once = roll("once")
    print(await asyncio.gather(once, once))
    print(await asyncio.gather(roll("fresh"), roll("fresh")))
    print(await asyncio.gather())

asyncio.run(main())
