"""Let a function of the service see every error that nobody retrieved."""
import asyncio


async def refresh_cache():
    raise ConnectionError("cache server is down")


def send_alert(loop, context):
    print("alert:", context["message"], repr(context.get("exception")))
    loop.default_exception_handler(context)


async def main():
    asyncio.get_running_loop().set_exception_handler(send_alert)
    refresh = asyncio.create_task(refresh_cache())
    await asyncio.sleep(0.01)
    print("end of main")


asyncio.run(main())
