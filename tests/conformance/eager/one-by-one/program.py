import asyncio


def now():
    return f'{asyncio.get_running_loop().time():g}'


async def log(name, turns=0):
    print(f'{now()} {name} 0')
    for turn in range(1, turns + 1):
        await asyncio.sleep(0)
        print(f'{now()} {name} {turn}')
    return name


async def waits(future):
    print(f'{now()} waits')
    return await future


async def main():
    lazy = asyncio.create_task(log('lazy', 2))
    eager = asyncio.create_task(log('eager', 2), eager_start=True)
    done = asyncio.create_task(log('done'), eager_start=True, name='at once')
    print(f'{now()} {lazy.done()} {eager.done()} {done.done()} {done.get_name()} {done.get_coro()}')
    await lazy
    await eager
    by_hand = asyncio.Task(log('by hand', 1), loop=asyncio.get_running_loop(), eager_start=True, name='hand')
    print(f'{by_hand.get_name()} {by_hand.done()} {by_hand in asyncio.all_tasks()}')
    await by_hand
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waits(future), eager_start=True)
    future.set_result('result')
    print(await task)
    future = asyncio.get_running_loop().create_future()
    future.set_result('there already')
    task = asyncio.create_task(waits(future), eager_start=True)
    print(f'{task.done()} {task.result()}')
    task.add_done_callback(lambda task: print(f'{now()} told of {task.get_name()}'))
    print('before it is told')
    await asyncio.sleep(0)
    lost = asyncio.create_task(asyncio.sleep(9, 'lost'), eager_start=True, name='lost')
    print(f'{lost.done()} {lost.cancelling()}')


asyncio.run(main())
