"""Show which arguments of subprocess.Popen() asyncio refuses."""

import asyncio
import sys

ARGUMENTS = {
    "universal_newlines": True,
    "text": True,
    "encoding": "utf-8",
    "errors": "replace",
    "bufsize": 1,
}


async def main():
    for name, value in ARGUMENTS.items():
        try:
            await asyncio.create_subprocess_exec(sys.executable, "-V", **{name: value})
        except ValueError as error:
            print(f"{name}={value!r} - ValueError: {error}")


asyncio.run(main())
