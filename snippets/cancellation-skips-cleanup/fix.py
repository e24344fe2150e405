"""Put a connection back into the pool in a finally block, however the request ends."""
import asyncio


async def ask(connection):
    await asyncio.Event().wait()  # the server does not answer


async def fetch_price(pool):
    connection = pool.pop()
    try:
        await ask(connection)
    finally:
        pool.append(connection)


async def main():
    pool = ["connection 1"]
    try:
        await asyncio.wait_for(fetch_price(pool), timeout=0.01)
    except asyncio.TimeoutError:
        print("no answer in time")
    print("connections in the pool:", pool)


asyncio.run(main())
