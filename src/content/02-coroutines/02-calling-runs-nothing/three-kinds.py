import asyncio
import inspect

async def fetch():
    await asyncio.sleep(1)
    return "page"

async def pages():
    yield "page 1"
    yield "page 2"

async def main():
    print("fetch is a coroutine function:", inspect.iscoroutinefunction(fetch))
    print("fetch is a coroutine:", inspect.iscoroutine(fetch))
    print("pages is a coroutine function:", inspect.iscoroutinefunction(pages))

    coroutine = fetch()
    print("fetch() is a coroutine:", inspect.iscoroutine(coroutine))
    print("fetch() is a future:", asyncio.isfuture(coroutine))
    print("fetch() can be awaited:", inspect.isawaitable(coroutine))

    generator = pages()
    print("pages() is an async generator:", inspect.isasyncgen(generator))
    print("pages() can be awaited:", inspect.isawaitable(generator))

    print(await coroutine)
    async for page in generator:
        print(page)

asyncio.run(main())
