import asyncio


def now():
    return f'{asyncio.get_running_loop().time():g}'


async def step(name, seconds):
    await asyncio.sleep(seconds)
    print(f'{now()} {name}')
    return name


async def spawns(group, depth):
    await asyncio.sleep(1)
    print(f'{now()} {depth} {group}')
    if depth > 0:
        group.create_task(spawns(group, depth - 1))


async def too_late(group, name):
    try:
        await asyncio.sleep(9)
    finally:
        coroutine = step('never', 0)
        try:
            group.create_task(coroutine)
        except RuntimeError as error:
            print(f'{now()} {name}: {error}')


async def fail():
    await asyncio.sleep(1)
    raise ValueError('fail')


async def main():
    group = asyncio.TaskGroup()
    try:
        group.create_task(step('never', 0))
    except RuntimeError as error:
        print(f'{now()} {error}')
    async with group:
        group.create_task(spawns(group, 3))
        try:
            async with group:
                print('this is never printed')
        except RuntimeError as error:
            print(f'{now()} {error}')
        group.create_task(step('after the body', 2), name='named')
    for again in range(2):
        try:
            group.create_task(step('never', 0))
        except RuntimeError as error:
            print(f'{now()} {error}')
    try:
        async with group:
            print('this is never printed')
    except RuntimeError as error:
        print(f'{now()} {error}')
    try:
        async with asyncio.TaskGroup() as failing:
            failing.create_task(too_late(failing, 'one'))
            failing.create_task(too_late(failing, 'two'))
            failing.create_task(fail())
    except* ValueError as error:
        print(f'{now()} {error}')
    async with asyncio.TaskGroup() as refuses:
        try:
            refuses.create_task(5)
        except TypeError as error:
            print(f'{now()} {error}')
        done = refuses.create_task(step('one', 0))
        await done
        await asyncio.sleep(0)
        print(f'{now()} {refuses}')
    before = now()
    async with asyncio.TaskGroup():
        pass
    print(f'{before} {now()}')
    asyncio.get_running_loop().call_soon(print, 'the loop goes round')
    async with asyncio.TaskGroup():
        print('an empty group does not wait')
    await asyncio.sleep(0)


asyncio.run(main())
