"""With a pool of processes as the default executor, to_thread() cannot work."""

import asyncio
from concurrent.futures import ProcessPoolExecutor


def count_primes(limit):
    return sum(all(n % d for d in range(2, n)) for n in range(2, limit))


async def main():
    with ProcessPoolExecutor(max_workers=1) as pool:
        asyncio.get_running_loop().set_default_executor(pool)
        print("primes:", await asyncio.to_thread(count_primes, 50))


if __name__ == "__main__":
    asyncio.run(main())
