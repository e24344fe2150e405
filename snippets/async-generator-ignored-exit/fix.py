"""The client leaves after the first word, and the generator only cleans up."""

import asyncio


async def stream_answer():
    try:
        for word in ("Earl", "Grey", "tea"):
            yield word
        yield "[DONE]"
    finally:
        print("connection released")


async def main():
    async for word in stream_answer():
        print("sent:", word)
        break
    await asyncio.sleep(0.01)


asyncio.run(main())
