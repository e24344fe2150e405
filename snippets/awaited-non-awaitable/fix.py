"""Call the plain function without await."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


def save_price(symbol, price):
    print("saved:", symbol, price)


async def main():
    price = await fetch_price("ABC")
    save_price("ABC", price)
    print("done")


asyncio.run(main())
