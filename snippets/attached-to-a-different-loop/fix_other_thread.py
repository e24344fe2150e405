"""A coroutine waits for another event loop, which runs in its own thread."""
import asyncio
import threading


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return {"tea": 3, "rice": 2}[item]


def run_loop(runner, stop):
    with runner:
        runner.run(stop.wait())


async def main(loop):
    price = asyncio.run_coroutine_threadsafe(fetch_price("tea"), loop)
    print("tea costs", await asyncio.wrap_future(price))


runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
loop = runner.get_loop()
stop = asyncio.Event()
thread = threading.Thread(target=run_loop, args=[runner, stop])
thread.start()
try:
    asyncio.run(main(loop))
finally:
    loop.call_soon_threadsafe(stop.set)
    thread.join()
