"""Move the deadline in each state of a timeout, and print what happens."""
import asyncio


def move_deadline(limit):
    try:
        limit.reschedule(asyncio.get_running_loop().time() + 10)
        print("moved")
    except RuntimeError as error:
        print(error)


async def main():
    limit = asyncio.timeout(10)
    move_deadline(limit)
    async with limit:
        move_deadline(limit)
    move_deadline(limit)

    short_limit = asyncio.timeout(0.01)
    try:
        async with short_limit:
            try:
                await asyncio.sleep(3600)
            finally:
                move_deadline(short_limit)
    except TimeoutError:
        move_deadline(short_limit)


asyncio.run(main())
