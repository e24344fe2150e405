"""Stop a poller that tries again after everything that is raised."""
import asyncio


async def fetch_price():
    await asyncio.sleep(0)
    return 42


async def poll_prices():
    for number in (1, 2, 3):  # a real poller never stops on its own
        try:
            print("poll", number, "got", await fetch_price())
        except BaseException as error:
            print("poll", number, "failed, go on:", repr(error))


async def main():
    poller = asyncio.create_task(poll_prices())
    await asyncio.sleep(0)
    poller.cancel()
    await asyncio.wait([poller])
    print("poller cancelled:", poller.cancelled())


asyncio.run(main())
