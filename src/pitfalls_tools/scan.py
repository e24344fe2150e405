"""Finds each text that an interpreter's asyncio can raise, warn of or log, in the files of that interpreter.

Python modules are read as syntax trees, because a text is often built in a variable, passed to
`_fatal_error()`, or the message of a context.
The C module is read as the strings in its file.
If it is built into the interpreter, strings of all modules are in that file, so only known texts count.
"""

import ast
import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from asyncio_pitfalls.run.interpreters import Interpreter

_VARIES = "..."
# A C module without a file is built into the interpreter or its library.
_PROBE = """
import asyncio, json, os, sys, warnings
from glob import glob
from importlib.util import find_spec
origin, prefix = find_spec("_asyncio").origin, sys.base_prefix
is_built_in = not os.path.exists(origin)
libraries = [*glob(prefix + "/lib/libpython3*.[sd]*"), *glob(prefix + "/python3*.dll")]
compiled = [sys.executable, *libraries] if is_built_in else [origin]
print(json.dumps([asyncio.__path__[0], compiled, is_built_in, getattr(warnings, "_DEPRECATED_MSG", "")]))
"""
_EXCEPTION = re.compile(
    r"_?[A-Z]\w*(?:Error|Exception|Warning|Group|Interrupt|Exit|Iteration|Full|Empty|ShutDown)"
)
_LOG = re.compile(r"logger\.(?:debug|info|warning|error|exception|critical)\(|print\(.*file=sys\.stderr\)")
# Functions of asyncio that log a text that they are given.
_PASS_ON = {"_fatal_error", "_log_subprocess"}
_FIELD = re.compile(r"\{[^{}]*\}|%[-#0 +]*[0-9]*(?:\.[0-9]+)?z?[a-zA-Z]")
_STRING = re.compile(rb"(?<=\0)[ -~]{8,}(?=\0)")
# Two words; neither the signature of a function nor what a compiler notes down.
_WORDS = re.compile(r"[A-Za-z]{2,}\W* \W*[A-Za-z]{2,}")
_NOTES = re.compile(
    r"\(\$(?:module|self|type)\b|GCC: |GNU C|clang version|(?:(?:long|short|unsigned) )+(?:int|char|double)$"
)


class Files(NamedTuple):
    """Where an asyncio is, and in which words its `warnings` reports a name that will be removed."""

    package: str
    compiled: list[str]
    is_built_in: bool
    deprecated: str


def files_of(interpreter: Interpreter) -> Files:
    """Ask an interpreter where its asyncio is."""
    answer = subprocess.run([interpreter.path, "-c", _PROBE], capture_output=True, text=True, check=True)
    return Files(*json.loads(answer.stdout))


def texts(files: Files, known: Iterable[str]) -> dict[str, str]:
    """Return each text with the file that it is in; `known` are texts of this and of other versions.

    A string of the C module does not show its exception, so it counts as the known text that ends in it.
    """
    found: dict[str, str] = {}
    for path in sorted(Path(files.package).glob("*.py")):
        for text in python_texts(path.read_text(encoding="utf-8"), files.deprecated):
            found.setdefault(text, f"asyncio/{path.name}")
    whole = {bare(text): text for text in known}
    compiled = c_texts(b"\0".join(Path(path).read_bytes() for path in files.compiled))
    if files.is_built_in:
        compiled &= whole.keys()
    fresh = compiled - set(map(bare, found))
    return found | {whole.get(text, text): "_asyncio" for text in sorted(fresh)}


def bare(text: str) -> str:
    """Return a text without the name of its exception."""
    kind, colon, rest = text.partition(": ")
    return rest if colon and _EXCEPTION.fullmatch(kind) else text


def c_texts(data: bytes) -> set[str]:
    """Return the sentences in a compiled file; documentation has more than one line."""
    strings = (filled(string.decode("ascii")) for string in _STRING.findall(data))
    return {text for text in strings if _WORDS.search(text) and not _NOTES.search(text)}


def filled(template: str) -> str:
    """Return a format with `...` where it varies."""
    return _FIELD.sub(_VARIES, template)


def python_texts(source: str, deprecated: str) -> Iterator[str]:
    """Yield the texts of a module, after the name of their exception; `deprecated` is a template."""
    for kind, text in _Reader(deprecated).read(ast.parse(source), []):
        for line in filter(None, map(str.strip, filled(text).splitlines())):
            if kind or re.search("[a-z]{2}", line):
                yield f"{kind}: {line}" if kind else line


class _Reader:
    """Reads syntax trees; `scopes` are the definitions around a node, the innermost last."""

    def __init__(self, deprecated: str) -> None:
        self.deprecated = deprecated

    def read(self, node: ast.AST, scopes: list[ast.AST]) -> Iterator[tuple[str, str]]:
        """Yield the kind and the text of everything in `node`."""
        for kind, expression in [*messages(node), *passed(node, scopes)]:
            yield from ((kind, text) for text in self.strings(expression, scopes))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            scopes = [*scopes, node]
        for child in ast.iter_child_nodes(node):
            yield from self.read(child, scopes)

    def strings(self, node: ast.AST, scopes: list[ast.AST]) -> list[str]:
        """Return the texts that an expression can be; [] if it is something else."""
        found: list[str] = []
        match node:
            case ast.Constant(value=str() as text):
                found = [text]
            case ast.FormattedValue(value=ast.Attribute(attr="_DEPRECATED_MSG")):
                found = [self.deprecated]
            case ast.JoinedStr(values=parts):
                found = self.joined(parts, scopes)
            case ast.BinOp(left=left, op=ast.Add(), right=right) if self.strings(left, scopes):
                found = self.joined([left, right], scopes)
            case ast.BinOp(left=part, op=ast.Mod()) | ast.Call(func=ast.Attribute(value=part, attr="format")):
                found = self.strings(part, scopes)
            case ast.IfExp(body=one, orelse=other):
                found = self.strings(one, scopes) + self.strings(other, scopes)
            case ast.Call(func=ast.Attribute(attr="_deprecated"), args=[name, *template]):
                templates = self.strings(template[0], scopes) if template else [self.deprecated]
                names = [repr(filled(text)) for text in self.strings(name, scopes)]
                found = [text.replace("{name!r}", name) for name, text in product(names, templates)]
            case ast.Name(id=name):
                # Without scopes, so that a name in its own value ends the search.
                found = [text for value in values(name, scopes) for text in self.strings(value, [])]
        return found

    def joined(self, parts: list[ast.expr], scopes: list[ast.AST]) -> list[str]:
        """Return the texts of parts in a row."""
        choices = [self.strings(part, scopes) or [_VARIES] for part in parts]
        return list(map("".join, product(*choices)))


def messages(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Yield what is named "message": in a dictionary, a variable or a default."""
    named: Iterable[tuple[ast.AST | None, ast.expr]] = ()
    match node:
        case ast.Dict(keys=keys, values=given):
            named = zip(keys, given, strict=True)
        case ast.Assign(targets=[ast.Subscript(slice=key) | (ast.Name() as key)], value=value):
            named = [(key, value)]
        case ast.arguments(args=arguments, defaults=defaults):
            named = zip(reversed(arguments), reversed(defaults), strict=False)
    for name, value in named:
        match name:
            case ast.Constant(value="message") | ast.Name(id="message") | ast.arg(arg="message"):
                yield "", value


def passed(node: ast.AST, scopes: list[ast.AST]) -> Iterator[tuple[str, ast.expr]]:
    """Yield what is passed to an exception, or to a function that warns, logs or prints an error."""
    match node:
        case ast.Assert(msg=ast.expr() as text):
            yield "AssertionError", text
        case (
            ast.Raise(exc=ast.Name(id=name) | ast.Attribute(attr=name))
            | ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[])
        ) if _EXCEPTION.fullmatch(name):
            yield "", ast.Constant(name)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args):
            kind = class_of(scopes) if name == "__init__" else name
            if _EXCEPTION.fullmatch(kind):
                yield from ((kind, argument) for argument in args)
            elif name == "_deprecated":
                yield "DeprecationWarning", node
            elif name in {"warn", "_warn"}:
                yield ast.unparse(args[1]) if args[1:] else "UserWarning", args[0]
            elif _LOG.match(ast.unparse(node)):
                yield "", args[0]
            elif name in _PASS_ON:
                yield from (("", argument) for argument in args)


def class_of(scopes: list[ast.AST]) -> str:
    """Return the name of the innermost class."""
    return next((scope.name for scope in reversed(scopes) if isinstance(scope, ast.ClassDef)), "")


def values(name: str, scopes: list[ast.AST]) -> list[ast.expr]:
    """Return what is assigned or added to a variable in the innermost scope that does so."""
    for scope in reversed(scopes):
        changes = [node for node in ast.walk(scope) if isinstance(node, ast.Assign | ast.AugAssign)]
        found = [change.value for change in changes if name in map(ast.unparse, targets(change))]
        if found:
            return found
    return []


def targets(change: ast.Assign | ast.AugAssign) -> list[ast.expr]:
    """Return what is changed."""
    return change.targets if isinstance(change, ast.Assign) else [change.target]
