# /// script
# dependencies = [
#   "aiohttp==3.10.11; python_version < '3.9'",
#   "aiohttp==3.13.5; python_version == '3.9'",
#   "aiohttp==3.14.5; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""A handler of aiohttp writes its whole response before it returns it."""
import asyncio

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer


async def send_prices(response):
    for price in (b"42\n", b"17\n"):
        await response.write(price)


async def show_prices(request):
    response = web.StreamResponse()
    response.force_close()  # no keep-alive, so that no connection is left
    await response.prepare(request)
    await send_prices(response)
    return response


async def main():
    app = web.Application()
    app.router.add_get("/prices", show_prices)
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        async with session.get(server.make_url("/prices")) as response:
            print("arrived:", await response.read())


asyncio.run(main())
