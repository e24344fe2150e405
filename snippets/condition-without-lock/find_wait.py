"""A buyer waits for the condition, without holding its lock."""
import asyncio


async def main():
    changed = asyncio.Condition()
    await changed.wait()


asyncio.run(main())
