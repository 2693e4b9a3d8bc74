"""Golden files: compare, show the difference readably, rewrite only when asked to.

Knows nothing of what stands in them.
"""
import difflib


def difference(path, got):
    """Empty if the file at `path` holds `got`; else what differs, and how to accept it."""
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    if expected == got:
        return ""
    lines = difflib.unified_diff(expected.splitlines(), got.splitlines(), "golden", "got", lineterm="", n=1)
    return "\n".join([str(path), *lines])


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
