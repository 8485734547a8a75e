import asyncio


class Door:
    def __init__(self, name, swallow=False, fail=False):
        self.name = name
        self.swallow = swallow
        self.fail = fail

    async def __aenter__(self):
        print(f'{self.name} opens')
        await asyncio.sleep(1)
        return self.name.upper()

    async def __aexit__(self, kind, error, traceback):
        print(f'{self.name} closes: {type(error).__name__}')
        await asyncio.sleep(0)
        if self.fail:
            raise ValueError(f'{self.name} is stuck')
        return self.swallow


async def walk(door, error=None):
    async with door as name:
        print(f'in {name}')
        await asyncio.sleep(1)
        if error is not None:
            raise error
    print(f'out of {name}')


async def main():
    await walk(Door('a'))
    try:
        await walk(Door('b'), KeyError('k'))
    except KeyError:
        print('not swallowed')
    await walk(Door('c', swallow=True), KeyError('k'))
    try:
        await walk(Door('d', fail=True), KeyError('k'))
    except ValueError as error:
        print(f'{error}, while {type(error.__context__).__name__}')
    async with Door('e') as e, Door('f') as f:
        print(f'{e} and {f}')
    task = asyncio.create_task(walk(Door('g', swallow=True)))
    await asyncio.sleep(1.5)
    task.cancel()
    await task
    print(f'cancelled: {task.cancelled()}')
    try:
        await walk(5)
    except TypeError as error:
        print(f'{error}')


asyncio.run(main())
