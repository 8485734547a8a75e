import asyncio

async def which_loop():
    return asyncio.get_running_loop()

async def fails():
    await asyncio.sleep(1)
    raise ValueError("no paper")

first = asyncio.run(which_loop())
second = asyncio.run(which_loop())
print("it is one loop:", first is second)
print("the first is closed:", first.is_closed())

try:
    asyncio.run(fails())
except ValueError as error:
    print("the third raises:", error)
