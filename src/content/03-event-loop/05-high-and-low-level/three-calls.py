import asyncio

def tell(start, text):
    now = asyncio.get_running_loop().time()
    print(f"{now - start:0.0f} s: {text}")

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    loop.call_later(2, tell, start, "after two seconds")
    loop.call_at(start + 1, tell, start, "at second one")
    loop.call_soon(tell, start, "soon")
    handle = loop.call_later(1.5, tell, start, "never")
    handle.cancel()
    print("main goes on")
    await asyncio.sleep(3)

asyncio.run(main())
