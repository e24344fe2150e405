# /// script
# dependencies = [
#   "playwright==1.48.0; python_version < '3.9'",
#   "playwright==1.58.0; python_version >= '3.9'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""The function uses Playwright's asynchronous API."""

import asyncio

from playwright.async_api import async_playwright


async def screen_width(device):
    async with async_playwright() as playwright:
        return playwright.devices[device]["viewport"]["width"]


async def main():
    print("width:", await screen_width("iPhone 13"))


asyncio.run(main())
