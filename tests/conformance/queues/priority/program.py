import asyncio


class Job:
    def __init__(self, name):
        self.name = name


async def main():
    queue = asyncio.PriorityQueue()
    # What compares equal comes out in the heap's order, which is neither first nor last in.
    equal = [(2, 0), (1, 1), (1, 2), (2, 3), (1, 4), (0, 5), (1, 6), (2, 7), (0, 8), (1, 9), (1, 10), (2, 11)]

    class Task(Job):
        def __init__(self, priority, number):
            super().__init__(f'{priority}/{number}')
            self.priority = priority

        def __lt__(self, other):
            return self.priority < other.priority

    for priority, number in equal:
        queue.put_nowait(Task(priority, number))
    names = []
    while not queue.empty():
        names.append((await queue.get()).name)
        if len(names) == 5:
            queue.put_nowait(Task(1, 'late'))
    print(' '.join(names))
    # Tuples: the first items that differ decide, then the lengths.
    for item in [(2, 'b'), (1, 'z', 0), (1, 'z'), (2, 'B'), (1, 'é'), (1, '\U0001f600'), (1, '\uffee'), (0.5, 'x'), (True, 'a')]:
        queue.put_nowait(item)
    while not queue.empty():
        print(f'{queue.get_nowait()[1]}')
    for item in ['pear', 'Apple', 'apple', '', 'app']:
        queue.put_nowait(item)
    while not queue.empty():
        print(f'[{queue.get_nowait()}]')
    # What cannot be compared.
    queue.put_nowait((1, {'a': 1}))
    queue.put_nowait((1, {'a': 1}))
    print(f'{queue.qsize()}')
    for item in [(1, {'a': 2}), (1, None), (1, 'text'), 5, (0, Job('x')), (0, Job('y')), None]:
        try:
            queue.put_nowait(item)
            print('fine')
        except TypeError as error:
            print(f'{error} {queue.qsize()}')
    # The failed ones are in it nevertheless, and get in the way.
    for _ in range(7):
        try:
            queue.get_nowait()
            print('got one')
        except TypeError as error:
            print(f'{error} {queue.qsize()}')


asyncio.run(main())
