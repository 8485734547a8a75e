import asyncio


async def stubborn():
    try:
        yield 'one'
    finally:
        yield 'two'


items = stubborn()


async def main():
    print(await anext(items))
    for _ in range(2):
        try:
            await items.aclose()
        except Exception as error:
            print(f'{type(error).__name__}: {error}')


asyncio.run(main())
