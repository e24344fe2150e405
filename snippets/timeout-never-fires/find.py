"""When the timeout should be over, show what each task waits for."""
import asyncio


async def say_goodbye():
    await asyncio.sleep(0.03)  # the server confirms late, or never
    print("the server has confirmed the goodbye")


async def fetch_price():
    try:
        await asyncio.Event().wait()  # the server does not answer
    finally:
        await say_goodbye()


def show_tasks():
    for task in asyncio.all_tasks():
        waiting, coroutine = [], task.get_coro()
        while hasattr(coroutine, "cr_await"):
            waiting.append(coroutine.__qualname__)
            coroutine = coroutine.cr_await
        print(task.get_name(), "waits in:", " > ".join(waiting))


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.02, loop.call_soon, show_tasks)
    try:
        await asyncio.wait_for(fetch_price(), timeout=0.01)
    except asyncio.TimeoutError:
        print("no price in time")


asyncio.run(main())
