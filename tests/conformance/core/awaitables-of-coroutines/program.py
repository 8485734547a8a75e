import asyncio


class Delay:
    """Goes through the iterator of a coroutine."""

    def __init__(self, seconds, value):
        self.seconds = seconds
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(self.seconds).__await__()
        return self.value


class ByHand:
    """Drives a coroutine, and hands on what it waits for."""

    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        given = None
        while True:
            try:
                waits = self.coroutine.send(given)
            except StopIteration as end:
                return end.value
            try:
                given = yield waits
            except ValueError as error:
                waits = self.coroutine.throw(error)


class HandedOutTwice:
    """A future that was waited for is not handed out again."""

    def __await__(self):
        coroutine = asyncio.sleep(1)
        waits = coroutine.send(None)
        yield waits
        try:
            yield waits
        except RuntimeError as error:
            print(str(error).split(' in task')[0])
        coroutine.close()
        return 'twice'


class Waits:
    """Goes through the iterator of a future, and notices how it ends."""

    def __init__(self, future):
        self.future = future

    def __await__(self):
        try:
            return (yield from self.future.__await__())
        except ValueError as error:
            return f'instead of {error}'
        finally:
            print('no more waiting')


async def fails(seconds):
    await asyncio.sleep(seconds)
    raise ValueError('late')


async def nested(depth):
    if depth == 0:
        return await Delay(1, 'deep')
    return await ByHand(nested(depth - 1))


async def pending():
    future = asyncio.get_running_loop().create_future()
    coroutine = future_of(future)
    waits = coroutine.send(None)
    print(waits is future)
    try:
        coroutine.send(None)
    except RuntimeError as error:
        print(error)


async def future_of(future):
    await future


async def main():
    print(await Delay(2, 'two seconds'))
    again = Delay(1, 'again')
    print(await again, await again)
    print(await asyncio.gather(Delay(2, 'a'), Delay(1, 'b'), ByHand(asyncio.sleep(0, 'c'))))
    try:
        await ByHand(fails(1))
    except ValueError as error:
        print(error)
    print(await nested(3))
    print(await HandedOutTwice())
    await pending()
    loop = asyncio.get_running_loop()
    broken = loop.create_future()
    loop.call_later(1, lambda: broken.set_exception(ValueError('broken')))
    print(await Waits(broken))
    print(await Waits(asyncio.ensure_future(fails(1))))
    for waiting in (Delay(9, 'never'), Waits(loop.create_future())):
        task = asyncio.ensure_future(waiting)
        await asyncio.sleep(1)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print('cancelled')


asyncio.run(main())
