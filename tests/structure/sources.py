"""The files of the project, and their #include lines. Knows nothing of rules."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("schema", "indexer", "query", "server", "cli")
NO_SOURCES = {"build", ".git", ".cache", "__pycache__", "node_modules"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def name_of(path):
    """Relative to the root: "schema/paper.h"."""
    return path.relative_to(ROOT).as_posix()


def all_files():
    """Every file that is part of the project, ordered."""
    return sorted(path for path in ROOT.rglob("*") if path.is_file() and not NO_SOURCES & set(path.relative_to(ROOT).parts))


def code_files(*suffixes):
    """Names of C++ files of the parts, and not of tests."""
    names = [name_of(path) for path in all_files()]
    return [name for name in names if name.split("/")[0] in PARTS and name.endswith(suffixes or (".h", ".cc"))]


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def includes(text):
    """(quote, header) for each #include line."""
    return INCLUDE.findall(text)


def quoted(text):
    """The project's headers; those of the library are included as its users do: <minutebook/error.h>."""
    return [f"query/include/{header}" if quote == "<" else header for quote, header in includes(text)
            if quote == '"' or header.startswith("minutebook/")]


def angled(text):
    return [header for quote, header in includes(text) if quote == "<"]
