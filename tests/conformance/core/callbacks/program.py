import asyncio


def say(word):
    print(word)


def stumble():
    raise ValueError('stumbled')


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(say, 'soon')
    loop.call_later(2, say, 'in 2')
    loop.call_later(1, say, 'in 1')
    loop.call_at(1, say, 'at 1')
    loop.call_soon(stumble)
    future = loop.create_future()

    def ended(given):
        print(f'ended with {given.result()}')

    future.add_done_callback(ended)
    loop.call_later(1.5, lambda: future.set_result(7))
    print(f'{await future}')
    handle = loop.call_soon(say, 'never')
    handle.cancel()
    await asyncio.sleep(1)
    raise ValueError('end')


asyncio.run(main())
