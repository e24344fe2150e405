"""Show which Python runs this file, and which newer names its asyncio lacks."""
import asyncio
import sys

NEWER_NAMES = [
    "to_thread", "TaskGroup", "timeout", "Runner", "Barrier",
    "eager_task_factory", "QueueShutDown", "EventLoop",
]

print("Python", sys.version_info[:2])
print("missing:", [name for name in NEWER_NAMES if not hasattr(asyncio, name)])
