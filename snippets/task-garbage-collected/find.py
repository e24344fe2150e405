"""While debugging, collect on every loop iteration, so that the task is lost at once."""
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


def collect_every_iteration():
    gc.collect()
    asyncio.get_running_loop().call_soon(collect_every_iteration)


async def main():
    shop, customer = socket.socketpair()
    connected = asyncio.Event()
    collect_every_iteration()
    asyncio.create_task(receive_price(customer, connected))
    await connected.wait()
    await asyncio.sleep(0)
    shop.close()
    print("end of main")


asyncio.run(main())
