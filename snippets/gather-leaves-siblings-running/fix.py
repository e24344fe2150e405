"""When one parcel fails, cancel the others and wait until they have stopped."""
import asyncio

shipped = []


async def ship(parcel, truck):
    if parcel == 2:
        raise ValueError("no address on parcel 2")
    await truck.wait()
    shipped.append(parcel)


async def main():
    truck = asyncio.Event()
    parcels = [asyncio.create_task(ship(number, truck)) for number in (1, 2, 3)]
    try:
        await asyncio.gather(*parcels)
    except ValueError as error:
        for parcel in parcels:
            parcel.cancel()
        await asyncio.gather(*parcels, return_exceptions=True)
        print("order cancelled:", error)
    truck.set()
    await asyncio.sleep(0)
    print("parcels shipped after all:", shipped)


asyncio.run(main())
