import asyncio

async def slow_op():
  await asyncio.sleep(400)
  print('completed')

async def main():
  try:
    await asyncio.wait_for(slow_op(), timeout=1.0)
  except asyncio.TimeoutError:
    print('timeout')

asyncio.run(main())
