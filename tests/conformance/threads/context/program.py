import asyncio
from contextvars import ContextVar, copy_context

request = ContextVar("request", default="none")


def read():
    value = request.get()
    request.set(f"{value} changed")
    return value


async def handle(name):
    token = request.set(name)
    await asyncio.sleep(0.1)
    inside = await asyncio.to_thread(read)
    after = request.get()
    request.reset(token)
    print(f"{asyncio.get_running_loop().time():g} {name}: {inside}, {after}, {request.get()}")


async def main():
    request.set("main")
    await asyncio.gather(handle("a"), handle("b"))
    loop = asyncio.get_running_loop()
    context = copy_context()
    print(await loop.run_in_executor(None, context.run, read), context.get(request), request.get())
    loop.call_soon(lambda: print("callback sees", request.get()))
    request.set("later")
    await asyncio.sleep(0)
    print(await asyncio.create_task(asyncio.to_thread(read), context=context), context.get(request))


asyncio.run(main())
