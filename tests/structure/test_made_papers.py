"""The papers that corpus/make_formats writes are those that are there, byte for byte."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import sources

CORPUS = sources.ROOT / "corpus"
SUFFIXES = (".docx", ".odt", ".rtf", ".pdf")


def files_below(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.glob("*/*") if path.suffix in SUFFIXES}


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
