import asyncio

async def double(number):
    return 2 * number

async def nap():
    await asyncio.sleep(1)

try:
    double(21).send(None)
except StopIteration as stop:
    print("double ended without a loop:", stop.value)

try:
    nap().send(None)
except RuntimeError as error:
    print("nap needs one:", error)
