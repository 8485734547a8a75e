import asyncio

balance = 0


async def deposit(pause):
    global balance
    before = balance
    if pause:
        await asyncio.sleep(0)
    balance = before + 1


async def who():
    await asyncio.sleep(0)
    return asyncio.current_task().get_name()


async def spin(word, turns):
    for turn in range(turns):
        print(f'{word}{turn}')
        await asyncio.sleep(0)


async def main():
    global balance
    loop = asyncio.get_running_loop()
    await asyncio.gather(*(deposit(False) for _ in range(5)))
    print(balance)
    balance = 0
    await asyncio.gather(*(deposit(True) for _ in range(5)))
    print(balance)
    named = asyncio.create_task(who(), name=7)
    unnamed = asyncio.create_task(who())
    print(f'{named.get_name()} {unnamed.get_name()}')
    unnamed.set_name('renamed')
    print(f'{await named} {await unnamed}')
    print(f'{await asyncio.create_task(who())} {await who()}')
    loop.call_soon(lambda: print(f'no task: {asyncio.current_task()}'))
    await asyncio.sleep(0)
    tasks = [asyncio.create_task(spin(word, 3), name=word) for word in 'abc']
    print(' '.join(sorted(task.get_name() for task in asyncio.all_tasks())))
    await tasks[2]
    print(' '.join(sorted(task.get_name() for task in asyncio.all_tasks())))
    sleeps = [asyncio.create_task(asyncio.sleep(seconds, f'{seconds}s')) for seconds in (3, 1, 2, 0, -1, 1)]
    for task in sleeps:
        print(f'{await task} {loop.time():g}')
    done = asyncio.create_task(who())
    await done
    turn = []
    loop.call_soon(lambda word: turn.append(word), 'callback')
    await done
    turn.append('main')
    await asyncio.sleep(0)
    print(' '.join(turn))
    for wrong in (5, who, None):
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            print(str(error).split(', got')[0])
    try:
        done.set_result(1)
    except RuntimeError as error:
        print(error)
    pending = asyncio.create_task(asyncio.sleep(9))
    try:
        pending.result()
    except asyncio.InvalidStateError as error:
        print(error)
    try:
        pending.exception()
    except asyncio.InvalidStateError as error:
        print(error)


asyncio.run(main())
