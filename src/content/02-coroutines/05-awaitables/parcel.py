import asyncio

class Parcel:
    def __init__(self, what, seconds):
        loop = asyncio.get_running_loop()
        self.arrival = loop.create_future()
        loop.call_later(seconds, self.arrival.set_result, what)

    def has_come(self):
        return self.arrival.done()

    def __await__(self):
        print("somebody waits for the parcel")
        what = yield from self.arrival.__await__()
        return f"a parcel with {what}"

async def main():
    parcel = Parcel("tea", 2)
    print("it has come:", parcel.has_come())
    print(await parcel)
    print("it has come:", parcel.has_come())
    print(await parcel)

asyncio.run(main())
