"""Use a coroutine function where a coroutine is expected, and print each message."""
import asyncio


async def fetch_price():
    return 42


async def await_function():
    await fetch_price


async def main():
    loop = asyncio.get_running_loop()
    calls = {
        "await": await_function,
        "create_task": lambda: asyncio.create_task(fetch_price),
        "gather": lambda: asyncio.gather(fetch_price),
        "wait_for": lambda: asyncio.wait_for(fetch_price, timeout=1),
        "run_coroutine_threadsafe": lambda: asyncio.run_coroutine_threadsafe(fetch_price, loop),
    }
    for name, call in calls.items():
        try:
            await call()
        except TypeError as error:
            print(f"{name}: {error}")


asyncio.run(main())
