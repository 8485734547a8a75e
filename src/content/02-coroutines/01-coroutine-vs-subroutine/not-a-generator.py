import asyncio

def generator_function():
    yield
    return "value"

async def coroutine_function():
    await asyncio.sleep(0)
    return "value"

async def await_it(thing):
    return await thing

def ask(question, action):
    try:
        action()
        print(question, "yes")
    except TypeError:
        print(question, "no, TypeError")

generator = generator_function()
coroutine = coroutine_function()

ask("a for loop over the generator?", lambda: list(generator))
ask("a for loop over the coroutine?", lambda: list(coroutine))
ask("await the coroutine?", lambda: asyncio.run(await_it(coroutine)))
ask("await the generator?", lambda: asyncio.run(await_it(generator)))
