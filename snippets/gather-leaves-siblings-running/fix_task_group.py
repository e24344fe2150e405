"""A group cancels the other parcels, and waits for them, before it raises."""
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
            for number in (1, 2, 3):
                group.create_task(ship(number, truck))
    except* ValueError as group_error:
        for error in group_error.exceptions:
            print("order cancelled:", error)
    truck.set()
    await asyncio.sleep(0)
    print("parcels shipped after all:", shipped)


asyncio.run(main())
