"""Two calls share one deadline; each of them enters a timeout of its own."""
import asyncio


async def fetch_price(item):
    if item == "rice":
        await asyncio.sleep(3600)  # this server never answers
    return 42


async def main():
    deadline = asyncio.get_running_loop().time() + 0.05
    for item in ("tea", "rice"):
        try:
            async with asyncio.timeout_at(deadline):
                print("price of", item, await fetch_price(item))
        except TimeoutError:
            print("no price of", item)


asyncio.run(main())
