"""The command "quit" stops the event loop while an order is being saved."""

import asyncio


async def save_order(number):
    await asyncio.sleep(0.01)
    print(f"order {number} saved")


async def obey(command):
    if command == "quit":
        asyncio.get_running_loop().stop()


async def main():
    saving = asyncio.create_task(save_order(7))
    await obey("quit")
    await saving


asyncio.run(main())
