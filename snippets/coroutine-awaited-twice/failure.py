"""Retry by awaiting the same coroutine object once more."""
import asyncio

requests = []


async def fetch_price(symbol):
    requests.append(symbol)
    if len(requests) == 1:
        raise ConnectionError("the server is busy")
    return 42


async def retry(coroutine):
    for attempts_left in (2, 1, 0):
        try:
            return await coroutine
        except ConnectionError as error:
            print("attempt failed:", error)
            if not attempts_left:
                raise


async def main():
    price = await retry(fetch_price("ABC"))
    print("price:", price, "after", len(requests), "requests")


asyncio.run(main())
