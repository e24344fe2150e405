"""The failure, with two lines that name the coroutines among what wait() gets."""
import asyncio


async def fetch_price(shop):
    if shop == "slow":
        await asyncio.sleep(3600)
    return 42


async def main():
    fast = fetch_price("fast")
    slow = fetch_price("slow")
    for coroutine in filter(asyncio.iscoroutine, [fast, slow]):
        print("a coroutine, not a task:", coroutine.__qualname__)
    done, pending = await asyncio.wait(
        {fast, slow}, return_when=asyncio.FIRST_COMPLETED
    )
    for task in pending:
        task.cancel()
    print("the fast shop has answered:", fast in done)


asyncio.run(main())
