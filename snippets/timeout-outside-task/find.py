"""Print whether asyncio finds a task, where the code that fails is called."""
import asyncio


async def save_order(item):
    print("task of this code:", asyncio.current_task())


def on_message(item):
    try:
        save_order(item).send(None)
    except StopIteration:
        pass


async def main():
    asyncio.get_running_loop().call_soon(on_message, "tea")
    await asyncio.sleep(0)
    print("task of main():", asyncio.current_task())


asyncio.run(main())
