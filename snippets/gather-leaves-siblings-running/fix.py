"""Ship three parcels in a group; when one fails, the group stops the others."""
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
        async with asyncio.TaskGroup() as group:
            for parcel in (1, 2, 3):
                group.create_task(ship(parcel, truck))
    except* ValueError as group_error:
        print("order cancelled:", *group_error.exceptions)
    truck.set()
    await asyncio.sleep(0)
    print("parcels shipped after all:", shipped)


asyncio.run(main())
