import asyncio


async def child(word):
    await asyncio.sleep(1)
    raise ValueError(word)


async def main():
    child('forgotten')
    lost = asyncio.create_task(child('lost'))
    await asyncio.sleep(2)
    future = asyncio.get_running_loop().create_future()
    print('waits for ever')
    await future


asyncio.run(main())
