"""The papers of the folder that MINUTEBOOK_PAPERS names: each is read or listed, and the index of them holds together."""

import os
import unittest

import program
from program import ProgramCase

PAPERS = os.environ.get("MINUTEBOOK_PAPERS")


@unittest.skipUnless(PAPERS, "MINUTEBOOK_PAPERS names no folder of real papers")
class RealPapers(ProgramCase):
    def test_the_whole_folder(self):
        ended = program.run("index", "--index", self.index_folder, "--format", "json", PAPERS, seconds=600)
        self.assertIn(ended.code, (program.FOUND, program.PARTLY), ended)
        report = ended.json()
        kept = [report[name] for name in ("added", "duplicates", "empty", "exempt")]
        self.assertEqual(sum(kept) + len(report["failed"]), report["sources"])
        self.assertGreater(report["added"], 0)
        self.assertTrue(all(source["reason"] for source in report["failed"]))
        self.assert_sound()
        again = program.run("index", "--index", self.index_folder, "--format", "json", PAPERS, seconds=600)
        self.assertEqual((again.code, again.json()["revision"]), (ended.code, report["revision"]))
        for query in ("report", "committee resolved", "EHCP OR SEND", "children since:2019", '"be noted"'):
            with self.subTest(query):
                totals = self.search(query, "--count", "mentions")["totals"]
                self.assertEqual(len(self.search(query, "--all")["results"]), totals["items"])
                self.assertEqual(len(self.search(query, "--all", "--mentions")["results"]), totals["mentions"])


if __name__ == "__main__":
    unittest.main()
