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
"""Each task opens its own session."""

import asyncio

from sqlalchemy import AsyncAdaptedQueuePool, text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

# The pool that SQLAlchemy uses for a database server.
engine = create_async_engine("sqlite+aiosqlite://", poolclass=AsyncAdaptedQueuePool)
PRICE = text("SELECT length(:name)")  # needs no table
NAMES = "tea", "milk"


async def fetch_price(name):
    async with AsyncSession(engine) as session:
        return await session.scalar(PRICE, {"name": name})


async def show_prices():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch_price(name)) for name in NAMES]
    print("prices:", [task.result() for task in tasks])


async def main():
    try:
        await show_prices()
    finally:
        await engine.dispose()


asyncio.run(main())
