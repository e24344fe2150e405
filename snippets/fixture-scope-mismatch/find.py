"""List the async fixtures that have a scope and no loop_scope."""

import ast
import pathlib
import sys

for path in sys.argv[1:] or ["failure.py"]:
    tree = ast.parse(pathlib.Path(path).read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if isinstance(function, ast.AsyncFunctionDef):
            for decorator in function.decorator_list:
                names = {keyword.arg for keyword in getattr(decorator, "keywords", [])}
                if "scope" in names and "loop_scope" not in names:
                    print(f"{path}:{function.lineno}: {function.name}() has a scope and no loop_scope")
