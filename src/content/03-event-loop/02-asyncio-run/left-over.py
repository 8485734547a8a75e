import asyncio

async def archive(report):
    print("archive: begins")
    await asyncio.sleep(3)
    print("archive: has it")

async def main():
    task = asyncio.create_task(archive("report"))
    await asyncio.sleep(1)
    print("main: the report is written")
    return "done"

print("run gives:", asyncio.run(main()))
