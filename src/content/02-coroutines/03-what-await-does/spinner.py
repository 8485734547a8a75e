import asyncio

async def spinner():
    while True:
        print("the spinner turns")
        await asyncio.sleep(1)

async def ask_server():
    await asyncio.sleep(2.5)
    return "the answer"

async def main():
    task = asyncio.create_task(spinner())
    print("asking")
    answer = await ask_server()
    print(answer)

asyncio.run(main())
