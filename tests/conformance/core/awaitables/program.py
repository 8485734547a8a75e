import asyncio


class Turns:
    """Lets the others go first, so many times."""

    def __init__(self, count):
        self.count = count

    def __await__(self):
        for _ in range(self.count):
            yield None
        return f'after {self.count}'


class Delayed:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        value = yield from self.future.__await__()
        return value * 2


class Wrong:
    def __await__(self):
        got = yield 5
        return got


class Borrowed:
    """Yields a future without awaiting it."""

    def __init__(self, future):
        self.future = future

    def __await__(self):
        yield self.future


async def deep(level):
    if level == 0:
        await asyncio.sleep(1)
        return 'bottom'
    return await deep(level - 1)


async def val(value):
    return value


async def main():
    loop = asyncio.get_running_loop()
    print(await Turns(3))
    print(await Turns(0))
    future = loop.create_future()
    loop.call_later(1, lambda: future.set_result(21))
    print(await Delayed(future))
    print(await Delayed(future))
    for wrong in (Wrong(), Borrowed(loop.create_future())):
        try:
            await wrong
        except RuntimeError as error:
            print(str(error)[:40])
    print(await asyncio.gather(Turns(2), Turns(1), deep(3)))
    print(await asyncio.ensure_future(Turns(1)))
    coroutine = val(1)
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    for nothing in (5, None, 'text'):
        try:
            await nothing
        except TypeError as error:
            print(error)

    async def itself():
        await asyncio.current_task()

    try:
        await asyncio.create_task(itself(), name='itself')
    except RuntimeError as error:
        print(str(error).split(':')[0])

    async def gives_future():
        return [future]

    print((await gives_future())[0] is future)
    print((await asyncio.create_task(gives_future()))[0] is future)
    by_hand = val('by hand')
    try:
        by_hand.send(None)
    except StopIteration as stop:
        print(stop.value)


asyncio.run(main())
