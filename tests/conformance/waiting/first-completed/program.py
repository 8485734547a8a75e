import asyncio


async def turns(name, count):
    for _ in range(count):
        await asyncio.sleep(0)
    print(f'{name} ends')
    return name


async def main():
    loop = asyncio.get_running_loop()
    one = asyncio.create_task(turns('one', 2), name='one')
    two = asyncio.create_task(turns('two', 2), name='two')
    three = asyncio.create_task(turns('three', 3), name='three')
    four = asyncio.create_task(turns('four', 4), name='four')
    five = asyncio.create_task(turns('five', 5), name='five')
    todo = [one, two, three, four, five]
    while todo:
        done, pending = await asyncio.wait(todo, return_when=asyncio.FIRST_COMPLETED)
        print(f'done {len(done)}: ' + ' '.join(task.get_name() for task in todo if task in done))
        todo = [task for task in todo if task in pending]
    future = loop.create_future()
    late = loop.create_future()
    loop.call_later(1, lambda: future.set_result(1))
    loop.call_later(1, lambda: late.set_result(2))
    done, pending = await asyncio.wait([late, future], timeout=1, return_when=asyncio.FIRST_COMPLETED)
    print(f'at {loop.time():g}: {len(done)} done, {len(pending)} pending')
    failing = loop.create_future()
    failing.set_exception(ValueError('seen by nobody'))
    done, pending = await asyncio.wait([failing], return_when=asyncio.FIRST_COMPLETED)
    print(f'{failing in done}')
    print(f'{failing.exception()!r}')


asyncio.run(main())
