"""Parses every snippet of the lessons, and runs those whose libraries are installed, in one process.

Reads JSON from standard input, {"snippets": [{"id", "file", "line", "room", "code"}]}, and writes JSON to a
file that is named on the command line: {"python", "results": [{"id", "parsed", "outcome", "message", "seconds"}]}.
Snippets with one "room" share a namespace, in the order given. `outcome` is "ran", "failed", or "missing" where a module
it imports is not installed (then `message` is its name). Line numbers are those of the lesson. Files that snippets write
go into the working folder, which the caller removes.
"""

import ast
import contextlib
import importlib.util
import io
import json
import sys
import time
import traceback


def parsed(snippet):
    """The syntax tree with the lesson's line numbers; a SyntaxError otherwise."""
    tree = ast.parse(snippet["code"], filename=snippet["file"])
    ast.increment_lineno(tree, snippet["line"] - 1)
    return tree


def missing_module(tree):
    """Name of the first module that is imported and not installed; None where all are."""
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module]
        for name in names:
            root = name.split(".")[0]
            if root not in sys.modules and importlib.util.find_spec(root) is None:
                return root
    return None


def trouble(error, file):
    """`NameError: name 'x' is not defined (line 12)`, with the lesson's own line."""
    line = None
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename == file:
            line = frame.lineno
    return f"{type(error).__name__}: {error}" + ("" if line is None else f" (line {line})")


def seed():
    if "torch" in sys.modules:
        sys.modules["torch"].manual_seed(0)


def check(snippet, rooms, broken):
    """One result. A room in which something failed is not entered again: what builds on it would only repeat that."""
    try:
        tree = parsed(snippet)
    except SyntaxError as error:
        line = (error.lineno or 1) + snippet["line"] - 1
        return {"parsed": False, "outcome": "failed", "message": f"SyntaxError: {error.msg} (line {line})"}
    missing = missing_module(tree)
    if missing is not None:
        return {"parsed": True, "outcome": "missing", "message": missing}
    if snippet["room"] in broken:
        return {"parsed": True, "outcome": "failed", "message": f"builds on what failed before it: {broken[snippet['room']]}"}
    room = rooms.setdefault(snippet["room"], {"__name__": "__main__"})
    seed()
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(tree, snippet["file"], "exec"), room)
    except (Exception, SystemExit) as error:
        message = trouble(error, snippet["file"])
        broken[snippet["room"]] = message
        return {"parsed": True, "outcome": "failed", "message": message}
    return {"parsed": True, "outcome": "ran", "message": ""}


def main():
    rooms, broken, results = {}, {}, []
    for snippet in json.load(sys.stdin)["snippets"]:
        started = time.perf_counter()
        result = check(snippet, rooms, broken)
        results.append({"id": snippet["id"], **result, "seconds": round(time.perf_counter() - started, 3)})
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump({"python": sys.version.split()[0], "results": results}, file)


main()
