import asyncio


async def job(name, semaphore, seconds):
    async with semaphore:
        print(f'{name} in')
        await asyncio.sleep(seconds)
    print(f'{name} out')


async def acquire(name, semaphore):
    await semaphore.acquire()
    print(f'{name} has it')


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[job(f'j{number}', semaphore, 1) for number in range(5)])
    # Who is woken has it already; a newcomer stands in line although there is one left.
    semaphore = asyncio.Semaphore(0)
    waiters = [asyncio.create_task(acquire(f'w{number}', semaphore)) for number in range(2)]
    await asyncio.sleep(0)
    for _ in range(3):
        semaphore.release()
    print(f'{semaphore.locked()}')
    newcomer = asyncio.create_task(acquire('newcomer', semaphore))
    print(f'{await semaphore.acquire()} {newcomer.done()}')
    semaphore.release()
    await asyncio.gather(newcomer, *waiters)
    print(f'{semaphore.locked()}')
    # Woken and cancelled: it is given back, and goes to the next.
    waiters = [asyncio.create_task(acquire(f'c{number}', semaphore)) for number in range(4)]
    await asyncio.sleep(0)
    waiters[1].cancel()
    semaphore.release()
    waiters[0].cancel()
    await asyncio.gather(*waiters[:3], return_exceptions=True)
    print(f'{[each.cancelled() for each in waiters[:3]].count(True)} {waiters[3].done()}')
    semaphore.release()
    await waiters[3]
    # All who wait are cancelled.
    waiters = [asyncio.create_task(acquire(f'd{number}', semaphore)) for number in range(2)]
    await asyncio.sleep(0)
    for each in waiters:
        each.cancel()
    semaphore.release()
    print(f'{semaphore.locked()}')
    await semaphore.acquire()
    await asyncio.gather(*waiters, return_exceptions=True)
    # Its bounds.
    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        print(f'{bounded.locked()}')
    try:
        bounded.release()
    except ValueError as error:
        print(f'{error}')
    for kind in [asyncio.Semaphore, asyncio.BoundedSemaphore]:
        try:
            kind(-1)
        except ValueError as error:
            print(f'{error}')
    # Again and again, in turn.
    semaphore = asyncio.Semaphore()

    async def twice(name):
        for turn in range(2):
            await semaphore.acquire()
            print(f'{name} {turn}')
            await asyncio.sleep(0.25)
            semaphore.release()

    await asyncio.gather(twice('a'), twice('b'), twice('c'))


asyncio.run(main())
