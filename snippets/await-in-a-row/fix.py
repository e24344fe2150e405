"""Fetch two prices at the same time, and show in which order the requests start and end."""
import asyncio

order = []


async def fetch_price(item):
    order.append(f"start {item}")
    await asyncio.sleep(0.01)
    order.append(f"end {item}")
    return len(item)


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch_price(item)) for item in ("tea", "milk")]
    prices = [task.result() for task in tasks]
    print("prices:", prices)
    print("order:", ", ".join(order))


asyncio.run(main())
