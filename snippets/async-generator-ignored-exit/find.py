"""Name the generator that the message leaves out, and the line where it yields."""

import asyncio
import gc
import inspect


async def stream_answer():
    try:
        for word in ("Earl", "Grey", "tea"):
            yield word
    finally:
        yield "[DONE]"
        print("connection released")


def name_generator(loop, context):
    loop.default_exception_handler(context)
    task = context.get("future")
    if isinstance(task, asyncio.Task):
        for generator in filter(inspect.isasyncgen, gc.get_referents(task.get_coro())):
            line = generator.ag_frame and generator.ag_frame.f_lineno
            print("generator:", generator.__qualname__, "at line", line)


async def main():
    asyncio.get_running_loop().set_exception_handler(name_generator)
    async for word in stream_answer():
        print("sent:", word)
        break
    await asyncio.sleep(0.01)


asyncio.run(main())
