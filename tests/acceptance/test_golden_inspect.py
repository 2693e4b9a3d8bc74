"""What is understood of each paper of the corpus is what tests/golden/inspect/ says."""
import unittest

import exempt_items
import golden_text
import inspect_summary
import program


class GoldenInspect(unittest.TestCase):
    def test_every_paper(self):
        papers = program.corpus_papers()
        self.assertGreater(len(papers), 40, "the corpus is not where it should be")
        for path, text in inspect_summary.summaries(papers):
            with self.subTest(paper=path.relative_to(program.CORPUS).as_posix()):
                difference = golden_text.difference(inspect_summary.golden_path(path), text)
                if difference:
                    self.fail(f"{difference}\nIf this is meant: tests/acceptance/inspect_summary.py --update")

    def test_no_golden_is_left_over(self):
        self.assertEqual(inspect_summary.stale_goldens(), [])


class Reading(unittest.TestCase):
    """Readings that matter whatever else the goldens say."""

    def texts(self, name):
        inspected = program.inspect([program.CORPUS / name], program.CORPUS_OPTIONS)[0]
        return "\n".join(passage["text"] for paper in inspected["papers"] for item in paper["items"]
                         for passage in item["passages"])

    def test_words_cut_at_line_ends(self):
        self.assertIn("multiple sclerosis", self.texts("kestermere/minutes-2018-09-10-cyp-board.md"))
        self.assertIn("this relaxation would end", self.texts("kestermere/minutes-2020-09-14-cyp-board.md"))
        self.assertIn("under paragraph 3", self.texts("pellowdale/agenda-2024-04-18-planning-policy.txt"))

    def test_paragraph_cut_by_a_page(self):
        pack = self.texts("eskermouth/pack-2019-11-18-childrens-panel.txt")
        self.assertIn("beyond the statutory timescale. This backlog has been brought down", pack)

    def test_exempt_items(self):
        for place in exempt_items.PLACES:
            with self.subTest(place=place):
                inspected = program.inspect([program.CORPUS / place.file], program.CORPUS_OPTIONS)[0]
                found = [paper["exempt"] or item["exempt"] for paper in inspected["papers"] for item in paper["items"]
                         if paper["kind"] == place.kind and place.number in (None, item["number"])]
                self.assertTrue(found and all(found), "it would be indexed")

    def test_only_those_are_exempt(self):
        known = {(place.file, place.number) for place in exempt_items.PLACES}
        papers = program.corpus_papers()
        for path, inspected in zip(papers, program.inspect(papers, program.CORPUS_OPTIONS)):
            file = path.relative_to(program.CORPUS).as_posix()
            for paper in inspected["papers"]:
                marked = {None} if paper["exempt"] else {item["number"] for item in paper["items"] if item["exempt"]}
                self.assertLessEqual({(file, number) for number in marked}, known)


if __name__ == "__main__":
    unittest.main()
