import asyncio

def count_generator():
    print("generator: one")
    yield
    print("generator: two")
    yield
    print("generator: three")
    return "counted"

async def count_coroutine():
    print("coroutine: one")
    await asyncio.sleep(0)
    print("coroutine: two")
    await asyncio.sleep(0)
    print("coroutine: three")
    return "counted"

def step(routine):
    try:
        routine.send(None)
        print("  it is suspended")
    except StopIteration as end:
        print("  it has ended:", end.value)

generator = count_generator()
coroutine = count_coroutine()
print("nothing has run yet")
for turn in range(3):
    step(generator)
    step(coroutine)
