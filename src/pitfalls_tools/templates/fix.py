import asyncio


async def fetch_price():
    await asyncio.sleep(0)
    print("price: 42")


async def main():
    await fetch_price()


asyncio.run(main())
