"""With TLS, the callbacks of a protocol fail with other messages."""

import asyncio
import ssl


class Feed(asyncio.Protocol):
    def __init__(self):
        self.lost = asyncio.get_running_loop().create_future()

    def connection_lost(self, error):
        self.lost.set_result(error)


class BadPrice(Feed):
    def data_received(self, data):
        raise ValueError("not a price")


class BadEnd(Feed):
    def eof_received(self):
        raise ValueError("the last price is missing")


def tls(protocol):
    context = ssl.SSLContext(protocol)
    context.check_hostname = False
    # Without a certificate, which is right for no other program.
    context.verify_mode = ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("aNULL:@SECLEVEL=0")
    return context


async def send_price(reader, writer):
    writer.write(b"n/a\n")
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(
        send_price, "127.0.0.1", 0, ssl=tls(ssl.PROTOCOL_TLS_SERVER)
    )
    address = server.sockets[0].getsockname()
    for protocol in (BadPrice, BadEnd):
        _, feed = await loop.create_connection(
            protocol, *address, ssl=tls(ssl.PROTOCOL_TLS_CLIENT)
        )
        print("connection lost:", repr(await feed.lost), flush=True)
    server.close()


asyncio.run(main())
