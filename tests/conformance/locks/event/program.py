import asyncio


async def waiter(name, event):
    print(f'{name} {await event.wait()}')


async def main():
    event = asyncio.Event()
    loop = asyncio.get_running_loop()
    waiters = [asyncio.create_task(waiter(f'w{number}', event)) for number in range(4)]
    await asyncio.sleep(1)
    waiters[1].cancel()
    loop.call_later(1, lambda: event.set())
    await asyncio.gather(*waiters, return_exceptions=True)
    print(f'{event.is_set()}')
    await waiter('at once', event)
    event.clear()
    print(f'{event.is_set()}')
    # Woken stays woken, and who comes after clear waits on.
    early = asyncio.create_task(waiter('early', event))
    await asyncio.sleep(0)
    event.set()
    event.clear()
    late = asyncio.create_task(waiter('late', event))
    event.set()
    event.set()
    event.clear()
    await early
    print(f'{late.done()}')
    event.set()
    await late
    event.clear()
    # Cancelled in the moment in which it is woken.
    both = asyncio.create_task(waiter('both', event))
    await asyncio.sleep(0)
    event.set()
    both.cancel()
    await asyncio.gather(both, return_exceptions=True)
    print(f'{both.cancelled()}')


asyncio.run(main())
