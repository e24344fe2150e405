"""At the error, print what all threads are doing: one of them runs the loop."""

import asyncio
import faulthandler
import threading
import time

loop = asyncio.new_event_loop()
first_is_waiting = threading.Event()


async def fetch_price(item):
    first_is_waiting.set()
    await asyncio.sleep(0.05)


def refresh_prices():
    loop.run_until_complete(fetch_price("apples"))


def handle_request():
    first_is_waiting.wait()
    time.sleep(0.02)
    try:
        loop.run_until_complete(fetch_price("pears"))
    except RuntimeError:
        faulthandler.dump_traceback(all_threads=True)
        raise


first = threading.Thread(target=refresh_prices)
second = threading.Thread(target=handle_request)
first.start()
second.start()
first.join()
second.join()
loop.close()
