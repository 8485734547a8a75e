import asyncio

async def read(name):
    for line in (1, 2):
        print(name, "line", line)
    await asyncio.sleep(0)
    for line in (3, 4):
        print(name, "line", line)

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.gather(read("A"), read("B"))
    print(f"{loop.time() - start:0.2f} seconds")

asyncio.run(main())
