import asyncio


async def job(seconds, error=None):
    await asyncio.sleep(seconds)
    if error is not None:
        raise error
    return seconds


async def main():
    loop = asyncio.get_running_loop()
    cancelled = asyncio.create_task(job(9))
    loop.call_later(1, lambda: cancelled.cancel())
    fine = asyncio.create_task(job(2))
    failing = asyncio.create_task(job(3, ValueError('three')))
    slow = asyncio.create_task(job(4))
    tasks = [cancelled, fine, failing, slow]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(f'{loop.time():g}: {len(done)} done, {len(pending)} pending')
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(f'again at {loop.time():g}: {len(done)} done, {len(pending)} pending')
    done, pending = await asyncio.wait([cancelled, fine, slow], return_when=asyncio.FIRST_EXCEPTION)
    print(f'none at {loop.time():g}: {len(done)} done, {len(pending)} pending')
    failing = asyncio.create_task(job(1, ValueError('one')))
    slow = asyncio.create_task(job(2))
    done, pending = await asyncio.wait([failing, slow], timeout=0.5, return_when=asyncio.FIRST_EXCEPTION)
    print(f'too early at {loop.time():g}: {len(done)} done, {len(pending)} pending')
    await asyncio.wait([slow, failing], return_when=asyncio.FIRST_EXCEPTION)
    print(f'at {loop.time():g}: {failing.exception()}')


asyncio.run(main())
