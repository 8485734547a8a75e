import asyncio


def now():
    return f'{asyncio.get_running_loop().time():g}'


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as error:
        print(f'{now()} not me: {error}')
    await asyncio.sleep(1)
    return 'stayed'


async def slow_goodbye():
    try:
        await asyncio.sleep(5)
    finally:
        print(f'{now()} goodbye')
        await asyncio.sleep(2)
        print(f'{now()} gone')


async def never_begun():
    print('this is never printed')


async def outer(inner):
    try:
        return await inner
    except asyncio.CancelledError:
        print(f'{now()} outer is cancelled, inner {inner.cancelled()}')
        raise


async def own_end():
    asyncio.current_task().cancel('by myself')
    print(f'{asyncio.current_task().cancelling()} {asyncio.current_task().cancelled()}')
    await asyncio.sleep(0)
    print('this is never printed')


async def took_back():
    asyncio.current_task().cancel()
    asyncio.current_task().uncancel()
    await asyncio.sleep(1)
    return 'went on'


async def from_another_error():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError('instead')


async def ended(task):
    try:
        return f'gave {await task}'
    except asyncio.CancelledError as error:
        return f'cancelled({error})'
    except ValueError as error:
        return f'failed({error})'


async def main():
    first = asyncio.create_task(stubborn(), name='stubborn')
    second = asyncio.create_task(slow_goodbye(), name='goodbye')
    third = asyncio.create_task(never_begun(), name='never')
    print(f'{third.cancel()} {third.cancel("again")}')
    await asyncio.sleep(1)
    print(f'{first.cancel("please")} {second.cancel()} {third.cancel()}')
    await asyncio.sleep(0.5)
    print(f'{first.cancelling()} {second.cancelling()} {third.cancelled()}')
    print(await ended(first))
    print(await ended(second))
    inner = asyncio.create_task(asyncio.sleep(9), name='inner')
    around = asyncio.create_task(outer(inner), name='outer')
    await asyncio.sleep(1)
    around.cancel('outside')
    print(await ended(around))
    print(await ended(inner))
    print(await ended(asyncio.create_task(own_end(), name='own')))
    print(await ended(asyncio.create_task(took_back(), name='back')))
    other = asyncio.create_task(from_another_error(), name='other')
    await asyncio.sleep(0)
    other.cancel()
    print(await ended(other))
    group = asyncio.gather(asyncio.sleep(5), asyncio.sleep(6))
    await asyncio.sleep(1)
    print(f'{group.cancel("all")}')
    print(await ended(group))
    twice = asyncio.create_task(slow_goodbye(), name='twice')
    await asyncio.sleep(0)
    twice.cancel('one')
    await asyncio.sleep(1)
    twice.cancel('two')
    print(await ended(twice))


asyncio.run(main())
