"""Find out which calls need an event loop, in a thread that has none."""

import asyncio
import threading

CALLS = {
    "create_task()": asyncio.create_task,
    "current_task()": lambda work: asyncio.current_task(),
    "all_tasks()": lambda work: asyncio.all_tasks(),
    "ensure_future()": asyncio.ensure_future,
    "gather()": asyncio.gather,
    "shield()": asyncio.shield,
    "as_completed()": lambda work: list(asyncio.as_completed([work])),
    "Future()": lambda work: asyncio.Future(),
    "Task()": asyncio.Task,
    "StreamReader()": lambda work: asyncio.StreamReader(),
    "Queue()": lambda work: asyncio.Queue(),
    "Lock()": lambda work: asyncio.Lock(),
    "Event()": lambda work: asyncio.Event(),
    "wait()": lambda work: asyncio.wait([work]).close(),
    "wait_for()": lambda work: asyncio.wait_for(work, 1).close(),
    "sleep()": lambda work: asyncio.sleep(1).close(),
}


async def fetch_price():
    return 4.5


def try_calls():
    for name, call in CALLS.items():
        work = fetch_price()
        try:
            call(work)
            print(name, "works without an event loop")
        except RuntimeError as error:
            print(name, "raises:", error)
        work.close()


caller = threading.Thread(target=try_calls, name="caller")
caller.start()
caller.join()
