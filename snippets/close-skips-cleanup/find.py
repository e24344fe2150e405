"""Ask the loop for its unfinished tasks just before you close it."""
import asyncio


async def autosave(orders):
    while True:
        await asyncio.sleep(60)


async def main():
    saver = asyncio.create_task(autosave(["tea", "rice", "salt"]))
    await asyncio.sleep(0.01)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
for task in asyncio.all_tasks(loop):
    task.print_stack()
loop.close()
