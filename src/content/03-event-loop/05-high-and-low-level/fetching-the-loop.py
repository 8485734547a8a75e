import asyncio

async def hello():
    await asyncio.sleep(1)
    print("Hello, world!")

loop = asyncio.get_event_loop()
loop.run_until_complete(hello())
loop.close()
