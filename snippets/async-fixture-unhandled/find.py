"""List the async fixtures that have the decorator of pytest."""

import ast
import pathlib
import sys


def is_plain_fixture(decorator):
    decorator = getattr(decorator, "func", decorator)
    owner = getattr(getattr(decorator, "value", None), "id", "")
    return (owner, getattr(decorator, "attr", "")) == ("pytest", "fixture")


for path in sys.argv[1:] or ["failure.py"]:
    tree = ast.parse(pathlib.Path(path).read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if isinstance(function, ast.AsyncFunctionDef):
            if any(map(is_plain_fixture, function.decorator_list)):
                print(f"{path}:{function.lineno}: async def {function.name}")
