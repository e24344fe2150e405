"""Record which line creates each event loop, and report at exit which loops are open."""
import asyncio
import atexit
import sys

creators = {}
create_loop = asyncio.new_event_loop


def new_event_loop():
    loop = create_loop()
    caller = sys._getframe(1)
    creators[loop] = f"{caller.f_code.co_name}, line {caller.f_lineno}"
    return loop


@atexit.register
def report():
    for loop, creator in creators.items():
        if not loop.is_closed():
            print("left open: the loop created by", creator)


asyncio.new_event_loop = new_event_loop


async def fetch_price(item):
    await asyncio.sleep(0.01)
    return {"tea": 3, "rice": 2}[item]


def price_of(item):
    loop = asyncio.new_event_loop()
    return loop.run_until_complete(fetch_price(item))


print("tea costs", price_of("tea"))
