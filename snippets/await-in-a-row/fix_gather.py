"""Fetch two prices at the same time with gather(), and show in which order the requests start and end."""
import asyncio

order = []


async def fetch_price(item):
    order.append(f"start {item}")
    await asyncio.sleep(0.01)
    order.append(f"end {item}")
    return len(item)


async def main():
    prices = await asyncio.gather(*(fetch_price(item) for item in ("tea", "milk")))
    print("prices:", prices)
    print("order:", ", ".join(order))


asyncio.run(main())
