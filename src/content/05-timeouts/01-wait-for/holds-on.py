import asyncio

async def stubborn():
    try:
        await asyncio.sleep(400)
        return "the whole result"
    except asyncio.CancelledError:
        return "half a result"

async def main():
    print(await asyncio.wait_for(stubborn(), timeout=1))

asyncio.run(main())
