import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    future.cancel()
    print(future.done())
    print(future.cancelled())

asyncio.run(main())
