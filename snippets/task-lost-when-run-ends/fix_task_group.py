"""Wait for three saves in a group, and cancel the task that never ends."""
import asyncio

saved = []


async def send_heartbeats():
    while True:
        await asyncio.sleep(60)


async def save_order(number):
    print(f"saving order {number}")
    await asyncio.sleep(0.01)
    saved.append(number)


async def main():
    async with asyncio.TaskGroup() as background:
        heartbeats = background.create_task(send_heartbeats())
        async with asyncio.TaskGroup() as saves:
            for number in (1, 2, 3):
                saves.create_task(save_order(number))
        heartbeats.cancel()


asyncio.run(main())
print(f"orders saved: {len(saved)} of 3")
