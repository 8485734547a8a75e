import asyncio


class Unique(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = set()

    def _put(self, item):
        self._queue.add(item)

    def _get(self):
        item = next(iter(self._queue))
        self._queue.discard(item)
        return item


async def main():
    # Items of its own kind: the hooks that CPython keeps for subclasses.
    queue = Unique(2)
    for item in ['a', 'a']:
        queue.put_nowait(item)
    print(f'{queue.qsize()} {queue.full()} {queue.get_nowait()} {queue.empty()}')
    getting = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(f'{queue}')
    queue.put_nowait('b')
    print(f'{queue} {await getting}')
    queue.shutdown(True)
    print(f'{queue}')
    # A get and a put that are closed where they wait, and before they begin.
    queue = asyncio.Queue(1)
    get = queue.get()
    future = get.send(None)
    print(f'{queue}')
    get.close()
    print(f'{queue} {future.cancelled()}')
    queue.put_nowait(1)
    put = queue.put(2)
    put.send(None)
    waiting = asyncio.create_task(queue.put(3))
    await asyncio.sleep(0)
    print(f'{queue}')
    queue.get_nowait()
    put.close()
    await waiting
    print(f'{queue}')
    unused = queue.put(4)
    unused.close()
    error = ValueError('thrown in')
    get = queue.get()
    try:
        get.throw(error)
    except ValueError as caught:
        print(f'{caught is error} {queue}')
    try:
        queue.get().send(None)
    except StopIteration as stop:
        print(f'{stop.value}')
    # A getter that somebody else ends.
    get = queue.get()
    future = get.send(None)
    future.set_exception(ValueError('from outside'))
    queue.put_nowait('kept')
    other = asyncio.create_task(queue.get())
    try:
        get.send(None)
    except ValueError as caught:
        print(f'{caught} {queue} {await other}')


asyncio.run(main())
