"""Pass a pool of processes to each call that should run in it."""

import asyncio
from concurrent.futures import ProcessPoolExecutor


def count_primes(limit):
    return sum(all(n % d for d in range(2, n)) for n in range(2, limit))


async def main(pool):
    loop = asyncio.get_running_loop()
    print("primes:", await loop.run_in_executor(pool, count_primes, 50))


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        asyncio.run(main(pool))
