"""Print the stack whenever a task is cancelled."""
import asyncio
import sys
import traceback


class TracedTask(asyncio.Task):
    def cancel(self, *args, **kwargs):
        print(self.get_coro().__qualname__, "is cancelled by:")
        traceback.print_stack(limit=3, file=sys.stdout)
        return super().cancel(*args, **kwargs)


def traced_task(loop, coroutine, **kwargs):
    return TracedTask(coroutine, loop=loop, **kwargs)


async def build_report(data):
    await data.wait()
    return "12 orders"


async def main():
    asyncio.get_running_loop().set_task_factory(traced_task)
    report = asyncio.create_task(build_report(asyncio.Event()))
    try:
        await asyncio.wait_for(report, timeout=0.01)
    except asyncio.TimeoutError:
        print("still working; cancelled:", report.cancelled())


asyncio.run(main())
