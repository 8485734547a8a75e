import asyncio


async def job(name, seconds, error=None):
    await asyncio.sleep(seconds)
    if error is not None:
        raise error
    return name


async def main():
    loop = asyncio.get_running_loop()
    for coroutine in asyncio.as_completed([job('a', 3), job('b', 1), job('c', 2)]):
        print(f'{await coroutine} at {loop.time():g}')
    for coroutine in asyncio.as_completed([job('d', 3), job('e', 1, ValueError('e')), job('f', 2)]):
        try:
            print(f'{await coroutine} at {loop.time():g}')
        except ValueError as error:
            print(f'error {error} at {loop.time():g}')
    waits = list(asyncio.as_completed([job('g', 2), job('h', 1)]))
    second = asyncio.create_task(waits[1])
    first = asyncio.create_task(waits[0])
    print(f'{await second} {await first} at {loop.time():g}')
    i = asyncio.create_task(job('i', 1))
    j = asyncio.create_task(job('j', 9))
    for coroutine in asyncio.as_completed([i, j, i], timeout=2):
        try:
            print(f'{await coroutine} at {loop.time():g}')
        except TimeoutError:
            print(f'no time left at {loop.time():g}')
    print(f'j goes on: {j.done()}')
    for coroutine in asyncio.as_completed([job('k', 1), job('l', 2)], timeout=5):
        print(f'{await coroutine} at {loop.time():g}')
    for coroutine in asyncio.as_completed([]):
        print('never')
    j.cancel()
    for coroutine in asyncio.as_completed([j]):
        try:
            await coroutine
        except asyncio.CancelledError:
            print('j was cancelled')


asyncio.run(main())
