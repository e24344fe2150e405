# /// script
# dependencies = [
#   "aiohttp==3.10.11; python_version < '3.9'",
#   "aiohttp==3.13.5; python_version == '3.9'",
#   "aiohttp==3.14.5; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""aiohttp includes the message in its own error."""

import asyncio
import os
import resource

import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        try:
            while True:
                os.dup(0)
        except OSError:
            await session.get("http://127.0.0.1:8080/")


resource.setrlimit(resource.RLIMIT_NOFILE, (50, 50))
try:
    asyncio.run(main())
except aiohttp.ClientError as error:
    print(f"{type(error).__name__}: {error}")
