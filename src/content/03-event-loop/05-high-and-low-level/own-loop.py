import asyncio

def loop_that_tells():
    loop = asyncio.new_event_loop()

    def make_task(loop, coroutine, **options):
        print("the loop makes a task")
        return asyncio.Task(coroutine, loop=loop, **options)

    loop.set_task_factory(make_task)
    return loop

async def work():
    await asyncio.sleep(1)
    print("the work is done")

async def main():
    print("main begins")
    await asyncio.create_task(work())
    print("main ends")

asyncio.run(main(), loop_factory=loop_that_tells)
