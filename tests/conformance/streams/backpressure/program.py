import asyncio


class Transport:
    """What a reader asks of the transport that feeds it."""

    def __init__(self):
        self.paused = False

    def pause_reading(self):
        self.paused = True
        print('paused')

    def resume_reading(self):
        self.paused = False
        print('resumed')


async def main():
    reader = asyncio.StreamReader(limit=4)
    transport = Transport()
    reader.set_transport(transport)
    # Paused above twice the limit, resumed at the limit.
    reader.feed_data(b'12345678')
    print('eight')
    reader.feed_data(b'9')
    print('nine')
    reader.feed_data(b'0')
    for size in (3, 2, 1, 4):
        print(f'{(await reader.read(size)).decode()}')
    # Who waits for more than the limit resumes it: it would wait for ever.
    reader.feed_data(b'abcdefghi')

    async def feed():
        for chunk in (b'j', b'klmnopqrst', b'u'):
            await asyncio.sleep(1)
            print(f'feed {chunk.decode()} {transport.paused}')
            reader.feed_data(chunk)
        await asyncio.sleep(1)
        reader.feed_eof()

    feeding = asyncio.create_task(feed())
    print(f'{(await reader.readexactly(20)).decode()}')
    print(f'{(await reader.read()).decode()}')
    await feeding
    # A line that is too long is thrown away, and there is room again.
    reader = asyncio.StreamReader(limit=2)
    reader.set_transport(transport)
    reader.feed_data(b'too long\nok\n')
    try:
        await reader.readline()
    except ValueError as error:
        print(f'{error}')
    print(f'{(await reader.readline()).decode()!r}')
    # One transport only.
    try:
        reader.set_transport(transport)
    except AssertionError as error:
        print(f'{error}')
    # A transport that cannot be paused is left alone from then on.
    class Stubborn(Transport):
        def pause_reading(self):
            print('asked')
            raise NotImplementedError

    reader = asyncio.StreamReader(limit=2)
    reader.set_transport(Stubborn())
    reader.feed_data(b'12345')
    reader.feed_data(b'67890')
    print(f'{(await reader.read(7)).decode()}')


asyncio.run(main())
