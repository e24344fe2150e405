"""Set a pool of processes as the default executor of the loop."""

import asyncio
from concurrent.futures import ProcessPoolExecutor


def count_primes(limit):
    return sum(all(n % d for d in range(2, n)) for n in range(2, limit))


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=1) as pool:
        loop.set_default_executor(pool)
        print("primes:", await loop.run_in_executor(None, count_primes, 50))


if __name__ == "__main__":
    asyncio.run(main())
