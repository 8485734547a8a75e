import asyncio


def raised(action):
    try:
        return repr(action())
    except BaseException as error:
        return f'{type(error).__name__}: {error}'


async def wait_for_it(future, word):
    try:
        print(f'{word} got {await future}')
    except ValueError as error:
        print(f'{word} got error {error}')


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(raised(future.result))
    print(raised(future.exception))

    def first(given):
        print('first')

    def second(given):
        print('second')
        given.add_done_callback(third)

    def third(given):
        print('third')

    def broken(given):
        raise RuntimeError('broken callback')

    for callback in (first, broken, second, first, third):
        future.add_done_callback(callback)
    print(f'{future.remove_done_callback(first)} {future.remove_done_callback(first)}')
    waiters = [asyncio.create_task(wait_for_it(future, word)) for word in ('a', 'b')]
    await asyncio.sleep(0)
    future.set_result(5)
    print(raised(lambda: future.set_result(6)))
    print(raised(lambda: future.set_exception(ValueError('late'))))
    print(f'{future.cancel()} {future.done()} {future.cancelled()}')
    await asyncio.gather(*waiters)
    print(f'{await future} {await future}')

    failing = loop.create_future()
    failing.set_exception(ValueError('bad'))
    await wait_for_it(failing, 'c')
    print(raised(failing.result))
    print(raised(failing.exception))
    stop = loop.create_future()
    print(raised(lambda: stop.set_exception(StopIteration())))
    print(raised(stop.result))
    by_class = loop.create_future()
    by_class.set_exception(ValueError)
    print(raised(by_class.exception))

    gone = loop.create_future()
    print(f'{gone.cancel("away")} {gone.cancel("again")}')
    print(raised(gone.result))
    print(raised(gone.exception))
    print(raised(lambda: gone.set_result(1)))
    lost = loop.create_future()
    lost.set_exception(ValueError('nobody looks'))


asyncio.run(main())
