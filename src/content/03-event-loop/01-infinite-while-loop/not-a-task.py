import asyncio
import time

def callback():
    print("the callback runs in no task:", asyncio.current_task() is None)

async def compute(name):
    time.sleep(1)  # stands for a second of computing
    print(name, "runs in", asyncio.current_task().get_name())

async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    print("main runs in no task:", asyncio.current_task() is None)
    print("all tasks:", [task.get_name() for task in asyncio.all_tasks()])
    loop.call_soon(callback)
    await asyncio.gather(compute("A"), compute("B"))
    print(f"{loop.time() - start:0.0f} seconds for two computations of one second")

asyncio.run(main())
