"""A reader returns bytes, which never equal a text."""
import asyncio


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"quit\n")  # replaces the network
    line = await reader.readline()
    print(line.strip() == "quit")
    print(line.decode().strip() == "quit")


asyncio.run(main())
