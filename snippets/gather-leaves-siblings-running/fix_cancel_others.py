"""When one parcel fails, cancel the others and wait until they have stopped."""
import asyncio

shipped = []


async def ship(parcel, truck):
    if parcel == 2:
        raise ValueError("no address on parcel 2")
    await truck.wait()
    shipped.append(parcel)


async def gather_or_cancel(*coroutines):
    tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        errors = [result for result in results if isinstance(result, Exception)]
        for error in errors[1:]:
            asyncio.get_running_loop().call_exception_handler(
                {"message": "a second task failed", "exception": error}
            )
        if errors:
            raise errors[0]
    return [task.result() for task in tasks]


async def main():
    truck = asyncio.Event()
    try:
        await gather_or_cancel(ship(1, truck), ship(2, truck), ship(3, truck))
    except ValueError as error:
        print("order cancelled:", error)
    truck.set()
    await asyncio.sleep(0)
    print("parcels shipped after all:", shipped)


asyncio.run(main())
