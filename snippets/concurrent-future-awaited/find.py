"""Look at such a future, and pass it to asyncio's functions to see their messages."""

import asyncio
import concurrent.futures


async def main():
    job = concurrent.futures.Future()
    print("module:", type(job).__module__)
    print("asyncio future:", asyncio.isfuture(job))
    for function in (asyncio.create_task, asyncio.gather):
        try:
            await function(job)
        except TypeError as error:
            print(f"{function.__name__}: {error}")


asyncio.run(main())
