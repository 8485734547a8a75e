import asyncio


async def job(seconds, value):
    await asyncio.sleep(seconds)
    print(f'job {value} ends')
    return value


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(job(2, 'a'))
    try:
        await asyncio.wait_for(asyncio.shield(task), 1)
    except TimeoutError:
        print(f'timeout at {loop.time():g}, task done {task.done()}')
    print(f'{await task} at {loop.time():g}')
    print(await asyncio.wait_for(asyncio.shield(task), 0))
    task = asyncio.create_task(job(2, 'b'))
    try:
        await asyncio.wait_for(asyncio.shield(task), 0)
    except TimeoutError:
        print(f'timeout at {loop.time():g}, task done {task.done()}')
    print(await asyncio.wait_for(asyncio.shield(task), None))
    async with asyncio.timeout(5):
        task = asyncio.create_task(job(1, 'c'))
        done, pending = await asyncio.wait([asyncio.shield(task), task], return_when=asyncio.FIRST_COMPLETED)
        print(f'{len(done)} {len(pending)}')
    task = asyncio.create_task(job(3, 'd'))
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.shield(task)
            except asyncio.CancelledError:
                print(f'the shield gave way at {loop.time():g}')
                print(await task)
    except TimeoutError:
        print('never')
    print(f'{loop.time():g} {asyncio.current_task().cancelling()}')


asyncio.run(main())
