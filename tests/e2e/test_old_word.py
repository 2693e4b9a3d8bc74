"""A paper in the Word format of 1997 to 2003, made by corpus/make_doc: read where catdoc is installed, refused with advice elsewhere."""

import hashlib
import shutil
import subprocess
import unittest

from program import CORPUS, FOUND, PARTLY, ROOT, ProgramCase

COUNCILS = ("--councils", CORPUS / "councils.tsv")
INSTALLED = any(shutil.which("catdoc", path=place) for place in ("/usr/bin", "/usr/local/bin"))  # where the program looks


class OldWord(ProgramCase):
    def setUp(self):
        super().setUp()
        made = subprocess.run([ROOT / "corpus" / "make_doc", self.papers], check=True, capture_output=True, text=True)
        self.paper = made.stdout.strip()

    def test_the_same_bytes_are_made_everywhere(self):
        with open(self.paper, "rb") as made:
            self.assertEqual(hashlib.sha256(made.read()).hexdigest(), "0e03f7c6e724df108dd9c75256383fecd12326f8eeb940b16e47cf2bdd809280")

    @unittest.skipUnless(INSTALLED, "catdoc is not installed")
    def test_it_is_understood(self):
        paper = self.command(FOUND, "inspect", *COUNCILS, "--format", "json", self.paper).json()["papers"][0]
        self.assertEqual((paper["kind"], paper["date"], paper["council"]["code"]), ("minutes", "2014-11-12", "ZZF"))
        self.assertEqual(paper["committee"], {"name": "Licensing Committee", "kind": "licensing"})
        self.assertEqual([(item["number"], item["title"]) for item in paper["items"][1:]],
                         [("21", "Apologies for Absence"), ("22", "Declarations of Interest"), ("23", "Minutes"), ("24", "Hackney Carriage Fares"),
                          ("25", "Street Trading in the Market Place"), ("26", "Scrap Metal Dealers Act 2013"), ("27", "Date of Next Meeting")])
        fares, trading = paper["items"][4], paper["items"][5]
        self.assertIn("Journey: 1 mile | Fare now: £3.40 | Fare proposed: £3.60", [passage["text"] for passage in fares["passages"] if passage["kind"] == "table-row"])
        self.assertEqual([passage["outcome"] for passage in fares["passages"] if passage["kind"] == "resolution"], ["agreed"] * 3)
        self.assertNotIn("HYPERLINK", " ".join(passage["text"] for passage in trading["passages"]))
        self.assertEqual(sorted((person["name"], person["attendance"]) for person in paper["people"]),
                         [("Dermot Quill", "in-attendance"), ("Edwin Yarrow", "apologies"), ("Gwendoline Orrell", "present"), ("Hector Sallis", "present"),
                          ("Ida Marchbank", "present"), ("Prudence Twyford", "present"), ("Rosalind Peake", "in-attendance"), ("Tobias Fenn", "present")])

    @unittest.skipUnless(INSTALLED, "catdoc is not installed")
    def test_it_is_found(self):
        self.index(*COUNCILS)
        self.assertEqual([result["number"] for result in self.search("fare dog council:Pellowdale", "--strict")["results"]], ["24"])

    @unittest.skipIf(INSTALLED, "catdoc is installed")
    def test_it_is_refused_with_advice(self):
        self.index(*COUNCILS, code=PARTLY)
        text = self.command(FOUND, "coverage", "--index", self.index_folder, "--sources").out
        self.assertIn("catdoc", text)


if __name__ == "__main__":
    unittest.main()
