"""Scans of papers whose text is known: without OCR it is said what was not read, with it they are the same papers."""

import subprocess
import unittest

from program import CORPUS, FOUND, NOTHING, ROOT, ProgramCase

PAPERS = ("eskermouth/minutes-2022-11-14-cfl-panel.pdf", "ravelstoke/report-2023-09-20-scrutiny-send-transport.pdf")
COUNCILS = ("--councils", CORPUS / "councils.tsv")


class Scans(ProgramCase):
    def setUp(self):
        super().setUp()
        self.scans = []
        for paper in PAPERS:
            self.scans.append(self.papers / f"scan-{len(self.scans)}.pdf")
            subprocess.run([ROOT / "corpus" / "make_scan", CORPUS / paper, self.scans[-1]], check=True)

    def understood(self, path):
        """What a paper is and what it holds, without what OCR may get wrong: signs between words."""
        paper = self.command(FOUND, "inspect", "--ocr", *COUNCILS, "--format", "json", path).json()["papers"][0]
        decided = [[(passage["outcome"], passage["page"]) for passage in item["passages"] if passage["kind"] == "resolution"]
                   for item in paper["items"]]
        return ({name: paper[name] for name in ("kind", "council", "committee", "date")},
                [(item["number"], item["title"].upper()) for item in paper["items"]], decided)

    def test_a_scan_is_understood_like_the_paper(self):
        for paper, scan in zip(PAPERS, self.scans):
            with self.subTest(paper):
                self.assertEqual(self.understood(scan), self.understood(CORPUS / paper))

    def test_what_was_not_read_is_said_and_read_later(self):
        self.index(*COUNCILS)
        text = self.command(NOTHING, "search", "--index", self.index_folder, "care leavers suitable homes").out
        self.assertIn("could not be searched", text)
        sources = self.command(FOUND, "coverage", "--index", self.index_folder, "--format", "json", "--sources").json()["sources"]
        self.assertTrue(all("--ocr" in " ".join(source["warnings"]) for source in sources), sources)
        self.index(*COUNCILS, "--ocr")
        found = self.search("care leavers suitable homes", "--strict")
        self.assertEqual([result["number"] for result in found["results"]], ["19"])
        self.assertEqual({(mention["scanned"], mention["page"]) for mention in found["results"][0]["mentions"]}, {(True, 2)})
        again = self.index(*COUNCILS, "--ocr")
        self.assertEqual((again["unchanged"], again["changed"]), (2, 0))

    def test_a_scan_and_its_text_are_one_work(self):
        self.index(*COUNCILS, "--ocr", paths=[self.papers, CORPUS / PAPERS[0]])
        found = self.search("personal adviser council:Eskermouth")
        self.assertEqual(found["totals"]["items"], 1)
        self.assertNotIn("scanned", found["results"][0]["mentions"][0])
        self.assertEqual([copy["source"].rsplit("/", 1)[1] for copy in found["results"][0]["paper"]["copies_detail"]], ["scan-0.pdf"])


if __name__ == "__main__":
    unittest.main()
