"""Show which of the three names are one class on this Python."""
import asyncio
import concurrent.futures

print("asyncio.TimeoutError is TimeoutError:", asyncio.TimeoutError is TimeoutError)
print(
    "concurrent.futures.TimeoutError is TimeoutError:",
    concurrent.futures.TimeoutError is TimeoutError,
)
