import asyncio


async def job(name, turns, error=None):
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
        if error is not None:
            raise error
        print(f'{name} ends')
        return name
    except asyncio.CancelledError:
        print(f'{name} is cancelled')
        raise


async def waiting(awaitable):
    try:
        print(f'got {await awaitable}')
    except asyncio.CancelledError as error:
        print(f'waiting was cancelled: {error.args}')
        raise
    except ValueError as error:
        print(f'got the error {error}')


async def main():
    await waiting(asyncio.shield(job('plain', 2)))
    await waiting(asyncio.shield(job('failing', 2, ValueError('no'))))
    inner = asyncio.create_task(job('inner', 4))
    outer = asyncio.create_task(waiting(asyncio.shield(inner)))
    await asyncio.sleep(0)
    outer.cancel('outer')
    await asyncio.wait([outer])
    print(f'outer {outer.cancelled()}, inner done {inner.done()}')
    print(await inner)
    inner = asyncio.create_task(job('second', 4))
    outer = asyncio.create_task(waiting(asyncio.shield(inner)))
    await asyncio.sleep(0)
    inner.cancel('inner')
    await asyncio.wait([outer])
    print(f'outer {outer.cancelled()}, asked {outer.cancelling()} times')
    finished = asyncio.create_task(job('third', 0))
    await finished
    print(f'{asyncio.shield(finished) is finished}')
    inner = asyncio.create_task(job('fourth', 2))
    first, second = asyncio.shield(inner), asyncio.shield(asyncio.shield(inner))
    first.cancel()
    print(f'{first.cancelled()} {await second}')
    inner = asyncio.create_task(job('fifth', 3))
    shielded = asyncio.shield(inner)
    gathered = asyncio.gather(shielded, job('sixth', 6))
    await asyncio.sleep(0)
    gathered.cancel()
    try:
        await gathered
    except asyncio.CancelledError:
        print(f'{shielded.cancelled()} {inner.cancelled()} {await inner}')


asyncio.run(main())
