import asyncio

urls = list(range(1, 10))

async def get_request(url: int) -> int:
    # send a request
    await asyncio.sleep(2)
    return url

async def make_requests():
    start = asyncio.get_running_loop().time()
    results = []
    for url in urls:
        results.append(await get_request(url))
    print(results, f"{asyncio.get_running_loop().time() - start:.0f} s")

asyncio.run(make_requests())
