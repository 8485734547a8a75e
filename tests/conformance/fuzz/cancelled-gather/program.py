import asyncio


async def slow(future):
    try:
        await future
    except asyncio.CancelledError:
        print('slow cleans up')
        await asyncio.sleep(0)
        raise


async def main():
    loop = asyncio.get_running_loop()
    last = asyncio.create_task(slow(loop.create_future()))

    async def both():
        inner = asyncio.gather(loop.create_future(), return_exceptions=True)
        await asyncio.gather(slow(loop.create_future()), inner, last, return_exceptions=True)

    awaiter = asyncio.create_task(both())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    last.cancel('of the last argument')
    for _ in range(4):
        await asyncio.sleep(0)
    awaiter.cancel('of the awaiter')
    try:
        await awaiter
    except asyncio.CancelledError as error:
        print(f'cancelled: {error}')


asyncio.run(main())
