import asyncio
import time


async def nest(outer_limit, inner_limit, block=0):
    loop = asyncio.get_running_loop()
    begin = loop.time()
    outer = asyncio.timeout(outer_limit)
    inner = asyncio.timeout(inner_limit)
    try:
        async with outer:
            try:
                async with inner:
                    try:
                        if block:
                            time.sleep(block)
                        await asyncio.sleep(10)
                    except asyncio.CancelledError:
                        print('innermost: cancelled')
                        raise
            except TimeoutError:
                print('between: timeout')
            except asyncio.CancelledError:
                print('between: cancelled')
                raise
            print('after the inner block')
            await asyncio.sleep(1)
            print('after the sleep')
    except TimeoutError:
        print('outside: timeout')
    print(f'{loop.time() - begin:g}: outer {outer.expired()}, inner {inner.expired()}, {asyncio.current_task().cancelling()}')


async def main():
    await nest(5, 1)
    await nest(1, 5)
    await nest(1, 1)
    await nest(1.5, 1)
    await nest(2, 1, block=3)
    await nest(1, 2, block=3)
    await nest(None, 1)
    await nest(0, 0)


asyncio.run(main())
