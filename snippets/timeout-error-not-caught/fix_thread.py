"""Wait for a coroutine from another thread, whose timeout is another class before Python 3.11."""
import asyncio
import concurrent.futures


async def fetch_price():
    await asyncio.Event().wait()  # the server does not answer


def show_price(loop):
    future = asyncio.run_coroutine_threadsafe(fetch_price(), loop)
    try:
        print("price:", future.result(timeout=0.01))
    except concurrent.futures.TimeoutError:
        print("no price in time")
    finally:
        future.cancel()


async def main():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, show_price, loop)


asyncio.run(main())
