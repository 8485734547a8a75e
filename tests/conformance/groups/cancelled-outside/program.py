import asyncio


def now():
    return f'{asyncio.get_running_loop().time():g}'


def show(error):
    if isinstance(error, BaseExceptionGroup):
        return f'{type(error).__name__}({error.message}: {", ".join(show(part) for part in error.exceptions)})'
    return f'{type(error).__name__}({error})'


async def work(name, cleanup=0.0, error=None):
    try:
        await asyncio.sleep(9)
    finally:
        if cleanup > 0:
            await asyncio.sleep(cleanup)
        print(f'{now()} {name} ends')
        if error is not None:
            raise error


async def quiet(waits_in_body):
    async with asyncio.TaskGroup() as group:
        group.create_task(work('one'))
        group.create_task(work('two', 1))
        if waits_in_body:
            await asyncio.sleep(9)


async def failing():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('bad', 0, ValueError('in cleanup')))
            group.create_task(work('slow', 1))
    except* ValueError as error:
        print(f'{now()} {show(error)} {asyncio.current_task().cancelling()}')
    print(f'{now()} goes on')
    await asyncio.sleep(1)
    print('this is never printed')


async def with_timeout():
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(work('timed', 0.5))
                await asyncio.sleep(9)
    except TimeoutError:
        print(f'{now()} timed out {asyncio.current_task().cancelling()}')
    async with asyncio.TaskGroup() as group:
        try:
            async with asyncio.timeout(1):
                group.create_task(asyncio.sleep(3))
                await asyncio.sleep(9)
        except TimeoutError:
            print(f'{now()} timed out inside {asyncio.current_task().cancelling()}')
    print(f'{now()} the group has waited')


async def twice():
    async with asyncio.TaskGroup() as group:
        group.create_task(work('patient', 3))


async def instead():
    async with asyncio.TaskGroup() as group:
        group.create_task(work('sibling'))
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            raise RuntimeError('instead')


async def ended(task):
    try:
        await task
        return 'returned'
    except asyncio.CancelledError as error:
        return f'cancelled({error})'
    except ExceptionGroup as error:
        return show(error)


async def main():
    for coroutine in (quiet(False), quiet(True), failing(), instead()):
        task = asyncio.create_task(coroutine)
        await asyncio.sleep(1)
        task.cancel('outside')
        print(f'{now()} {await ended(task)} {task.cancelling()} {task.cancelled()}')
    await with_timeout()
    task = asyncio.create_task(twice())
    await asyncio.sleep(1)
    task.cancel('one')
    await asyncio.sleep(1)
    task.cancel('two')
    print(f'{now()} {await ended(task)} {task.cancelling()}')
    unstarted = asyncio.create_task(quiet(True))
    unstarted.cancel()
    print(f'{now()} {await ended(unstarted)}')


asyncio.run(main())
