"""Start a task in a group, which keeps it, and let the garbage collector run."""
import asyncio
import gc
import socket

prices = {}


async def receive_price(connection, connected):
    reader, writer = await asyncio.open_connection(sock=connection)
    connected.set()
    prices["tea"] = await reader.readline()
    writer.close()
    await writer.wait_closed()


async def main():
    gc.disable()  # so that nothing but the call below collects
    shop, customer = socket.socketpair()
    connected = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(receive_price(customer, connected))
        await connected.wait()
        gc.collect()
        shop.sendall(b"12.50\n")
    shop.close()
    print("price:", prices["tea"])


asyncio.run(main())
