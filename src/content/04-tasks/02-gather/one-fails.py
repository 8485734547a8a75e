import asyncio

async def get_request(url):
    await asyncio.sleep(url)
    if url == 1:
        raise ValueError("no answer from 1")
    print("answer from", url)
    return url

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        await asyncio.gather(get_request(3), get_request(1), get_request(2))
    except ValueError as error:
        print(f"main after {loop.time() - start:0.0f} s:", error)
    await asyncio.sleep(5)
    print(f"main after {loop.time() - start:0.0f} s")

asyncio.run(main())
