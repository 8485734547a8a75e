import asyncio


async def frames(reader):
    while True:
        try:
            header = await reader.readexactly(2)
        except asyncio.IncompleteReadError as error:
            print(f'no header: {error} {len(error.partial)}/{error.expected}')
            return
        length = header[0] * 256 + header[1]
        yield await reader.readexactly(length)


async def feed(reader, data, size):
    for start in range(0, len(data), size):
        await asyncio.sleep(0.5)
        reader.feed_data(data[start:start + size])
    reader.feed_eof()


def framed(text):
    return bytes([len(text) // 256, len(text) % 256]) + text.encode()


async def main():
    loop = asyncio.get_running_loop()
    data = framed('hello') + framed('') + framed('x' * 300) + framed('end')
    for size in (7, 1000, 100):
        reader = asyncio.StreamReader(limit=16)
        feeder = asyncio.create_task(feed(reader, data, size))
        async for frame in frames(reader):
            print(f'{loop.time():g} {len(frame)} {frame[:5].decode()}')
        await feeder
    # Cut off in the middle of a frame.
    reader = asyncio.StreamReader()
    reader.feed_data(framed('hello')[:4])
    asyncio.create_task(feed(reader, b'', 1))
    try:
        async for frame in frames(reader):
            print('never')
    except asyncio.IncompleteReadError as error:
        print(f'{error} [{error.partial.decode()}] {error.expected} {reader.at_eof()}')
    # Pieces of any size.
    reader = asyncio.StreamReader(limit=4)
    reader.feed_data(b'abcdefghij')
    print(f'[{(await reader.read(0)).decode()}] [{(await reader.read(3)).decode()}] [{(await reader.readexactly(0)).decode()}]')
    try:
        await reader.readexactly(-1)
    except ValueError as error:
        print(f'{error}')
    print(f'[{(await reader.readexactly(7)).decode()}]')

    async def rest():
        return (await reader.read()).decode()

    reading = asyncio.create_task(rest())
    await asyncio.sleep(0)
    reader.feed_data(b'0123456789')
    await asyncio.sleep(1)
    reader.feed_data(b'xyz')
    print(f'{reading.done()}')
    reader.feed_eof()
    print(f'{await reading} {loop.time():g}')


asyncio.run(main())
