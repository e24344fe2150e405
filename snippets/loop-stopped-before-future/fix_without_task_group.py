"""The command "quit" asks main() to finish, and the event loop runs until it has."""

import asyncio


async def save_order(number):
    await asyncio.sleep(0.01)
    print(f"order {number} saved")


async def obey(command, quit_requested):
    if command == "quit":
        quit_requested.set()


async def main():
    quit_requested = asyncio.Event()
    saving = asyncio.create_task(save_order(7))
    await obey("quit", quit_requested)
    await quit_requested.wait()
    await saving


asyncio.run(main())
