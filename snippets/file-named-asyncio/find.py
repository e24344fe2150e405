"""List the files of a folder that hide a module of the standard library."""
import pathlib
import shutil
import sys


def hiding(folder):
    return [path for path in sorted(folder.iterdir()) if path.stem in sys.stdlib_module_names]


folder = pathlib.Path("shop")
folder.mkdir()
try:
    for name in ("asyncio.py", "prices.py", "socket.py"):
        (folder / name).touch()
    for path in hiding(folder):
        print(path.name, "hides the module", path.stem)
finally:
    shutil.rmtree(folder)
