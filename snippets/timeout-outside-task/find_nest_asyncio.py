# /// script
# dependencies = ["nest-asyncio==1.6.0"]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""After nest_asyncio.apply(), Python 3.14 finds no current task in a coroutine that runs in one."""

import asyncio

import nest_asyncio


async def main():
    print("current task:", asyncio.current_task())
    await asyncio.wait_for(asyncio.sleep(0), timeout=1)


nest_asyncio.apply()
asyncio.run(main())
