import asyncio
from contextlib import aclosing


async def counter(name):
    try:
        i = 0
        while True:
            await asyncio.sleep(1)
            yield i
            i += 1
    finally:
        await asyncio.sleep(1)
        print(f'{name} closed')


async def main():
    loop = asyncio.get_running_loop()
    async with aclosing(counter('first')) as numbers:
        async for number in numbers:
            print(f'{number} at {loop.time():g}')
            if number == 2:
                break
    print(f'after the block at {loop.time():g}')
    try:
        async with asyncio.timeout(2.5):
            async with aclosing(counter('second')) as numbers:
                async for number in numbers:
                    print(f'{number} at {loop.time():g}')
    except TimeoutError:
        print(f'timeout at {loop.time():g}')
    try:
        async with aclosing(counter('third')) as numbers:
            print(f'{await anext(numbers)}')
            raise ValueError('x')
    except ValueError as error:
        print(f'{error} at {loop.time():g}')


asyncio.run(main())
