// Adds compiled modules to Python's library, so that a browser need not compile at every start what every program imports.
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const COMPILE = `
import asyncio, io, py_compile, sys, zipfile

ARCHIVE = next(path for path in sys.path if path.endswith(".zip"))

def compiled(source, path):
    with open("source.py", "wb") as file:
        file.write(source)
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    with open(py_compile.compile("source.py", "source.pyc", path, doraise=True, invalidation_mode=mode), "rb") as file:
        return file.read()

imported = {getattr(module, "__file__", None) for module in sys.modules.values()}
with zipfile.ZipFile(ARCHIVE) as old, zipfile.ZipFile("new.zip", "w", zipfile.ZIP_DEFLATED) as new:
    for info in old.infolist():
        source, path = old.read(info), f"{ARCHIVE}/{info.filename}"
        new.writestr(info, source)
        if path in imported:
            new.writestr(zipfile.ZipInfo(info.filename + "c", info.date_time), compiled(source, path), zipfile.ZIP_DEFLATED)
`;

const target = new URL("node_modules/python_stdlib.zip", import.meta.url);
const python = await loadPyodide({ env: { HOME: "/home/pyodide", PYTHONINSPECT: "", PYTHONHASHSEED: "0" } });
python.runPython(COMPILE);
writeFileSync(target, python.FS.readFile("/home/pyodide/new.zip"));
