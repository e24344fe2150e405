"""List the calls that pass loop=, without the functions of asyncio that still take it."""
import ast
import pathlib
import sys

STILL_TAKE_LOOP = {
    "Future", "Task", "StreamReader", "StreamReaderProtocol", "StreamWriter", "all_tasks",
    "current_task", "ensure_future", "run_coroutine_threadsafe", "wrap_future",
}

for path in sys.argv[1:] or ["failure.py", "find_gather.py"]:
    tree = ast.parse(pathlib.Path(path).read_text(encoding="utf-8"))
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and "loop" in [k.arg for k in call.keywords]:
            name = getattr(call.func, "attr", "") or getattr(call.func, "id", "")
            if name not in STILL_TAKE_LOOP:
                print(f"{path}:{call.lineno}: {name}(loop=...)")
