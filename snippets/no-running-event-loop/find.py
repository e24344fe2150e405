"""List the plain functions that call create_task(), which needs a running event loop."""

import ast
import pathlib
import sys


def is_create_task(node):
    function = getattr(node, "func", None)
    return "create_task" in (getattr(function, "attr", ""), getattr(function, "id", ""))


for path in sys.argv[1:] or ["failure.py"]:
    tree = ast.parse(pathlib.Path(path).read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in filter(is_create_task, ast.walk(function)):
                print(f"{path}:{node.lineno}: create_task() in def {function.name}")
