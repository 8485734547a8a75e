import asyncio

async def archive(report):
    try:
        print("archive: begins")
        await asyncio.sleep(3)
        print("archive: has it")
    except asyncio.CancelledError:
        print("archive: cancelled")
        raise

async def main():
    task = asyncio.create_task(archive("report"))
    await asyncio.sleep(1)
    print("main: the report is written")
    return "done"

loop = asyncio.new_event_loop()
try:
    result = loop.run_until_complete(main())
finally:
    left_over = asyncio.all_tasks(loop)
    print("left over:", len(left_over))
    for task in left_over:
        task.cancel()
    if left_over:
        loop.run_until_complete(asyncio.gather(*left_over, return_exceptions=True))
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()

print("the loop gives:", result)
