import asyncio

async def z(x):
    await asyncio.sleep(1)
    return x * 2

async def f(x):
    y = await z(x)  # OK - `await` and `return` allowed in coroutines
    return y

async def g(x):
    yield x  # OK - this is an async generator

async def main():
    print(await f(21))
    async for x in g(7):
        print(x)

asyncio.run(main())
