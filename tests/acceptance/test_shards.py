"""Answers do not depend on how an index came to be: the corpus indexed at once and in several runs answers alike, with the
same items in the same order with the same scores, page by page.
"""
import json
import tempfile
import unittest

import many_queries
import program
import random_queries
import test_brute_force
import understood_papers

QUERIES = 250
SEED = 20180725
SHARDS = 4
PAGE = 7
# Runs of unequal size, for shards of one size are merged: as many parts of all papers each as the number says.
PARTS = (8, 2, 2, 1)


def lots(papers):
    """The papers in lots of unequal size, each from all councils."""
    order = [number for number, size in enumerate(PARTS) for _ in range(size)]
    return [[paper for place, paper in enumerate(papers) if order[place % len(order)] == number]
            for number in range(len(PARTS))]


class Shards(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        papers = program.corpus_papers()
        cls.folders = [cls.enterClassContext(tempfile.TemporaryDirectory(prefix="minutebook-shards-")) for _ in range(2)]
        program.index(cls.folders[0], papers, [*program.CORPUS_OPTIONS, "--jobs", "1"])
        for lot in lots(papers):
            program.index(cls.folders[1], lot, [*program.CORPUS_OPTIONS, "--jobs", "1"])
        cls.one, cls.several = (cls.enterClassContext(many_queries.Asker(folder)) for folder in cls.folders)
        collection = understood_papers.Collection(program.inspect(papers, program.CORPUS_OPTIONS))
        councils = test_brute_force.names_of_councils(program.CORPUS / "councils.tsv", collection)
        maker = random_queries.Maker(collection, councils, understood_papers.MATCHER, SEED)
        cls.queries = list(maker.queries(QUERIES))

    def shards(self, folder):
        return json.loads(program.run(["status", "--index", folder, "--format", "json"]))["shards"]

    def test_that_there_are_several(self):
        self.assertEqual(self.shards(self.folders[0]), 1)
        self.assertGreaterEqual(self.shards(self.folders[1]), SHARDS)

    @staticmethod
    def lasting(answer):
        """An answer without what names the state of an index."""
        return {**answer, "revision": None, "next": None}

    def assert_same(self, query, **options):
        answers = [self.lasting(asker.ask(query.text(), expand=query.expand, **options))
                   for asker in (self.one, self.several)]
        for name in answers[0]:
            self.assertEqual(answers[1].get(name), answers[0][name], f"{name} of {query.text()}")
        return answers[0]

    def test_answers(self):
        found = 0
        for query in self.queries:
            with self.subTest(query=query.text()):
                found += self.assert_same(query)["totals"]["items"] > 0
        self.assertGreater(found, QUERIES // 2)

    def test_orders_and_groups(self):
        for number, query in enumerate(self.queries[::3]):
            for options in ({"sort": ("newest", "oldest")[number % 2]}, {"group": ("paper", "meeting")[number % 2]},
                            {"mentions": True, "all": True}):
                with self.subTest(query=query.text(), options=options):
                    self.assert_same(query, **options)

    def test_pages(self):
        """Page by page the rows are those of one long answer."""
        turned = 0
        for number, query in enumerate(self.queries[::3]):
            for asker in (self.one, self.several):
                options = {"expand": query.expand, "sort": ("relevance", "newest", "oldest")[number % 3]}
                whole = asker.ask(query.text(), **options)
                rows, cursor = [], ""
                while len(rows) < 20 * PAGE:
                    page = asker.ask(query.text(), limit=PAGE, cursor=cursor, **options)
                    self.assertEqual(page["totals"], whole["totals"], query.text())
                    rows += page["results"]
                    cursor = page["next"]
                    if not cursor:
                        break
                    turned += 1
                self.assertEqual([row["id"] for row in rows], [row["id"] for row in whole["results"]][:len(rows)], query.text())
                if not cursor:
                    self.assertEqual(len(rows), len(whole["results"]), query.text())
        self.assertGreater(turned, QUERIES // 10)


if __name__ == "__main__":
    unittest.main()
