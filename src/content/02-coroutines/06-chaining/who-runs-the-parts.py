import asyncio

def say(what):
    print(what, "runs in", asyncio.current_task().get_name())

async def part(k, n):
    say(f"part {k} of chain {n}")
    await asyncio.sleep(n)

async def chain(n):
    say(f"chain {n}")
    await part(1, n)
    await part(2, n)

async def main():
    say("main")
    await asyncio.gather(chain(1), chain(2))
    await chain(3)

asyncio.run(main())
