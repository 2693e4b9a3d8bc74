"""What is understood of each paper of the corpus is what tests/golden/inspect/ says."""
import unittest

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


if __name__ == "__main__":
    unittest.main()
