"""Totals, mentions and facets of random queries are those of a plain evaluation of what `inspect` prints."""
import csv
import tempfile
import unittest

import brute_force
import exempt_items
import many_queries
import plain_words
import program
import query_parts
import random_queries
import understood_papers

QUERIES = 500
SEED = 20240108


class PlainWords(unittest.TestCase):
    def folded(self, text):
        return [word.folded for word in plain_words.words_of(text)]

    def test_words(self):
        folded = ["the", "councils", "call", "in", "of", "a", "and", "b"]
        self.assertEqual(self.folded("The council’s call-in of “A&B”"), folded)
        self.assertEqual(self.folded("£2,429,873.50 in 2019-20, 3.3.1"), ["2429873.50", "in", "2019/20", "3.3.1"])
        self.assertEqual(self.folded("2019-22 and 2020-05-01"), ["2019", "22", "and", "2020", "05", "01"])
        self.assertEqual(self.folded("Café ﬁne"), ["cafe", "fine"])

    def test_acronyms(self):
        words = plain_words.words_of("SEND EHCPs EHCP's A I'm Mr NEET send CYP15")
        self.assertEqual([word.written for word in words if word.acronym], ["SEND", "EHCPs", "EHCP's", "NEET", "CYP15"])
        self.assertFalse(plain_words.capitals_tell(plain_words.words_of("SEND HOME TO SCHOOL")))
        self.assertTrue(plain_words.capitals_tell(plain_words.words_of("SEND and more")))


def differing(got, expected):
    """Lines that say where two answers differ."""
    lines = []
    for name, value in expected.items():
        if got[name] == value:
            continue
        if isinstance(value, dict):
            values = sorted(set(value) | set(got[name]))
            lines += [f"{name} {one}: {got[name].get(one, 0)}, should be {value.get(one, 0)}"
                      for one in values if got[name].get(one) != value.get(one)]
        elif isinstance(value, list):
            lines += [f"{name}: {one} should not be there" for one in got[name] if one not in value]
            lines += [f"{name}: {one} is missing" for one in value if one not in got[name]]
        else:
            lines.append(f"{name}: {got[name]}, should be {value}")
    return lines or (["the order of lists"] if got != expected else [])


def names_of_councils(file, collection):
    """Words of the names of the councils that have papers: code."""
    codes = {value for item in collection.items for value in item.values("council")}
    names = {}
    with open(file, encoding="utf-8") as rows:
        for row in csv.DictReader((line for line in rows if not line.startswith("#")), delimiter="\t"):
            code = row["gss"] or row["code"]
            for name in [row["official_name"], row["nice_name"], *row["aliases"].split("; ")]:
                if code in codes:
                    names[tuple(word.folded for word in plain_words.words_of(name))] = code
    return names


class Comparison:
    """Tests of any index against its sources; `asker`, `collection` and `councils` are set by the class that uses it."""
    asker = None
    collection = None
    councils = {}
    queries = QUERIES
    seed = SEED
    maxDiff = None

    def check(self, query):
        printed = self.asker.ask(query.text(), expand=query.expand)
        got = brute_force.answer_of_program(printed)
        lines = differing(got, brute_force.answer(query, self.collection))
        self.assertEqual(lines, [], f"{query.text()} (expand: {query.expand})")
        return got

    def test_everything(self):
        got = self.check(brute_force.Query([query_parts.Days("0001-01-01", "9999-12-31", "since:1900")]))
        self.assertGreater(got["items"], 0)

    def test_random_queries(self):
        found = asked = 0
        maker = random_queries.Maker(self.collection, self.councils, understood_papers.MATCHER, self.seed)
        for query in maker.queries(self.queries):
            asked += 1
            with self.subTest(query=query.text(), expand=query.expand):
                found += self.check(query)["items"] > 0
        self.assertEqual(asked, self.queries)
        self.assertGreater(found, asked // 2, "most queries should find something, else they prove little")


class Corpus(Comparison, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        papers = program.corpus_papers()
        cls.collection = understood_papers.Collection(program.inspect(papers, program.CORPUS_OPTIONS))
        cls.temporary = tempfile.TemporaryDirectory(prefix="minutebook-brute-force-")
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = cls.temporary.name
        program.index(cls.folder, papers, program.CORPUS_OPTIONS)
        cls.councils = names_of_councils(program.CORPUS / "councils.tsv", cls.collection)
        cls.asker = cls.enterClassContext(many_queries.Asker(cls.folder))

    def test_exempt_items_are_not_found(self):
        for place in exempt_items.PLACES:
            with self.subTest(place=place):
                self.assertEqual(program.search(self.folder, f'"{place.words}"')["totals"]["items"], 0)


if __name__ == "__main__":
    unittest.main()
