import asyncio

started = []

async def get_request(url):
    started.append(url)
    await asyncio.sleep(2)
    return url

async def main():
    response_list = []
    for url in range(1, 10):
        response = get_request(url)
        response_list.append(response)
    print("objects:", len(response_list), "started:", len(started))

    await asyncio.sleep(10)
    print("ten seconds later, started:", len(started))

    results = []
    for response in response_list:
        results.append(await response)
    print("awaited one by one, started:", len(started))
    print(results)

asyncio.run(main())
