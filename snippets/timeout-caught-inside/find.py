"""Show what arrives inside the block and what leaves it."""
import asyncio


async def fetch_price():
    await asyncio.Event().wait()


async def main():
    try:
        async with asyncio.timeout(0.01):
            try:
                await fetch_price()
            except BaseException as error:
                print("inside:", repr(error))
                raise
    except BaseException as error:
        print("outside:", repr(error))


asyncio.run(main())
