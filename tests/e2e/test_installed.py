"""The installed program: it finds its worker wherever the tree stands, and brings the examples that the documents name."""

import subprocess
import unittest

from invented_papers import write_papers
from program import BINARY, FOUND, SANITIZED, ProgramCase, run

BUILD = BINARY.resolve().parent


class Installed(ProgramCase):
    def setUp(self):
        super().setUp()
        first = self.folder / "first"
        subprocess.run(["cmake", "--install", BUILD, "--prefix", first, "--component", "Unspecified"], check=True, capture_output=True)
        self.prefix = self.folder / "moved"
        first.rename(self.prefix)

    def test_papers_are_read_where_the_tree_was_moved_to(self):
        write_papers(self.papers, range(2))
        ended = run("index", "--index", self.index_folder, self.papers, binary=self.prefix / "bin" / "minutebook")
        self.assertEqual(ended.code, FOUND, ended)
        self.assertIn("2 added", ended.out)

    @unittest.skipIf(SANITIZED, "what is packaged is built with the release build alone")
    def test_examples_are_those_of_the_source(self):
        examples = {path.name for path in self.prefix.rglob("examples/*/*")}
        self.assertEqual(examples, {"minutebook.service", "minutebook.socket", "minutebook-index.service", "minutebook-index.timer",
                                    "minutebook.conf", "service.toml", "sysusers.conf"})


if __name__ == "__main__":
    unittest.main()
