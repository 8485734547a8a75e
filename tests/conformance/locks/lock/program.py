import asyncio


async def job(name, lock, seconds=0):
    async with lock:
        print(f'{name} in')
        await asyncio.sleep(seconds)
        print(f'{name} out')


async def main():
    lock = asyncio.Lock()
    # First come, first served; nobody overtakes who was woken.
    jobs = [asyncio.create_task(job(f'j{number}', lock, number)) for number in range(4)]
    await asyncio.sleep(0)
    print(f'{lock.locked()}')
    await asyncio.gather(*jobs)
    await lock.acquire()
    waiters = [asyncio.create_task(job(f'w{number}', lock)) for number in range(3)]
    await asyncio.sleep(0)
    lock.release()
    print(f'{lock.locked()}')
    await job('newcomer', lock)
    await asyncio.gather(*waiters)
    # Woken and cancelled: the next one's turn.
    print(f'{await lock.acquire()}')
    waiters = [asyncio.create_task(job(f'w{number}', lock)) for number in range(4)]
    await asyncio.sleep(0)
    lock.release()
    waiters[0].cancel()
    waiters[2].cancel()
    await asyncio.gather(*waiters, return_exceptions=True)
    # Cancelled while another holds it, and all who wait at once.
    await lock.acquire()
    waiters = [asyncio.create_task(job(f'w{number}', lock)) for number in range(2)]
    await asyncio.sleep(0)
    for each in waiters:
        each.cancel()
    lock.release()
    print(f'{await lock.acquire()}')
    await asyncio.gather(*waiters, return_exceptions=True)
    # Anybody may release it, once.
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(f'{error}')
    # Not for the one who has it.
    async with lock:
        try:
            await asyncio.wait_for(lock.acquire(), 1)
        except TimeoutError:
            print('again: no')
    # It is left by an error too.
    try:
        async with lock:
            raise ValueError('inside')
    except ValueError as error:
        print(f'{error} {lock.locked()}')
    # Cancelled in the block: released.
    task = asyncio.create_task(job('long', lock, 9))
    await asyncio.sleep(1)
    task.cancel()
    async with lock:
        print(f'{task.cancelled()}')


asyncio.run(main())
