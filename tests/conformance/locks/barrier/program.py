import asyncio


async def main():
    barrier = asyncio.Barrier(3)

    async def party(name, rounds):
        for turn in range(rounds):
            place = await barrier.wait()
            print(f'{name} {turn} place {place}')

    async def block(name, seconds):
        await asyncio.sleep(seconds)
        async with barrier as place:
            print(f'{name} inside with {place}')
        print(f'{name} left')

    print(f'{barrier.parties} {barrier.n_waiting} {barrier.broken}')
    await asyncio.gather(party('a', 3), party('b', 3), party('c', 3))
    await asyncio.gather(block('x', 2), block('y', 1), block('z', 3))
    # More than it takes: the rest waits for the next round.
    tasks = [asyncio.create_task(party(f'p{number}', 1)) for number in range(7)]
    await asyncio.sleep(1)
    print(f'{barrier.n_waiting}')
    # One gives up, and is not counted.
    tasks[6].cancel()
    await asyncio.sleep(0)
    print(f'{barrier.n_waiting} {tasks[6].cancelled()}')
    await asyncio.gather(party('late', 1), party('later', 1), party('latest', 1))
    await asyncio.gather(*tasks, return_exceptions=True)
    print(f'{barrier.n_waiting}')
    # Alone.
    alone = asyncio.Barrier(1)
    print(f'{await alone.wait()} {await alone.wait()}')
    for parties in [0, -4]:
        try:
            asyncio.Barrier(parties)
        except ValueError as error:
            print(f'{error}')


asyncio.run(main())
