import asyncio
import re


class Mine(asyncio.Lock):
    pass


def show(value):
    print(re.sub(r' at 0x[0-9a-f]+', '', repr(value)).replace('__main__.', ''))


async def main():
    lock, event, condition, barrier = asyncio.Lock(), asyncio.Event(), asyncio.Condition(), asyncio.Barrier(2)
    semaphore, bounded, queue, mine = asyncio.Semaphore(3), asyncio.BoundedSemaphore(0), asyncio.Queue(1), Mine()
    for each in [lock, event, condition, barrier, semaphore, bounded, queue, mine]:
        show(each)
    await lock.acquire()
    await condition.acquire()
    await mine.acquire()
    queue.put_nowait('full')
    await queue.get()
    tasks = [lock.acquire(), event.wait(), condition.wait(), barrier.wait(), bounded.acquire(), queue.get(), mine.acquire()]
    tasks = [asyncio.create_task(each) for each in tasks]
    await asyncio.sleep(0)
    for each in [lock, event, condition, barrier, semaphore, bounded, queue, mine]:
        show(each)
    for each in tasks:
        show(each.get_coro())
        each.cancel()
    for each in [lock, event, condition, bounded]:
        show(each)
    await asyncio.gather(*tasks, return_exceptions=True)
    await barrier.abort()
    event.set()
    queue.shutdown()
    for each in [lock, event, condition, barrier, semaphore, bounded, queue, mine]:
        show(each)
    for each in [lock, event, condition, barrier, semaphore, bounded, queue, mine]:
        try:
            await each
        except TypeError as error:
            print(f'{error}')


async def again(awaitable):
    try:
        await awaitable
        print('fine')
    except RuntimeError as error:
        print(re.sub(r' at 0x[0-9a-f]+', '', str(error)))


async def stand(*awaitables):
    tasks = [asyncio.create_task(each) for each in awaitables]
    await asyncio.sleep(0)
    for each in tasks:
        each.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
# Bound to the loop of their first blocking use, and to none by a use that does not block.
lock, event, semaphore, queue, condition = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(0), asyncio.Queue(1), asyncio.Condition()


async def free():
    async with lock:
        await queue.put(1)
        await queue.get()


asyncio.run(free())
asyncio.run(free())


async def first():
    await lock.acquire()
    await condition.acquire()
    await stand(condition.acquire())
    await stand(lock.acquire(), event.wait(), semaphore.acquire(), queue.get(), condition.wait())


async def second():
    await again(lock.acquire())
    await again(event.wait())
    await again(semaphore.acquire())
    await again(queue.get())
    await again(condition.wait())
    await again(condition.acquire())
    await again(queue.put(1))
    await again(queue.put(2))
    show(queue)


asyncio.run(first())
asyncio.run(second())
