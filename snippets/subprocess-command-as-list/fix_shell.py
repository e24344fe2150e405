"""Pass one string to the shell, and quote what comes from elsewhere."""

import asyncio
import shlex


async def main():
    item = "tea > orders.txt"
    process = await asyncio.create_subprocess_shell(
        f"echo {shlex.quote(item)} | cat", stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    print("order:", output.decode().rstrip())


asyncio.run(main())
