"""Give the request a timeout, and the goodbye that follows it another one."""
import asyncio


async def say_goodbye():
    await asyncio.sleep(0.03)  # the server confirms late, or never
    print("the server has confirmed the goodbye")


async def fetch_price():
    try:
        await asyncio.Event().wait()  # the server does not answer
    finally:
        try:
            await asyncio.wait_for(say_goodbye(), timeout=0.01)
        except (asyncio.TimeoutError, OSError) as error:
            print("no goodbye:", repr(error))


async def main():
    try:
        await asyncio.wait_for(fetch_price(), timeout=0.01)
    except asyncio.TimeoutError:
        print("no price in time")


asyncio.run(main())
