"""Put an order into a queue that was shut down."""
import asyncio


async def main():
    orders = asyncio.Queue()
    orders.shutdown()
    await orders.put("tea")


asyncio.run(main())
