"""Save the script under a name that no module of the standard library has, and run it."""
import pathlib
import shutil
import subprocess
import sys

SCRIPT = '''\
import asyncio


async def main():
    print("hello")


asyncio.run(main())
'''

folder = pathlib.Path("shop")
folder.mkdir()
try:
    script = folder / "hello_tasks.py"
    script.write_text(SCRIPT)
    done = subprocess.run([sys.executable, str(script)])
finally:
    shutil.rmtree(folder)
sys.exit(done.returncode)
