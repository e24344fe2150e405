"""Ask for the selector event loop by the name of its policy on Windows."""
import asyncio


async def main():
    print("running in", type(asyncio.get_running_loop()).__name__)


asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
asyncio.run(main())
