import asyncio

async def get_request(url):
    await asyncio.sleep(2)
    print("page", url)

async def ticker():
    for tick in range(1, 6):
        await asyncio.sleep(1)
        print("tick", tick)

async def main():
    ticking = asyncio.create_task(ticker())
    for url in (1, 2):
        await get_request(url)
    await ticking

asyncio.run(main())
