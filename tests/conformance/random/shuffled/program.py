import asyncio
import random


async def worker(name, seconds):
    await asyncio.sleep(seconds)
    print(f'{name} {seconds}')
    return name


async def main():
    random.seed(-3)
    names = ['ada', 'bob', 'cyd', 'dan', 'eve']
    random.shuffle(names)
    waits = random.sample(range(1, 100), 5)
    tasks = [asyncio.create_task(worker(name, seconds), name=name) for name, seconds in zip(names, waits)]
    await asyncio.sleep(random.randrange(5, 60, 5))
    chosen = random.choice(tasks)
    print(f'cancel {chosen.get_name()}: {chosen.cancel()}')
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(' '.join(result if isinstance(result, str) else 'cancelled' for result in results))
    print(' '.join(random.choices(['red', 'green', 'blue'], [5, 3, 1], k=6)))
    try:
        random.randint(6, 1)
    except ValueError as error:
        print(f'{error}')


asyncio.run(main())
