"""When the error occurs, print the stacks of all threads: one of them runs the loop."""

import asyncio
import faulthandler
import threading
import time

loop = asyncio.new_event_loop()
answer = loop.create_future()
first_is_waiting = threading.Event()


async def fetch_price(item):
    first_is_waiting.set()
    return await answer


def refresh_prices():
    loop.run_until_complete(fetch_price("apples"))


def handle_request():
    first_is_waiting.wait()
    time.sleep(0.05)
    try:
        loop.run_until_complete(fetch_price("pears"))
    except RuntimeError:
        faulthandler.dump_traceback(all_threads=True)
        raise
    finally:
        loop.call_soon_threadsafe(answer.set_result, 3)


first = threading.Thread(target=refresh_prices)
second = threading.Thread(target=handle_request)
first.start()
second.start()
first.join()
second.join()
loop.close()
