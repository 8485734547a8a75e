import asyncio

async def main():
    print("main runs")

# does nothing but returns the function's address
main()

# starts event loop and runs the coroutine
asyncio.run(main())
