"""Report each call that removes the current event loop."""

import asyncio
import logging

set_event_loop = asyncio.set_event_loop


def report_removal(loop):
    if loop is None:
        logging.warning("current event loop removed", stack_info=True)
    set_event_loop(loop)


asyncio.set_event_loop = asyncio.events.set_event_loop = report_removal


async def load_orders():
    await asyncio.sleep(0.01)
    return ["tea", "milk"]


def send_report(orders):
    loop = asyncio.get_event_loop()


send_report(asyncio.run(load_orders()))
