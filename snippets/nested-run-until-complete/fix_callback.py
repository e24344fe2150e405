"""A callback cannot await, so it starts a task."""

import asyncio

tasks = set()


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return {"ABC": 42}[symbol]


async def show_price(symbol):
    print(symbol, "costs", await fetch_price(symbol))


def on_click(symbol):
    task = asyncio.get_running_loop().create_task(show_price(symbol))
    tasks.add(task)
    task.add_done_callback(tasks.discard)


async def main():
    asyncio.get_running_loop().call_soon(on_click, "ABC")
    await asyncio.sleep(0)
    await asyncio.gather(*tasks)


asyncio.run(main())
