"""With eager tasks, loop.create_task() in a thread runs the coroutine in that thread."""

import asyncio
import threading

started = threading.Event()
ready = threading.Event()


async def save(reading):
    started.set()
    ready.wait(timeout=1)
    print("saved", reading)


def watch_sensor(loop):
    try:
        loop.create_task(save(21.5))
    finally:
        started.set()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    sensor = threading.Thread(target=watch_sensor, args=[loop])
    sensor.start()
    started.wait()
    loop.call_soon(ready.set)
    loop.call_soon(sensor.join)
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
task = loop.create_task(main())
task.add_done_callback(lambda task: loop.stop())
loop.call_later(0.4, loop.stop)
loop.run_forever()
print("main() has ended:", task.done())
