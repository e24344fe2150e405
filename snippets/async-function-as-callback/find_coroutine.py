"""Pass a coroutine, instead of the function, as a callback."""
import asyncio


async def save_draft(number):
    await asyncio.sleep(0)
    print("saved draft", number)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(save_draft(7))
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
