"""Pass an async def function to the event loop as a callback."""
import asyncio


async def save_draft(number):
    await asyncio.sleep(0)
    print("saved draft", number)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, save_draft, 7)
    await asyncio.sleep(0.02)
    print("end of main")


asyncio.run(main())
