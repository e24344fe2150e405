"""Let every parcel finish, then look at the errors."""
import asyncio

shipped = []


async def ship(parcel, truck):
    if parcel == 2:
        raise ValueError("no address on parcel 2")
    await truck.wait()
    shipped.append(parcel)


async def main():
    truck = asyncio.Event()
    asyncio.get_running_loop().call_soon(truck.set)
    results = await asyncio.gather(
        ship(1, truck), ship(2, truck), ship(3, truck), return_exceptions=True
    )
    for result in results:
        if isinstance(result, BaseException):
            print("not shipped:", repr(result))
    print("parcels shipped:", shipped)


asyncio.run(main())
