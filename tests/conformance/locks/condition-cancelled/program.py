import asyncio


async def waiter(name, condition):
    async with condition:
        try:
            await condition.wait()
            print(f'{name} told')
        except asyncio.CancelledError as error:
            print(f'{name} cancelled {error.args} {condition.locked()}')
            raise


async def main():
    condition = asyncio.Condition()
    # It gets the lock back first, however long that takes, and the last cancellation counts.
    task = asyncio.create_task(waiter('slow', condition))
    await asyncio.sleep(0)
    async with condition:
        task.cancel('one')
        await asyncio.sleep(1)
        task.cancel('two')
        await asyncio.sleep(1)
        task.cancel('three')
        await asyncio.sleep(1)
    await asyncio.gather(task, return_exceptions=True)
    print(f'{task.cancelling()} {condition.locked()}')
    # Told, then cancelled before it runs: the next one hears of it.
    tasks = [asyncio.create_task(waiter(f'w{number}', condition)) for number in range(3)]
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        tasks[0].cancel('why')
    await asyncio.gather(tasks[0], tasks[1], return_exceptions=True)
    print(f'{tasks[1].done()} {tasks[2].done()}')
    # Told, and cancelled while it waits for the lock.
    more = asyncio.create_task(waiter('more', condition))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        await asyncio.sleep(1)
        tasks[2].cancel('again')
        await asyncio.sleep(1)
    await asyncio.gather(tasks[2], more, return_exceptions=True)
    print(f'{tasks[2].cancelled()} {more.cancelled()}')
    # Cancelled before anybody told it: nobody hears.
    tasks = [asyncio.create_task(waiter(f'x{number}', condition)) for number in range(2)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.gather(tasks[0], return_exceptions=True)
    await asyncio.sleep(0)
    print(f'{tasks[1].done()}')
    await asyncio.gather(tasks[1], return_exceptions=True)
    # A limit of time.
    async with condition:
        try:
            async with asyncio.timeout(1):
                await condition.wait()
        except TimeoutError:
            print(f'timed out {condition.locked()}')
        other = asyncio.create_task(waiter('other', condition))
        try:
            await asyncio.wait_for(condition.wait_for(lambda: False), 2)
        except TimeoutError:
            print(f'timed out {condition.locked()}')
    other.cancel()
    await asyncio.gather(other, return_exceptions=True)


asyncio.run(main())
