"""A pool of interpreters is a pool of threads, but to_thread() does not work with it."""

import asyncio
from concurrent.futures import InterpreterPoolExecutor


def count_primes(limit):
    return sum(all(n % d for d in range(2, n)) for n in range(2, limit))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(InterpreterPoolExecutor(max_workers=1))
    print("primes:", await asyncio.to_thread(count_primes, 50))


if __name__ == "__main__":
    asyncio.run(main())
