# /// script
# dependencies = [
#   "sqlalchemy==2.0.55; python_version < '3.11'",
#   "sqlalchemy==2.1.6; python_version >= '3.11'",
#   "greenlet==3.1.1; python_version < '3.9'",
#   "greenlet==3.2.5; python_version == '3.9'",
#   "greenlet==3.5.6; python_version >= '3.10'",
#   "aiosqlite==0.20.0; python_version < '3.9'",
#   "aiosqlite==0.22.1; python_version >= '3.9'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""One of two tasks fails, and the session is closed while the other still uses it."""

import asyncio

from sqlalchemy import AsyncAdaptedQueuePool, text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

# The pool that SQLAlchemy uses for a database server.
engine = create_async_engine("sqlite+aiosqlite://", poolclass=AsyncAdaptedQueuePool)
PRICE = text("SELECT length(:name)")  # needs no table


async def fetch_price(session, name):
    return await session.scalar(PRICE, {"name": name})


async def main():
    session = AsyncSession(engine)
    tasks = [asyncio.create_task(fetch_price(session, name)) for name in ("tea", "milk")]
    try:
        async with session:
            print("prices:", await asyncio.gather(*tasks))
    finally:
        await asyncio.wait(tasks)
        await session.close()
        await engine.dispose()


asyncio.run(main())
