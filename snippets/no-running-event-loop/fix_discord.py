# /// script
# dependencies = [
#   "discord.py==2.4.0; python_version < '3.9'",
#   "discord.py==2.6.4; python_version >= '3.9'",
#   "aiohttp==3.10.11; python_version < '3.9'",
#   "aiohttp==3.13.5; python_version == '3.9'",
#   "aiohttp==3.14.5; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""Start the task in a coroutine, before the client of discord.py connects."""

import asyncio

import discord


async def save_order(item):
    await asyncio.sleep(0.01)
    print("saved:", item)


client = discord.Client(intents=discord.Intents.default())


async def main():
    async with client:
        order = asyncio.create_task(save_order("tea"))
        # await client.start(TOKEN) goes here
        await order


asyncio.run(main())
