import asyncio


async def job():
    await asyncio.sleep(1)


async def attempt(name, call):
    try:
        print(f'{name}: {await call()}')
    except Exception as error:
        print(f'{name}: {error}')


async def main():
    task = asyncio.create_task(job())
    coroutine = job()
    await attempt('nothing', lambda: asyncio.wait([]))
    await attempt('none', lambda: asyncio.wait(None))
    await attempt('one', lambda: asyncio.wait(task))
    await attempt('coroutine', lambda: asyncio.wait(coroutine))
    await attempt('coroutines', lambda: asyncio.wait([task, coroutine]))
    await attempt('number', lambda: asyncio.wait(5))
    await attempt('numbers', lambda: asyncio.wait([task, 5], timeout=3))
    await attempt('return_when', lambda: asyncio.wait([task], return_when='SOME'))
    await attempt('timeout', lambda: asyncio.wait([task], timeout='1'))
    await attempt('wait_for number', lambda: asyncio.wait_for(5, 1))
    await attempt('wait_for number at once', lambda: asyncio.wait_for(5, 0))
    await attempt('wait_for text', lambda: asyncio.wait_for(task, 'x'))
    await attempt('as_completed one', lambda: asyncio.as_completed(task))
    await attempt('as_completed number', lambda: asyncio.as_completed(5))
    await attempt('as_completed numbers', lambda: asyncio.as_completed([5]))
    await attempt('shield', lambda: asyncio.shield(5))
    await attempt('timeout text', lambda: asyncio.timeout('x'))
    await attempt('timeout at text', lambda: asyncio.timeout_at('x').__aenter__())
    await attempt('the rest', lambda: asyncio.wait_for(coroutine, 2))
    print(f'{asyncio.get_running_loop().time():g} {task.done()}')


asyncio.run(main())
