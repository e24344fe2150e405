"""Release a seat if the purchase fails or is cancelled, and keep it if the purchase succeeds."""
import asyncio


async def pay(seat):
    await asyncio.Event().wait()  # the bank does not answer


async def buy(seat, reserved):
    reserved.add(seat)
    try:
        await pay(seat)
    except BaseException:
        reserved.discard(seat)
        raise


async def main():
    reserved = set()
    try:
        await asyncio.wait_for(buy("A1", reserved), timeout=0.01)
    except asyncio.TimeoutError:
        print("no answer in time")
    print("reserved seats:", len(reserved))


asyncio.run(main())
