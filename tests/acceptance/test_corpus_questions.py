"""Questions as the three kinds of users type them, over the invented papers: what they want is among the first three answers.

The answers were written down by reading the papers, before anything was asked. Judged rankings are test_relevance.py's.
"""
import tempfile
import unittest

import program
from real_papers import Place

HOUSING_2023 = "minutes-2023-02-02-housing"
AUDIT_2018 = "minutes-2018-07-25-audit"
EXECUTIVE_2021 = "minutes-2021-10-14"
COMMISSION_2019 = "minutes-2019-01-29"
SCRUTINY_2017 = "minutes-2017-01-18"

# (what is typed, the item that has to be among the first three answers)
QUESTIONS = (
    ("rough sleepers november count pellowdale", Place(HOUSING_2023, number="37")),
    ("award of contract stock condition survey", Place("decision-2019-07-04", "decision", "2019-07-04")),
    ("who was the external auditor in 2018", Place(AUDIT_2018, number="13")),
    ("home education ravelstoke", Place(SCRUTINY_2017, number="63")),
    ("selective licencing landlords", Place(EXECUTIVE_2021, number="EXB45")),
    ("high needs deficit recovery plan", Place(EXECUTIVE_2021, number="EXB43")),
    ("what did the commission decide on young carers in january 2019", Place(COMMISSION_2019, number="4")),
    ("how many permanent exclusions 2017/18", Place(COMMISSION_2019, number="5")),
    ("school transport contracts audit followed up", Place(AUDIT_2018, number="14")),
    ("ofsted judgment value for money conclusion", Place(AUDIT_2018, number="13")),
    ("mould visits within three working days babies", Place(HOUSING_2023, number="36")),
    ("treasury managment annual report", Place(AUDIT_2018, number="16")),
    ("executive board 14.10.21", Place(EXECUTIVE_2021, date="2021-10-14")),
    ("cllr oddie declared an interest", Place(HOUSING_2023, number="34")),
    ("camhs task group recomendations", Place(SCRUTINY_2017, number="65")),
    ("who:Saltmarsh kind:decision", Place("decision-2019-07-04", "decision")),
)


class Questions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="minutebook-questions-"))
        program.index(cls.folder, program.corpus_papers(), program.CORPUS_OPTIONS)

    def search(self, query, *options):
        return program.search(self.folder, query, *options)

    def test_first_three_answers(self):
        for query, place in QUESTIONS:
            with self.subTest(query=query):
                results = self.search(query, "--limit", "3")["results"]
                shown = [(one["paper"]["source"], one["number"], one["tier"]) for one in results]
                self.assertTrue(any(place.means(one) for one in results), f"{place} is not among {shown}")

    def test_either_spelling_finds_all_and_says_so(self):
        british = self.search("judgement", "--all")
        self.assertEqual({one["id"] for one in british["results"]},
                         {one["id"] for one in self.search("judgment", "--all")["results"]})
        self.assertGreater(british["totals"]["items"], 0)
        for query in ("judgment", "programs"):
            added = self.search(query)["interpreted"]["expansions"]
            self.assertEqual([one.get("spelling") for one in added], [True], query)
            self.assertEqual(self.search(query, "--no-expand")["interpreted"]["expansions"], [], query)

    def test_a_typing_error_is_questioned(self):
        suggested = [one["query"] for one in self.search("camhs task group recomendations")["suggestions"]]
        self.assertIn("camhs task group recommendations", suggested)


if __name__ == "__main__":
    unittest.main()
