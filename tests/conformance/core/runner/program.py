import asyncio
import contextvars

colour = contextvars.ContextVar('colour', default='grey')


async def left_behind(word):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(f'{word} is told to go')
        await asyncio.sleep(1)
        raise
    finally:
        print(f'{word} goes')


async def stumbles():
    try:
        await asyncio.sleep(100)
    finally:
        raise ValueError('on the way out')


async def paint(word):
    print(f'{word}: {colour.get()}')
    colour.set(word)
    asyncio.create_task(left_behind(word), name=f'left {word}')
    await asyncio.sleep(1)
    return colour.get()


async def main():
    asyncio.create_task(left_behind('one'), name='one')
    asyncio.create_task(stumbles(), name='two')
    asyncio.create_task(left_behind('three'), name='three')
    await asyncio.sleep(1)
    print('main ends')
    return 'result'


async def fails():
    asyncio.create_task(left_behind('four'))
    await asyncio.sleep(0)
    raise ValueError('main fails')


async def nested():
    try:
        asyncio.run(main())
    except RuntimeError as error:
        print(error)


with asyncio.Runner() as runner:
    print(runner.run(paint('red')))
    print(runner.run(paint('blue')))
try:
    runner.run(paint('green'))
except RuntimeError as error:
    print(error)
print(colour.get())
print(asyncio.run(main()))
try:
    asyncio.run(fails())
except ValueError as error:
    print(error)
asyncio.run(nested())
try:
    asyncio.run(5)
except TypeError as error:
    print(error)
