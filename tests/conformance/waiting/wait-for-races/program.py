import asyncio


async def attempt(name, awaitable, timeout):
    loop = asyncio.get_running_loop()
    try:
        print(f'{name}: {await asyncio.wait_for(awaitable, timeout)} at {loop.time():g}')
    except TimeoutError:
        print(f'{name}: timeout at {loop.time():g}')


async def main():
    loop = asyncio.get_running_loop()
    first = loop.create_future()
    loop.call_later(1, lambda: first.set_result('result first'))
    await attempt('result, then timeout', first, 1)
    print(f'the future kept {first.result()}')
    second = loop.create_future()
    soon = asyncio.create_task(attempt('timeout, then result', second, 1))
    await asyncio.sleep(0)
    loop.call_later(1, lambda: second.done() or second.set_result('too late'))
    await soon
    third = loop.create_future()
    loop.call_later(1 - 0.125, lambda: third.set_result('just in time'))
    await attempt('a little earlier', third, 1)
    await attempt('equal sleeps', asyncio.sleep(1, 'slept'), 1)
    await attempt('equal sleeps in a task', asyncio.create_task(asyncio.sleep(1, 'slept')), 1)
    await attempt('nested', asyncio.wait_for(asyncio.sleep(5, 'slept'), 1), 1)
    await attempt('nested, the outer one first', asyncio.wait_for(asyncio.sleep(5, 'slept'), 2), 1)
    await attempt('nested, the inner one first', asyncio.wait_for(asyncio.sleep(5, 'slept'), 1), 2)
    waiter = asyncio.create_task(attempt('cancelled with the timeout', asyncio.sleep(5), 1))
    await asyncio.sleep(0)
    loop.call_later(1, lambda: waiter.cancel('outside'))
    done, _ = await asyncio.wait([waiter])
    print(f'cancelled: {waiter.cancelled()}, asked {waiter.cancelling()} times')


asyncio.run(main())
