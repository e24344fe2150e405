# /// script
# dependencies = [
#   "anyio==4.5.2; python_version < '3.9'",
#   "anyio==4.12.1; python_version == '3.9'",
#   "anyio==4.15.1; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""One task closes two clients in the order in which it opened them."""

import asyncio
import contextlib

import anyio


async def main():
    first, second = contextlib.ExitStack(), contextlib.ExitStack()
    first.enter_context(anyio.fail_after(5))
    second.enter_context(anyio.fail_after(5))
    first.close()
    second.close()


asyncio.run(main())
