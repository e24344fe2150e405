"""A callback cannot wait, so it drops the oldest temperature when the queue is full."""
import asyncio


def measured(temperatures, temperature):
    if temperatures.full():
        print("dropped", temperatures.get_nowait())
    temperatures.put_nowait(temperature)


async def main():
    temperatures = asyncio.Queue(maxsize=2)
    for temperature in (20, 21, 22):
        asyncio.get_running_loop().call_soon(measured, temperatures, temperature)
    await asyncio.sleep(0)  # the loop calls the callbacks
    print("latest:", await temperatures.get(), await temperatures.get())


asyncio.run(main())
