"""End the consumer of a queue with a last item that is not an order."""
import asyncio

NO_MORE = object()


async def main():
    orders = asyncio.Queue()
    await orders.put("tea")
    await orders.put(NO_MORE)
    while True:
        order = await orders.get()
        if order is NO_MORE:
            break
        print("order:", order)
    print("no more orders")


asyncio.run(main())
