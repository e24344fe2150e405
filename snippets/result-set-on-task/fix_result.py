"""A future waits for a reply, and the reply is set as its result."""
import asyncio


class Client:
    def ask(self):
        self.reply = asyncio.get_running_loop().create_future()
        return self.reply

    def on_reply(self, price):
        if not self.reply.done():
            self.reply.set_result(price)


async def main():
    client = Client()
    reply = client.ask()
    client.on_reply(42)  # the connection calls this
    print("price:", await reply)


asyncio.run(main())
