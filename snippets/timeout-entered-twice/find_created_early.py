"""The time of a timeout starts when it is created, not when it is entered."""
import asyncio


async def main():
    limit = asyncio.timeout(0.01)
    await asyncio.sleep(0.02)  # other work
    try:
        async with limit:
            await asyncio.sleep(0)
            print("the block had time")
    except TimeoutError:
        print("the time was over before the block")


asyncio.run(main())
