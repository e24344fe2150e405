# /// script
# dependencies = [
#   "aiohttp==3.10.11; python_version < '3.9'",
#   "aiohttp==3.13.5; python_version == '3.9'",
#   "aiohttp==3.14.5; python_version >= '3.10'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""Close the session in __aexit__() of your client class."""

import asyncio

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer


async def answer(request):
    response = web.Response(text="42")
    response.force_close()  # no keep-alive, so that no connection is left
    return response


def price_server():
    app = web.Application()
    app.router.add_get("/tea", answer)
    return TestServer(app)


class PriceClient:
    async def __aenter__(self):
        self.session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *exc_info):
        await self.session.close()

    async def fetch_price(self, url):
        async with self.session.get(url) as response:
            return await response.text()


async def main():
    async with price_server() as server:
        async with PriceClient() as client:
            print("tea costs", await client.fetch_price(server.make_url("/tea")))


asyncio.run(main())
