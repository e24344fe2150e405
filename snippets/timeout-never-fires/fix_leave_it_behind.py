"""Stop waiting at the timeout, whatever the work does, and let it end in the background."""
import asyncio

abandoned = set()


async def say_goodbye():
    await asyncio.sleep(0.03)  # the server confirms late, or never
    print("the server has confirmed the goodbye")


async def fetch_price():
    try:
        await asyncio.Event().wait()  # the server does not answer
    finally:
        await say_goodbye()


async def main():
    request = asyncio.create_task(fetch_price())
    try:
        done, pending = await asyncio.wait([request], timeout=0.01)
    finally:
        if not request.done():
            request.cancel()
            abandoned.add(request)
            request.add_done_callback(abandoned.discard)
    if pending:
        print("no price in time")
    else:
        print("price:", request.result())


asyncio.run(main())
