"""End the consumer of a queue with shutdown()."""
import asyncio


async def main():
    orders = asyncio.Queue()
    await orders.put("tea")
    orders.shutdown()
    try:
        while True:
            print("order:", await orders.get())
    except asyncio.QueueShutDown:
        print("no more orders")


asyncio.run(main())
