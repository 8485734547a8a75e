import asyncio


def show(data):
    return f"[{data.decode().replace(chr(10), '|')}]"


async def feed(reader, *chunks):
    for chunk in chunks:
        await asyncio.sleep(1)
        print(f'fed {show(chunk)}')
        reader.feed_data(chunk)
    await asyncio.sleep(1)
    reader.feed_eof()
    print('fed the end')


async def main():
    # Lines across the borders of chunks.
    reader = asyncio.StreamReader()
    feeder = asyncio.create_task(feed(reader, b'on', b'e\ntwo', b'\n\nfour\n', b'', b'five'))
    async for line in reader:
        print(f'line {show(line)} {reader.at_eof()}')
    print(f'end {reader.at_eof()} {feeder.done()}')
    print(f'{show(await reader.readline())} {show(await reader.read())} {show(await reader.read(5))}')
    await feeder
    # What is there already is read without a trip through the loop.
    reader = asyncio.StreamReader()
    reader.feed_data(b'a\nb\nc')
    asyncio.get_running_loop().call_soon(print, 'a turn of the loop')
    print(f'{show(await reader.readline())} {show(await reader.readline())} {show(await reader.read(10))}')
    await asyncio.sleep(0)
    # Two tasks take turns with the lines of one reader, in the order in which they ask.
    reader = asyncio.StreamReader()
    lock = asyncio.Lock()

    async def worker(name):
        while True:
            async with lock:
                line = await reader.readline()
            if not line:
                break
            print(f'{name} {show(line)}')
        print(f'{name} ends')

    workers = [asyncio.create_task(worker(name)) for name in ('w1', 'w2')]
    await feed(reader, b'1\n2\n', b'3\n4', b'\n5\n')
    await asyncio.gather(*workers)
    # A line longer than the limit: what is thrown away depends on where its end is.
    reader = asyncio.StreamReader(limit=4)
    reader.feed_data(b'1234\n12345\nab\n123456')
    for _ in range(4):
        try:
            print(f'line {show(await reader.readline())}')
        except ValueError as error:
            print(f'{type(error).__name__}: {error}')
    reader.feed_eof()
    print(f'{show(await reader.readline())} {reader.at_eof()}')
    try:
        asyncio.StreamReader(0)
    except ValueError as error:
        print(f'{error}')
    try:
        reader.feed_data(b'more')
    except AssertionError as error:
        print(f'{error}')
    print(f'{asyncio.StreamReader(limit=3)!r} {reader!r}')


asyncio.run(main())
