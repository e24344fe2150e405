"""A plain semaphore raises nothing, and each extra release lets one more task in."""
import asyncio

open_requests = most = 0


async def download(limit, ready):
    global open_requests, most
    async with limit:
        open_requests += 1
        most = max(most, open_requests)
        await ready.wait()
        open_requests -= 1


async def fetch_price(limit):
    try:
        await asyncio.wait_for(limit.acquire(), timeout=0.01)
    except asyncio.TimeoutError:
        print("no price: too many requests")
    finally:
        limit.release()


async def main():
    limit, ready = asyncio.Semaphore(2), asyncio.Event()
    downloads = [asyncio.create_task(download(limit, ready)) for _ in range(5)]
    await asyncio.sleep(0)  # two downloads are open, and three wait
    await fetch_price(limit)
    await asyncio.sleep(0)
    ready.set()
    await asyncio.gather(*downloads)
    print("most at the same time, with a limit of 2:", most)


asyncio.run(main())
