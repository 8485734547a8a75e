import asyncio

class OneTurn:
    def __await__(self):
        yield
        return "one turn later"

class YieldsANumber:
    def __await__(self):
        yield 42

class YieldsAFuture:
    def __await__(self):
        yield asyncio.get_running_loop().create_future()

class GivesANumber:
    def __await__(self):
        return 42

async def main():
    for kind in (OneTurn, YieldsANumber, YieldsAFuture, GivesANumber):
        try:
            print(f"{kind.__name__}: {await kind()}")
        except (RuntimeError, TypeError) as error:
            print(f"{kind.__name__}: {type(error).__name__}: {str(error).split(' in task')[0]}")

asyncio.run(main())
