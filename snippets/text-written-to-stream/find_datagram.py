"""The same mistake with UDP."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_datagram_endpoint(
        asyncio.DatagramProtocol, remote_addr=("127.0.0.1", 9)
    )
    try:
        transport.sendto("order tea")
    finally:
        transport.close()


asyncio.run(main())
