import asyncio

async def fetch(page, seconds):
    try:
        await asyncio.sleep(seconds)
        if page == "lost":
            raise ValueError("no such page")
        print(page, "has come")
    except asyncio.CancelledError:
        print(page, "is cancelled")
        raise

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for page, seconds in (("long", 3), ("lost", 1), ("short", 0.5)):
                group.create_task(fetch(page, seconds))
    except* ValueError as errors:
        print("the group raises:", errors.exceptions)

asyncio.run(main())
