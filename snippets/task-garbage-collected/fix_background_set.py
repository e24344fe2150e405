"""Keep every background task in a set until it is done."""
import asyncio
import gc
import socket

background_tasks = set()
prices = {}


async def receive_price(connection, connected):
    reader, writer = await asyncio.open_connection(sock=connection)
    connected.set()
    prices["tea"] = await reader.readline()
    writer.close()
    await writer.wait_closed()


def start_in_background(coroutine):
    task = asyncio.create_task(coroutine)
    background_tasks.add(task)
    task.add_done_callback(background_tasks.discard)


async def main():
    gc.disable()  # so that nothing but the call below collects
    shop, customer = socket.socketpair()
    connected = asyncio.Event()
    start_in_background(receive_price(customer, connected))
    await connected.wait()
    gc.collect()
    shop.sendall(b"12.50\n")
    while background_tasks:
        await asyncio.wait(background_tasks)
    shop.close()
    print("price:", prices["tea"])


asyncio.run(main())
