"""List the calls of wait_for() in a loop, where a task continues after a lost cancellation."""

import ast
import pathlib
import sys


def is_wait_for(node):
    function = getattr(node, "func", None)
    return "wait_for" in (getattr(function, "attr", ""), getattr(function, "id", ""))


for path in sys.argv[1:] or ["failure.py"]:
    tree = ast.parse(pathlib.Path(path).read_text(encoding="utf-8"))
    loops = [node for node in ast.walk(tree) if isinstance(node, (ast.While, ast.For, ast.AsyncFor))]
    lines = {node.lineno for loop in loops for node in ast.walk(loop) if is_wait_for(node)}
    for line in sorted(lines):
        print(f"{path}:{line}: wait_for() in a loop")
