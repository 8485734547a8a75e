import asyncio


async def main():
    barrier = asyncio.Barrier(4)

    async def party(name, then=None):
        try:
            print(f'{name} place {await barrier.wait()}')
        except asyncio.BrokenBarrierError as error:
            print(f'{name} broken: {error}')
        if then is not None:
            await then()

    # Reset while three wait: they are sent away, and it works as before.
    tasks = [asyncio.create_task(party(f'a{number}')) for number in range(3)]
    await asyncio.sleep(1)
    await barrier.reset()
    print(f'{str(barrier)[-26:]}')
    late = asyncio.create_task(party('late'))
    await asyncio.gather(*tasks)
    print(f'{barrier.n_waiting} {barrier.broken}')
    await asyncio.gather(late, party('b1'), party('b2'), party('b3'))
    # Reset while it drains.
    await asyncio.gather(party('c0'), party('c1'), party('c2', lambda: barrier.reset()), party('c3', lambda: party('d0')), party('d1'), party('d2'), party('d3'))
    # Reset when nobody is there.
    await barrier.reset()
    # Aborted: those who wait and those who come are sent away, until it is reset.
    tasks = [asyncio.create_task(party(f'e{number}')) for number in range(3)]
    await asyncio.sleep(1)
    await barrier.abort()
    print(f'{barrier.broken} {barrier.n_waiting}')
    await asyncio.gather(*tasks)
    await party('too late')
    await barrier.reset()
    print(f'{barrier.broken}')
    await asyncio.gather(*[party(f'f{number}') for number in range(4)])
    # Aborted while it drains.
    await asyncio.gather(party('g0', lambda: barrier.abort()), party('g1'), party('g2', lambda: party('h')), party('g3'))
    print(f'{barrier.broken}')
    await barrier.reset()
    # Cancelled when it drains.
    tasks = [asyncio.create_task(party(f'i{number}')) for number in range(4)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(f'{tasks[1].cancelled()} {barrier.n_waiting} {barrier.broken}')
    await asyncio.gather(*[party(f'j{number}') for number in range(4)])


asyncio.run(main())
