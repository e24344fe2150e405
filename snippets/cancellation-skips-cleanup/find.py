"""List the except blocks for Exception that end with a bare raise: clean-up that a cancellation skips."""
import ast
import pathlib
import sys


def is_cleanup(handler):
    return (
        isinstance(handler.type, ast.Name)
        and handler.type.id == "Exception"
        and isinstance(handler.body[-1], ast.Raise)
        and handler.body[-1].exc is None
    )


for path in sys.argv[1:] or ["failure.py"]:
    tree = ast.parse(pathlib.Path(path).read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if isinstance(function, ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.ExceptHandler) and is_cleanup(node):
                    print(f"{path}:{node.lineno}: except Exception with clean-up in {function.name}")
