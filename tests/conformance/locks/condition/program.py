import asyncio


async def waiter(name, condition):
    async with condition:
        print(f'{name} {await condition.wait()} {condition.locked()}')


async def main():
    condition = asyncio.Condition()
    waiters = [asyncio.create_task(waiter(f'w{number}', condition)) for number in range(5)]
    await asyncio.sleep(0)
    async with condition:
        condition.notify(2)
        print('two told')
        await asyncio.sleep(1)
        print('lock given up')
    await asyncio.sleep(1)
    async with condition:
        condition.notify()
    await asyncio.sleep(1)
    async with condition:
        condition.notify_all()
        condition.notify_all()
        condition.notify(2048)
    await asyncio.gather(*waiters)
    # Until something holds.
    box = []

    def three():
        print(f'asked with {len(box)}')
        return len(box) >= 3 and 'three'

    async def patient():
        async with condition:
            print(f'{await condition.wait_for(three)}')

    task = asyncio.create_task(patient())
    await asyncio.sleep(0)
    for item in range(3):
        async with condition:
            box.append(item)
            condition.notify()
        await asyncio.sleep(1)
    await task
    print(f'{await condition.wait_for(lambda: "at once")}')
    # Without the lock.
    for attempt in [condition.wait(), condition.wait_for(lambda: 0)]:
        try:
            await attempt
        except RuntimeError as error:
            print(f'{error}')
    for attempt in [condition.notify, condition.notify_all, condition.release]:
        try:
            attempt()
        except RuntimeError as error:
            print(f'{error}')
    # Two conditions, one lock.
    lock = asyncio.Lock()
    full, empty = asyncio.Condition(lock), asyncio.Condition(lock)
    store = []

    async def produce():
        for number in range(4):
            async with full:
                await full.wait_for(lambda: len(store) < 2)
                store.append(number)
                print(f'made {number}')
                empty.notify()

    async def consume():
        for _ in range(4):
            async with empty:
                await empty.wait_for(lambda: len(store) > 0)
                print(f'used {store.pop(0)}')
                full.notify()

    await asyncio.gather(consume(), produce())
    # A predicate that fails.
    async with condition:
        try:
            await condition.wait_for(lambda: {}['nothing'])
        except KeyError:
            print(f'failed {condition.locked()}')


asyncio.run(main())
