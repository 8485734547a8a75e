import asyncio

started = []

async def get_request(url):
    started.append(url)
    await asyncio.sleep(2)
    return url

async def main():
    response_list = []
    for url in range(1, 10):
        response_list.append(get_request(url))
    print("list is built, started:", started)

    await asyncio.sleep(5)
    print("five seconds later, started:", started)

    future = asyncio.gather(*response_list)
    print("gather is called, started:", started)

    results = await future
    print("gather is awaited, started:", started)
    print(results)

asyncio.run(main())
