import asyncio


async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()

    async def attempt(name, awaitable):
        try:
            print(f'{loop.time():g} {name} [{(await awaitable).decode()}]')
        except asyncio.CancelledError:
            print(f'{loop.time():g} {name} cancelled')
            raise
        except Exception as error:
            print(f'{loop.time():g} {name} {type(error).__name__}: {error}')

    # While one waits, no other may.
    first = asyncio.create_task(attempt('first', reader.readline()))
    await asyncio.sleep(0)
    await attempt('read', reader.read(1))
    await attempt('readline', reader.readline())
    await attempt('readexactly', reader.readexactly(1))
    await attempt('readuntil', reader.readuntil(b'x'))
    await attempt('none', reader.read(0))
    reader.feed_data(b'line\n')
    # The one that waited has been woken but has not run: the line is there for whoever comes first.
    await attempt('quick', reader.readline())
    print(f'{first.done()}')
    reader.feed_data(b'next\n')
    await first
    # A reader that is cancelled leaves the place free.
    second = asyncio.create_task(attempt('second', reader.readline()))
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.gather(second, return_exceptions=True)
    reader.feed_data(b'half')
    try:
        await asyncio.wait_for(reader.readline(), 1)
    except TimeoutError:
        print(f'{loop.time():g} timeout')
    reader.feed_data(b' and half\n')
    await attempt('third', reader.readline())
    # Data and cancellation in the same iteration.
    fourth = asyncio.create_task(attempt('fourth', reader.readline()))
    await asyncio.sleep(0)
    reader.feed_data(b'kept\n')
    fourth.cancel()
    await asyncio.gather(fourth, return_exceptions=True)
    await attempt('fifth', reader.readline())
    # An error wakes the one that waits, and meets all that come after.
    reader.feed_data(b'left')
    sixth = asyncio.create_task(attempt('sixth', reader.readline()))
    await asyncio.sleep(0)
    reader.set_exception(ConnectionResetError(104, 'Connection reset by peer'))
    await sixth
    await attempt('seventh', reader.read(1))
    await attempt('eighth', reader.readexactly(0))
    await attempt('ninth', reader.readuntil(b'f'))
    print(f'{reader!r}')


asyncio.run(main())
