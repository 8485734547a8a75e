import asyncio


async def child(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    print('child ends')


async def waiter(name, awaitable):
    await awaitable
    print(f'{name} goes on')


async def main():
    for turns in range(3):
        task = asyncio.create_task(child(turns))
        others = [
            waiter('await', task),
            waiter('gather', asyncio.gather(task)),
            waiter('shield', asyncio.shield(task)),
            waiter('wait', asyncio.wait([task])),
            waiter('wait first', asyncio.wait([task], return_when=asyncio.FIRST_COMPLETED)),
            waiter('wait_for', asyncio.wait_for(task, 5)),
            waiter('wait_for shield', asyncio.wait_for(asyncio.shield(task), 5)),
            waiter('as_completed', next(asyncio.as_completed([task]))),
        ]
        await asyncio.gather(*others)
    print('all done before')
    done = asyncio.create_task(child(0))
    await done
    others = [
        waiter('await', done),
        waiter('gather', asyncio.gather(done)),
        waiter('shield', asyncio.shield(done)),
        waiter('wait', asyncio.wait([done])),
        waiter('wait_for', asyncio.wait_for(done, 5)),
        waiter('wait_for at once', asyncio.wait_for(done, 0)),
        waiter('as_completed', next(asyncio.as_completed([done]))),
    ]
    for other in others:
        await other


asyncio.run(main())
