"""CPython's own asyncio, on its own event loop and a real clock: measures one row as cell.ts and measure.ts do, and prints it as one line of JSON.

python3 asyncio_cell.py ROW CONSTANTS EFFORT, the last two as JSON.
"""

import asyncio
import gc
import json
import math
import os
import sys
import time
import tracemalloc

ROW = json.loads(sys.argv[1])
CONSTANTS = json.loads(sys.argv[2])
EFFORT = json.loads(sys.argv[3])
WORKERS, DEPTH, BATCH = CONSTANTS["WORKERS"], CONSTANTS["DEPTH"], CONSTANTS["BATCH"]
STEP, WARM_UP = 1000, 20_000


def sleep_of(i):
    return (1 + (i * 7919) % 1000) / 1000


def delay_of(i):
    return (1 + (i * 7919) % 1000) / 1e6


async def together(make):
    tasks = [asyncio.create_task(make()) for _ in range(WORKERS)]
    return sum([await task for task in tasks])


async def spin(n):
    done = 0
    while done < n:
        await asyncio.sleep(0)
        done += 1
    return done


async def switches(n, _):
    return await together(lambda: spin(n // WORKERS))


ended = 0


async def nothing():
    global ended
    ended += 1


async def tasks(n, _):
    global ended
    ended = 0
    for _ in range(0, n, BATCH):
        for _ in range(BATCH):
            asyncio.create_task(nothing())
        await asyncio.sleep(0)
    return ended


async def one(i):
    await asyncio.sleep(0)
    return i


async def gather(n, _):
    return len(await asyncio.gather(*[one(i) for i in range(n)]))


async def produce(queue, n):
    for i in range(n):
        await queue.put(i)


async def queue(n, _):
    queue = asyncio.Queue(1)
    producer = asyncio.create_task(produce(queue, n))
    got = 0
    while got < n:
        await queue.get()
        got += 1
    await producer
    return got


async def timers(n, _):
    loop = asyncio.get_running_loop()
    fired = 0

    def fire():
        nonlocal fired
        fired += 1

    for made in range(0, n, BATCH):
        for i in range(BATCH):
            loop.call_later(delay_of(i), fire)
        while fired < made + BATCH:
            await asyncio.sleep(0)
    return fired


async def inner(i):
    return i & 1


async def awaits(n, _):
    total = 0
    for i in range(n):
        total += await inner(i)
    return total * 2


async def nested(depth, n):
    return await spin(n) if depth == 0 else await nested(depth - 1, n)


async def chain(n, _):
    return await together(lambda: nested(DEPTH - 1, n // WORKERS))


async def waiting(future):
    return await future


async def bytes_(n, suspended):
    future = asyncio.get_running_loop().create_future()
    tasks = []
    for _ in range(n):
        tasks.append(asyncio.create_task(waiting(future)))
    await asyncio.sleep(0)
    suspended()
    future.set_result(1)
    return sum([await task for task in tasks])


async def sleeping(seconds):
    await asyncio.sleep(seconds)
    return 1


async def million(n, suspended):
    tasks = []
    for i in range(n):
        tasks.append(asyncio.create_task(sleeping(sleep_of(i) if suspended is None else CONSTANTS["LONG_SLEEP"])))
    await asyncio.sleep(0)
    if suspended is not None:
        suspended()
    return sum([await task for task in tasks])


WORKLOADS = {
    "switches": switches,
    "tasks": tasks,
    "gather": gather,
    "queue": queue,
    "timers": timers,
    "awaits": awaits,
    "chain": chain,
    "bytes": bytes_,
    "sleeping-bytes": million,
    "million": million,
}


clock = time.process_time if ROW["clock"] == "cpu" else time.perf_counter


def once(n, suspended=None):
    gc.collect()
    began = clock()
    done = asyncio.run(WORKLOADS[ROW["id"]](n, suspended))
    took = clock() - began
    if done != n:
        raise SystemExit(f"{ROW['id']}: {n} operations were asked for, {done} were done")
    return took


def enough():
    n, seconds = STEP, EFFORT["seconds"]
    while True:
        took = once(n)
        if took >= seconds * 0.8:
            return n
        n = math.ceil(n * min(10, max(1.5, seconds / max(took, 1e-6))) / STEP) * STEP


def memory(n):
    """What Python's allocator has given out for each task (`tracemalloc`), which is what heapUsed is in V8."""

    def suspended():
        gc.collect()
        during = tracemalloc.get_traced_memory()[0]
        print(json.dumps({"n": n, "value": (during - before) / n, "rounds": []}), flush=True)
        os._exit(0)  # what sleeps would sleep for long

    tracemalloc.start()
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    once(n, suspended)
    raise SystemExit("nobody said that the tasks are suspended")


def measure():
    size = round(ROW.get("size", 0) * EFFORT["share"])
    if ROW["kind"] == "memory":
        return memory(size)
    n = size or enough()
    if size:
        once(min(n, WARM_UP))
    rounds = [once(n) for _ in range(min(EFFORT["rounds"], ROW.get("rounds", EFFORT["rounds"])))]
    return {"n": n, "value": n / min(rounds) if ROW["kind"] == "rate" else min(rounds), "rounds": rounds}


print(json.dumps(measure()))
