import asyncio
import time


def stumble(word):
    raise ValueError(word)


def report(loop, context):
    print(f"{context['message'].split(' stumble')[0]}: {context.get('exception')}")


def broken(loop, context):
    raise RuntimeError('broken handler')


async def fails():
    raise ValueError('lost')


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler() is None)
    loop.call_soon(stumble, 'default')
    await asyncio.sleep(0)
    loop.set_exception_handler(report)
    loop.call_soon(stumble, 'mine')
    loop.call_later(1, stumble, 'mine later')
    await asyncio.sleep(2)
    loop.call_exception_handler({'message': 'by hand', 'exception': ValueError('given')})
    loop.set_exception_handler(broken)
    loop.call_soon(stumble, 'broken')
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    try:
        loop.set_exception_handler(5)
    except TypeError as error:
        print(error)
    loop.set_debug(True)
    loop.call_soon(time.sleep, 0.25)
    await asyncio.sleep(0)
    time.sleep(0.05)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 1
    time.sleep(0.5)
    await asyncio.sleep(0)
    loop.set_debug(False)
    time.sleep(5)
    await asyncio.sleep(0)
    print(f'{loop.time():g}')


asyncio.run(main())
