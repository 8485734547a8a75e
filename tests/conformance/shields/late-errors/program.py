import asyncio


async def failing(seconds, text):
    await asyncio.sleep(seconds)
    raise ValueError(text)


async def main():
    loop = asyncio.get_running_loop()

    def handler(loop, context):
        print(f'handler: {context["message"]} / {context["exception"]}')

    loop.set_exception_handler(handler)
    inner = asyncio.create_task(failing(2, 'once'))
    for seconds in (0.5, 1):
        outer = asyncio.shield(inner)
        loop.call_later(seconds, lambda outer=outer: outer.cancel())
    await asyncio.wait([inner])
    print(f'failed at {loop.time():g}')
    inner = asyncio.create_task(failing(2, 'awaited by another'))
    cancelled = asyncio.shield(inner)
    loop.call_later(1, lambda: cancelled.cancel())
    try:
        await asyncio.shield(inner)
    except ValueError as error:
        print(f'the other got: {error}')
    future = loop.create_future()
    shielded = asyncio.shield(future)
    future.set_exception(ValueError('together'))
    shielded.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(f'shield cancelled {shielded.cancelled()}, {future.exception()}')
    future = loop.create_future()
    shielded = asyncio.shield(future)
    shielded.cancel()
    await asyncio.sleep(0)
    future.set_result('fine')
    await asyncio.sleep(0)
    print(f'{future.result()}')
    future = loop.create_future()
    shielded = asyncio.shield(future)
    shielded.cancel()
    await asyncio.sleep(0)
    future.cancel()
    await asyncio.sleep(0)
    future = loop.create_future()
    shielded = asyncio.shield(future)
    shielded.cancel()
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    future.set_exception(ValueError('default handler'))
    await asyncio.sleep(0)

    def outside_of_a_task():
        late = asyncio.shield(future_of_callback)
        late.add_done_callback(lambda given: print(f'callback got {given.result()}'))

    future_of_callback = loop.create_future()
    loop.call_soon(outside_of_a_task)
    loop.call_later(1, lambda: future_of_callback.set_result('it'))
    await asyncio.sleep(2)


asyncio.run(main())
