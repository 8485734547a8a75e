import asyncio
import random


async def fetch(name, dice):
    for attempt in range(1, 5):
        pause = dice.uniform(0.5, 2 ** attempt)
        await asyncio.sleep(pause)
        if dice.random() < 0.4:
            print(f'{name} answers after {attempt}, last pause {pause!r}')
            return name
    raise RuntimeError(f'{name} gives up')


async def main():
    loop = asyncio.get_running_loop()
    dice = random.Random('loopwise')
    results = await asyncio.gather(*(fetch(f'host-{n}', dice) for n in range(8)), return_exceptions=True)
    print(f'{sum(isinstance(result, str) for result in results)} of {len(results)}')
    print(f'{loop.time():.6f}')


asyncio.run(main())
