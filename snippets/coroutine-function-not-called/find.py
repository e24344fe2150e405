"""List the coroutine functions that a file mentions without calling them."""
import ast
import pathlib
import sys

for path in sys.argv[1:] or ["failure.py"]:
    nodes = list(ast.walk(ast.parse(pathlib.Path(path).read_text(encoding="utf-8"))))
    names = {node.name for node in nodes if isinstance(node, ast.AsyncFunctionDef)}
    called = [node.func for node in nodes if isinstance(node, ast.Call)]
    for node in nodes:
        name = getattr(node, "id", getattr(node, "attr", ""))
        if name in names and node not in called:
            print(f"{path}:{node.lineno}: {name} is not called")
