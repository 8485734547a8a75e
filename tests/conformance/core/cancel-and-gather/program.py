import asyncio
import time


async def child(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    task = asyncio.create_task(child(9), name='u')
    await asyncio.sleep(0)
    task.cancel('stop')
    try:
        await task
    except asyncio.CancelledError as error:
        print(f'cancelled: {error}')
    print(f'{await asyncio.gather(child(1), child(0.5))}')
    asyncio.current_task().cancel()
    asyncio.current_task().uncancel()
    time.sleep(2)
    loop = asyncio.get_running_loop()
    loop.call_later(1, lambda: None).cancel()
    try:
        await asyncio.gather(child(3), fails(), child(4))
    except ValueError as error:
        print(f'{loop.time():g} {error}')
    results = await asyncio.gather(child(1), fails(), return_exceptions=True)
    print(f'{results[0]} {results[1]}')
    left = asyncio.create_task(child(100), name='left')
    await asyncio.sleep(0)


async def fails():
    await asyncio.sleep(1)
    raise ValueError('no')


asyncio.run(main())
