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
"""Load the customer together with the order."""

import asyncio

from sqlalchemy import ForeignKey
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.orm import selectinload

engine = create_async_engine("sqlite+aiosqlite://")


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "customers"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    customer: Mapped[Customer] = relationship()


async def add_order():
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine) as session:
        order = Order(id=1, customer=Customer(id=7, name="Ada"))
        session.add(order)
        await session.commit()


async def show_order():
    async with AsyncSession(engine) as session:
        order = await session.get(Order, 1, options=[selectinload(Order.customer)])
        print("order of", order.customer.name)


async def main():
    try:
        await add_order()
        await show_order()
    finally:
        await engine.dispose()


asyncio.run(main())
