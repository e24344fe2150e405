"""The same mistake one level up: pass the result of a plain main() to asyncio.run()."""
import asyncio


def main():
    print("everything is done")


asyncio.run(main())
