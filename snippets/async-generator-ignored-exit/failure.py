"""The client leaves after the first word, and the generator yields once more."""

import asyncio


async def stream_answer():
    try:
        for word in ("Earl", "Grey", "tea"):
            yield word
    finally:
        yield "[DONE]"
        print("connection released")


async def main():
    async for word in stream_answer():
        print("sent:", word)
        break
    await asyncio.sleep(0.01)


asyncio.run(main())
