"""Ship three parcels in a group; one that fails does not stop the others."""
import asyncio

shipped = []


async def ship(parcel, truck):
    if parcel == 2:
        raise ValueError("no address on parcel 2")
    await truck.wait()
    shipped.append(parcel)


async def try_to_ship(parcel, truck):
    try:
        await ship(parcel, truck)
    except ValueError as error:
        print("not shipped:", error)


async def main():
    truck = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for parcel in (1, 2, 3):
            group.create_task(try_to_ship(parcel, truck))
        truck.set()
    print("parcels shipped:", shipped)


asyncio.run(main())
