"""The other event loop is running in a thread of its own."""
import asyncio
import threading


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return {"tea": 3, "rice": 2}[item]


async def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    price = asyncio.run_coroutine_threadsafe(fetch_price("tea"), loop)
    print("tea costs", await asyncio.wrap_future(price))
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


asyncio.run(main())
