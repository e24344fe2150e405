"""Count how many requests are open at the same time."""
import asyncio
import contextlib


class Counter:
    now = most = 0

    @contextlib.contextmanager
    def count(self):
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            yield
        finally:
            self.now -= 1


requests = Counter()


async def fetch_price(item):
    with requests.count():
        await asyncio.sleep(0.01)
        return len(item)


async def main():
    for item in ("tea", "milk"):
        await fetch_price(item)
    print("most at the same time:", requests.most)


asyncio.run(main())
