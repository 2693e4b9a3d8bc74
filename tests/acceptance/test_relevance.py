"""The judged questions are answered as tests/golden/relevance.tsv says, and better than by plain full-text search."""
import csv
import unittest

import golden_text
import judged_questions
import ranking_figures
import relevance


class Figures(unittest.TestCase):
    """The figures themselves, on rankings that can be worked out by hand."""

    def setUp(self):
        self.best = judged_questions.read_judgement("a/b.txt#minutes/23/18=3")
        self.good = judged_questions.read_judgement("a/b.txt#report~High needs/4.0=2")
        self.judgements = (self.best, self.good)

    def test_judgements_are_read(self):
        self.assertEqual((self.best.number, self.best.grade), ("23/18", 3))
        self.assertEqual((self.good.kind, self.good.fragment, self.good.number), ("report", "High needs", "4.0"))

    def test_items_are_matched(self):
        place = relevance.Place("a/b.txt", "report", "High Needs Block", "4")
        self.assertEqual(judged_questions.judgement_of(self.judgements, place), self.good)
        elsewhere = relevance.Place("a/b.txt", "report", "Housing", "4")
        self.assertIsNone(judged_questions.judgement_of(self.judgements, elsewhere))

    def test_best_order_has_full_marks(self):
        self.assertEqual(ranking_figures.figures([self.best, self.good], self.judgements), (1.0, 1.0, 1.0))

    def test_wrong_first_costs(self):
        ndcg, recall, reciprocal = ranking_figures.figures(["wrong", self.best], self.judgements)
        self.assertAlmostEqual(ndcg, (7 / 1.5849625) / (7 + 3 / 1.5849625), places=6)
        self.assertEqual((recall, reciprocal), (0.5, 0.5))

    def test_repeats_do_not_count(self):
        twice = ranking_figures.figures([self.best, self.best, self.good], self.judgements)
        self.assertEqual(twice, (1.0, 1.0, 1.0))

    def test_nothing_found_is_zero(self):
        self.assertEqual(ranking_figures.figures([], self.judgements), (0.0, 0.0, 0.0))


class Relevance(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text, cls.missing = relevance.measure()

    def test_every_judged_item_is_made(self):
        self.assertEqual(self.missing, [])

    def test_table_is_the_golden_one(self):
        difference = golden_text.difference(relevance.GOLDEN, self.text)
        if difference:
            self.fail(f"{difference}\nIf this is meant: tests/acceptance/relevance.py --update")

    def test_better_than_all_words_and_any_word(self):
        rows = list(csv.DictReader(self.text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
        mean = next(row for row in rows if row["id"] == "mean")
        for figure in relevance.FIGURES:
            for engine in ("and", "or"):
                self.assertGreater(float(mean[f"minutebook_{figure}"]), float(mean[f"{engine}_{figure}"]), figure)


if __name__ == "__main__":
    unittest.main()
