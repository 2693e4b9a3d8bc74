"""The judged questions are answered as tests/golden/relevance.tsv says, and better than by plain full-text search."""
import csv
import unittest

import exact_answers
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


class Exact(unittest.TestCase):
    """Recall and precision of whole answers, on answers that can be worked out by hand."""

    def setUp(self):
        self.wanted = (judged_questions.read_named("a/b.txt#minutes/23/18"), judged_questions.read_named("a/b.txt#report/4"))
        self.minute = relevance.Place("a/b.txt", "minutes", "Minutes", "23/18")
        self.section = relevance.Place("a/b.txt", "report", "High Needs Block", "4")
        self.other = relevance.Place("a/b.txt", "report", "High Needs Block", "5")

    def test_whole_answer(self):
        count = exact_answers.count(self.wanted, [self.section, self.minute])
        self.assertEqual((count.recall, count.precision), (1.0, 1.0))

    def test_what_is_missing_or_wrong_costs(self):
        count = exact_answers.count(self.wanted, [self.minute, self.minute, self.other])
        self.assertEqual((count.recall, count.precision), (0.5, 2 / 3))

    def test_questions_together(self):
        both = exact_answers.count(self.wanted, []) + exact_answers.count(self.wanted[:1], [self.minute])
        self.assertEqual(both, exact_answers.Count(3, 1, 1, 1))


class Questions(unittest.TestCase):
    """The file itself."""

    def setUp(self):
        self.questions = judged_questions.read_questions()

    def test_parts(self):
        self.assertEqual({question.part for question in self.questions}, set(judged_questions.PARTS))

    def test_ids_and_queries_are_there_once(self):
        for values in ([question.id for question in self.questions], [question.query for question in self.questions]):
            self.assertEqual(len(set(values)), len(values))

    def test_no_item_is_judged_twice(self):
        for question in self.questions:
            named = [str(judgement).rsplit("=", 1)[0] for judgement in question.judgements]
            self.assertEqual(len(set(named)), len(named), question.id)
            self.assertEqual(len(set(question.exact)), len(question.exact), question.id)


class Relevance(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text, cls.missing, cls.exact = relevance.measure()

    def test_every_judged_item_is_made(self):
        self.assertEqual(self.missing, [])

    def test_table_is_the_golden_one(self):
        difference = golden_text.difference(relevance.GOLDEN, self.text)
        if difference:
            self.fail(f"{difference}\nIf this is meant: tests/acceptance/relevance.py --update")

    def test_tier_all_is_the_exact_answer(self):
        self.assertGreaterEqual(self.exact.recall, 0.98)
        self.assertGreaterEqual(self.exact.precision, 0.9)

    def test_better_than_all_words_and_any_word(self):
        rows = list(csv.DictReader(self.text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
        mean = next(row for row in rows if row["id"] == "mean")
        for figure in relevance.FIGURES:
            for engine in ("and", "or"):
                self.assertGreater(float(mean[f"minutebook_{figure}"]), float(mean[f"{engine}_{figure}"]), figure)


if __name__ == "__main__":
    unittest.main()
