"""What the ledger says: what was read and how, what is here twice, which meetings are here in part."""

import shutil
import unittest

from program import CORPUS, FOUND, PARTLY, ProgramCase


class Ledger(ProgramCase):
    def setUp(self):
        super().setUp()
        for path in ("pellowdale/agenda-2024-04-18-planning-policy.txt", "pellowdale/minutes-2023-02-02-housing.txt",
                     "fenbourne/pack-2021-02-09-cabinet.md"):
            shutil.copy(CORPUS / path, self.papers)
        minutes = (self.papers / "minutes-2023-02-02-housing.txt").read_text()
        (self.papers / "draft-minutes.txt").write_text(minutes + "\nQuordraft was to be checked by the clerk of the committee.\n")
        (self.papers / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing")
        self.index("--councils", CORPUS / "councils.tsv", code=PARTLY)

    def text(self, *options):
        return self.command(FOUND, "coverage", "--index", self.index_folder, *options).out

    def test_gaps_in_the_series_of_meetings(self):
        gaps = {(gap["committee"], gap["date"]): gap["missing"] for gap in self.coverage()["gaps"]}
        self.assertEqual(gaps, {("Planning Policy Committee", "2024-04-18"): "minutes", ("Housing and Communities Committee", "2023-02-02"): "agenda",
                                ("Cabinet", "2021-02-09"): "minutes", ("Cabinet", "2020-12-08"): "agenda"})
        text = self.text("--gaps")
        self.assertIn("no minutes for the meeting of 2024-04-18 although its agenda is here (1 source not read in full may hold more)", text)
        self.assertIn("Housing and Communities Committee - 2023\n  no agenda for the meeting of 2023-02-02 although its minutes are here", text)
        self.assertNotIn("2024-04-18", self.text().split("meetings here in part")[1])

    def test_copies_and_what_differs(self):
        coverage = self.coverage()
        self.assertEqual([copy["draft"] for copy in coverage["copies"]], [True])
        self.assertEqual((coverage["totals"]["copies"], coverage["totals"]["duplicates"]), (1, 1))
        self.assertRegex(self.text(), r"the draft .*draft-minutes.txt differs from .*minutes-2023-02-02-housing.txt in \d+ passage")

    def test_every_source_is_listed(self):
        listed = {source["source"].rsplit("/", 1)[1]: source for source in
                  self.command(FOUND, "coverage", "--index", self.index_folder, "--format", "json", "--sources").json()["sources"]}
        self.assertEqual(sorted(listed), sorted(path.name for path in self.papers.iterdir()))
        self.assertEqual(listed["broken.pdf"]["status"], "failed")
        self.assertTrue(listed["broken.pdf"]["reason"])
        self.assertEqual((listed["draft-minutes.txt"]["status"], listed["draft-minutes.txt"]["copies"]), ("duplicate", 1))
        self.assertEqual(listed["pack-2021-02-09-cabinet.md"]["papers"], 5)
        text = self.text("--sources")
        for name in listed:
            self.assertIn(f"{name}: ", text)
        self.assertNotIn("sources", self.coverage())


if __name__ == "__main__":
    unittest.main()
