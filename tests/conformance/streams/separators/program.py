import asyncio


async def attempt(reader, *args):
    try:
        data = await reader.readuntil(*args)
        print(f'until [{data.decode()}]')
    except asyncio.IncompleteReadError as error:
        print(f'{error}: [{error.partial.decode()}] {error.expected} {isinstance(error, EOFError)}')
    except asyncio.LimitOverrunError as error:
        print(f'{error}: {error.consumed}')
    except (ValueError, TypeError) as error:
        print(f'{type(error).__name__} {error}')


async def feed(reader, *chunks):
    for chunk in chunks:
        await asyncio.sleep(0)
        print(f'fed {chunk.decode()}')
        reader.feed_data(chunk)


async def main():
    reader = asyncio.StreamReader()
    # A separator that comes in pieces.
    feeder = asyncio.create_task(feed(reader, b'QWEaa', b'XYa', b'aa', b'rest'))
    await attempt(reader, b'aaa')
    await feeder
    # Several: the one that ends first.
    for separators in [(b';', b','), (b'DEF', b'BCDE'), (b';',), (b'EF', b'DEF', b'G'), (b',', b'x,')]:
        reader = asyncio.StreamReader()
        reader.feed_data(b'ABCDEFG;x,y')
        await attempt(reader, separators)
    feeder = asyncio.create_task(feed(reader, b'Z', b'Aaaa'))
    await attempt(reader, (b'A', b'long sep'))
    await feeder
    # What makes no sense; nothing of it takes anything.
    for wrong in [b'', (b'',), (), (b'x', b'')]:
        await attempt(reader, wrong)
    await attempt(reader, 'a')
    await attempt(reader, ('a',))
    print(f'{await reader.read(100)!r}'.strip("b'"))
    # Beyond the limit: what was read stays.
    reader = asyncio.StreamReader(limit=3)
    reader.feed_data(b'some dataAA')
    await attempt(reader, b'AAA')
    reader.feed_data(b'A')
    await attempt(reader, b'AAA')
    await attempt(reader, (b'AAA', b'som'))
    await attempt(reader, (b'A', b'e dataA'))
    print(f'{(await reader.readexactly(2)).decode()}')
    reader.feed_eof()
    await attempt(reader, b'!')
    print(f'{(await reader.read()).decode()}')
    await attempt(reader, b'!')
    # The end comes while somebody waits.
    reader = asyncio.StreamReader()
    reader.feed_data(b'some dataAA')
    def feed_eof():
        reader.feed_eof()

    asyncio.get_running_loop().call_later(2, feed_eof)
    await attempt(reader, b'AAA')
    print(f'{asyncio.get_running_loop().time():g} {reader.at_eof()}')


asyncio.run(main())
