"""Call the coroutine function, and pass the coroutine to asyncio.run()."""
import asyncio


async def fetch_price(symbol):
    await asyncio.sleep(0.01)
    return 42


async def main():
    print("price:", await fetch_price("ABC"))


asyncio.run(main())
