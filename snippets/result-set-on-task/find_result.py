"""A task waits for a reply, and the reply is set as the result of that task."""
import asyncio


class Client:
    def ask(self):
        self.reply = asyncio.create_task(self.wait_for_reply())
        return self.reply

    async def wait_for_reply(self):
        await asyncio.sleep(3600)

    def on_reply(self, price):
        self.reply.set_result(price)


async def main():
    client = Client()
    reply = client.ask()
    client.on_reply(42)  # the connection calls this
    print("price:", await reply)


asyncio.run(main())
