"""Pass a group to the function that starts the task."""
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


def start_receiving(group, connection, connected):
    group.create_task(receive_price(connection, connected))


async def main():
    gc.disable()  # so that nothing but the call below collects
    shop, customer = socket.socketpair()
    connected = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        start_receiving(group, customer, connected)
        await connected.wait()
        gc.collect()
        shop.sendall(b"12.50\n")
    shop.close()
    print("price:", prices["tea"])


asyncio.run(main())
