import asyncio


def say(word):
    print(f'{loop.time():g} {word}')


def raised(action):
    try:
        return f'{action()}'
    except (RuntimeError, TypeError) as error:
        return f'{type(error).__name__}: {error}'


async def work(seconds):
    await asyncio.sleep(seconds)
    return seconds


loop = asyncio.new_event_loop()
loop.call_later(3, lambda: loop.stop())
timers = [loop.call_later(seconds, say, f'after {seconds}') for seconds in (2, 1, 3, 4)]
timers[1].cancel()
loop.call_soon(say, 'first')
loop.run_forever()
print(f'stopped at {loop.time():g}')
task = loop.create_task(work(2), name='by hand')
print(raised(lambda: loop.run_until_complete(task)))
loop.stop()
loop.run_forever()
print(f'{loop.time():g}')


def stop_now(given):
    loop.stop()


waiting = loop.create_task(work(50), name='left over')
loop.call_soon(stop_now, None)
print(raised(lambda: loop.run_until_complete(waiting)))
print(f'{waiting.done()} {loop.is_running()} {loop.is_closed()}')
waiting.cancel()
try:
    loop.run_until_complete(waiting)
except asyncio.CancelledError:
    print('cancelled')


async def inside():
    print(raised(lambda: loop.close()))
    print(raised(lambda: asyncio.new_event_loop().run_until_complete(asyncio.sleep(1))))


loop.run_until_complete(inside())
print(raised(lambda: loop.call_later(None, say)))
print(raised(lambda: loop.call_at(None, say)))
loop.close()
loop.close()
print(raised(lambda: loop.call_soon(say, 'too late')))
print(raised(lambda: loop.run_forever()))
print(raised(lambda: asyncio.get_running_loop()))
