import asyncio

async def guest(door):
    print("guest waits")
    name = await door
    print("guest is let in by", name)

async def host(door):
    await asyncio.sleep(2)
    print("host opens")
    door.set_result("the host")
    print("host goes on")

async def main():
    door = asyncio.get_running_loop().create_future()
    await asyncio.gather(guest(door), host(door))
    try:
        door.set_result("a neighbour")
    except asyncio.InvalidStateError:
        print("the door is open already")

asyncio.run(main())
