"""Ship three parcels at once; one fails, so the order is cancelled."""
import asyncio

shipped = []


async def ship(parcel, truck):
    if parcel == 2:
        raise ValueError("no address on parcel 2")
    await truck.wait()
    shipped.append(parcel)


async def main():
    truck = asyncio.Event()
    try:
        await asyncio.gather(ship(1, truck), ship(2, truck), ship(3, truck))
    except ValueError as error:
        print("order cancelled:", error)
    truck.set()
    await asyncio.sleep(0)
    print("parcels shipped after all:", shipped)


asyncio.run(main())
