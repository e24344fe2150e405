"""Compare every loop with the running one."""
import asyncio


async def main():
    running = asyncio.get_running_loop()
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    reply = loop.create_future()
    print("get_event_loop() is the running loop:", asyncio.get_event_loop() is running)
    print("the future is of the running loop:", reply.get_loop() is running)
    loop.close()


asyncio.run(main())
