"""Start a task with the function that ensure_future() replaced."""
import asyncio


async def send(order):
    print("sent:", order)


async def main():
    await asyncio.async(send("tea"))


asyncio.run(main())
