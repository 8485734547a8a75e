import asyncio

async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    if page == "lost":
        raise ValueError("no such page")
    print(page, "has come")
    return page

async def main():
    pages = [("long", 3), ("lost", 1), ("short", 2)]
    try:
        print(await asyncio.gather(*(fetch(*page) for page in pages)))
    except ValueError as error:
        print("gather raises:", error)
    await asyncio.sleep(5)
    print("again, with return_exceptions")
    print(await asyncio.gather(*(fetch(*page) for page in pages), return_exceptions=True))

asyncio.run(main())
