import asyncio


async def other():
    print('other begins')
    await asyncio.sleep(0)
    print('other ends')


async def main():
    nap = asyncio.create_task(asyncio.sleep(0))
    task = asyncio.create_task(other())
    await nap
    print('nap over')
    print(await asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 'slept')))
    await task


asyncio.run(main())
