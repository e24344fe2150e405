"""A callback only passes the message on, and a coroutine does what can fail."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    messages = asyncio.Queue()
    loop.call_soon(messages.put_nowait, "n/a")
    loop.call_soon(messages.put_nowait, "42")
    for _ in range(2):
        text = await messages.get()
        try:
            print("price:", float(text))
        except ValueError as error:
            print("not a price:", error)


asyncio.run(main())
