"""Put a connection back into the pool in an except block; a cancelled request keeps it."""
import asyncio


async def ask(connection):
    await asyncio.Event().wait()  # the server does not answer


async def fetch_price(pool):
    connection = pool.pop()
    try:
        await ask(connection)
        pool.append(connection)
    except Exception:
        pool.append(connection)
        raise


async def main():
    pool = ["connection 1"]
    try:
        await asyncio.wait_for(fetch_price(pool), timeout=0.01)
    except asyncio.TimeoutError:
        print("no answer in time")
    print("connections in the pool:", pool)


asyncio.run(main())
