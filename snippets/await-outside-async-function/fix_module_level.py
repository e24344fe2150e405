"""Put the statements that await into main(), and run it with asyncio.run()."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


async def main():
    price = await fetch_price("ABC")
    print("price:", price)


asyncio.run(main())
