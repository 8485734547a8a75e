import asyncio


async def main():
    loop = asyncio.get_running_loop()
    deadline = asyncio.timeout(1)
    try:
        deadline.reschedule(5)
    except RuntimeError as error:
        print(f'{error}')
    async with deadline:
        deadline.reschedule(3)
        await asyncio.sleep(2)
        print(f'still here at {loop.time():g}, {deadline.expired()}')
        deadline.reschedule(None)
        await asyncio.sleep(3)
        print(f'no limit at {loop.time():g}')
    try:
        deadline.reschedule(9)
    except RuntimeError as error:
        print(f'{error}')
    try:
        async with deadline:
            print('never')
    except RuntimeError as error:
        print(f'{error}')
    try:
        async with asyncio.timeout(None) as late:
            late.reschedule(loop.time() + 1)
            await asyncio.sleep(9)
    except TimeoutError:
        print(f'timeout at {loop.time():g}')
    try:
        async with asyncio.timeout_at(loop.time() + 2) as past:
            past.reschedule(loop.time() - 1)
            print('not yet')
            await asyncio.sleep(9)
    except TimeoutError:
        print(f'timeout at {loop.time():g}')
    try:
        async with asyncio.timeout_at(loop.time() - 5):
            await asyncio.sleep(9)
    except TimeoutError:
        print(f'timeout at {loop.time():g}')
    try:
        async with asyncio.timeout(1) as expiring:
            try:
                await asyncio.sleep(9)
            finally:
                print(f'expiring: {expiring.expired()}')
                expiring.reschedule(100)
    except RuntimeError as error:
        print(f'{error}')
    print(f'{asyncio.current_task().cancelling()}')

    async def in_a_callback():
        try:
            await asyncio.timeout(1).__aenter__()
        except RuntimeError as error:
            print(f'{error}')

    coroutine = in_a_callback()

    def callback():
        try:
            coroutine.send(None)
        except StopIteration:
            print('ran outside of a task')

    loop.call_soon(callback)
    await asyncio.sleep(0)


asyncio.run(main())
