import asyncio


def now():
    return f'{asyncio.get_running_loop().time():g}'


async def ticks(word, count):
    try:
        for number in range(count):
            await asyncio.sleep(1)
            yield number
        print(f'{now()} {word} is through')
    finally:
        print(f'{now()} {word} cleans up')
        await asyncio.sleep(0.5)
        print(f'{now()} {word} is clean')


async def reader(word, count):
    async for number in ticks(word, count):
        print(f'{now()} {word} {number}')


async def echo():
    got = 'nothing'
    while True:
        try:
            got = yield f'got {got}'
        except ValueError as error:
            got = f'error {error}'


async def by_hand():
    generator = echo()
    print(await generator.asend(None))
    print(await generator.asend('a'))
    print(await generator.athrow(ValueError('b')))
    print(await anext(generator))
    await generator.aclose()
    try:
        await generator.asend('c')
    except StopAsyncIteration:
        print('it has ended')


async def first_only():
    generator = ticks('first only', 5)
    print(await anext(generator))
    await generator.aclose()
    await generator.aclose()


async def cancelled():
    async for number in ticks('cancelled', 9):
        print(f'{now()} cancelled {number}')


async def fails():
    try:
        await asyncio.sleep(1)
        yield 0
        raise ValueError('after the first')
    finally:
        print('fails ends')


async def left_open(keep):
    generator = ticks('left open', 5)
    keep.append(generator)
    print(await anext(generator))


async def main(keep):
    await asyncio.gather(reader('a', 2), reader('b', 3))
    await by_hand()
    await first_only()
    task = asyncio.create_task(cancelled())
    await asyncio.sleep(1.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(f'{now()} task is cancelled')
    try:
        async for number in fails():
            print(number)
    except ValueError as error:
        print(f'{error}')
    await left_open(keep)


keep = []
asyncio.run(main(keep))
