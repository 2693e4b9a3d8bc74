"""The papers that corpus/make_formats writes are those that are there, byte for byte."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import sources

CORPUS = sources.ROOT / "corpus"
SUFFIXES = (".docx", ".odt", ".rtf", ".pdf")
WIDE = b"\xff\xfe"


def is_made(path):
    """Most texts of the corpus are written by hand, but none in UTF-16."""
    return path.suffix in SUFFIXES or (path.suffix == ".txt" and path.read_bytes().startswith(WIDE))


def files_below(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.glob("*/*") if is_made(path)}


class MadePapers(unittest.TestCase):
    def test_the_script_writes_them_again(self):
        with tempfile.TemporaryDirectory(prefix="minutebook-made-") as folder:
            subprocess.run([sys.executable, CORPUS / "make_formats", folder], check=True)
            made, there = files_below(Path(folder)), files_below(CORPUS)
        self.assertEqual(sorted(made), sorted(there))
        self.assertEqual([path for path in made if made[path] != there[path]], [], "run corpus/make_formats, and look at what changed")

    def test_each_format_is_there_twice(self):
        for suffix in SUFFIXES:
            with self.subTest(suffix):
                self.assertGreaterEqual(len(list(CORPUS.glob(f"*/*{suffix}"))), 2)


if __name__ == "__main__":
    unittest.main()
