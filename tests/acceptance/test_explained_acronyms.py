"""Acronyms that papers explain: totals and mentions of a query for one are those of a plain evaluation of what `inspect`
prints, over papers that this test writes, and over real ones where MINUTEBOOK_PAPERS names them.
"""
import pathlib
import re
import tempfile
import unittest

import brute_force
import other_papers
import plain_words
import program
import query_parts
import real_papers
import understood_papers

VOCABULARY = pathlib.Path(__file__).resolve().parents[2] / "schema" / "topics.skos.xml"
KNOWN = set(re.findall(r"<mb:(?:acronym|ambiguousAcronym)[^>]*>([^<]+)<", VOCABULARY.read_text(encoding="utf-8")))
SMALL_WORDS = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"}

PAPERS = {
    "one.md": """# Lantern Committee

## Minutes of the meeting held on 8 January 2024

### 1. Gear

The Lantern Repair Tool (LRT) was shown. Councillor Okafor asked what it cost.

### 2. Boards

Members met the Museum and Library Trust Board (MLTB) and the MLTB's chair.
""",
    "two.md": """# Lantern Committee

## Minutes of the meeting held on 5 February 2024

### 3. Mending

A lantern repair tool is wanted in every library; the LRT cannot be borrowed.

### 4. Trust

The Museum Library Trust Board was thanked. Rates were set by the Riverside Works Panel (RWP).
""",
    "three.md": """# Library Panel

## Minutes of the meeting held on 6 March 2024

### 5. Panels

The Rural Walks Programme (RWP) is late. LRTs were bought.

### 6. Walks

The rural walks programme was praised. They were lrt fans, and one lrted.

### 7. LRT AND RWP REPAIRS

Nothing was lent.
""",
}


def phrase(words):
    return query_parts.Phrase(tuple(words))


def explained_by(acronym, long_forms):
    """An acronym typed in capitals that papers explain: these capitals, or its long form."""
    return query_parts.Any([query_parts.Acronym(acronym, everywhere=True),
                            *(phrase(plain_words.written(form)) for form in long_forms)])


def key_of(long_form):
    """Long forms with the same key are the same."""
    return tuple(word.singular for word in plain_words.words_of(long_form)
                 if word.folded not in SMALL_WORDS)


def explained(collection):
    """Acronyms that the vocabulary does not know, with their long forms by key."""
    meanings = {}
    for item in collection.items:
        for acronym, long_form in item.acronyms:
            if acronym not in KNOWN:
                meanings.setdefault(acronym, {}).setdefault(key_of(long_form), set()).add(long_form)
    return meanings


class Comparison:
    collection = None
    folder = None
    fewest = 0

    def compare(self, query, leaf):
        printed = program.search(self.folder, query, "--count", "mentions", "--limit", "0")
        expected = brute_force.answer(brute_force.Query([brute_force.Typed(query, leaf)]), self.collection)
        for name in ("items", "papers", "meetings", "mentions"):
            self.assertEqual(printed["totals"][name], expected[name], f"{query}: {name}")
        return printed["interpreted"]["expansions"]

    def test_one_meaning_is_added_and_several_are_shown(self):
        compared = 0
        for acronym, meanings in sorted(explained(self.collection).items()):
            forms = [form for spellings in meanings.values() for form in sorted(spellings)]
            with self.subTest(acronym=acronym, forms=forms):
                alone = len(meanings) == 1
                leaf = explained_by(acronym, forms if alone else [])
                shown = self.compare(acronym, leaf)
                self.assertEqual([one["applied"] for one in shown if one.get("mined")], [alone] * len(meanings))
                compared += 1
        self.assertGreaterEqual(compared, self.fewest)


class Written(Comparison, unittest.TestCase):
    fewest = 3

    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory(prefix="minutebook-explained-")
        cls.addClassCleanup(temporary.cleanup)
        folder = pathlib.Path(temporary.name)
        papers = []
        for name, text in PAPERS.items():
            papers.append(folder / name)
            papers[-1].write_text(text, encoding="utf-8")
        cls.folder = folder / "index"
        cls.collection = understood_papers.Collection(program.inspect(papers))
        program.index(cls.folder, papers)

    def test_long_forms_find_acronyms(self):
        def words(query):
            return query_parts.Every([phrase([word]) for word in query.split()])
        leaf = query_parts.Any([words("lantern repair tool"), explained_by("LRT", [])])
        self.compare("lantern repair tool", leaf)
        # Two panels share the letters: neither long form brings them.
        self.compare("rural walks programme", words("rural walks programme"))


@unittest.skipUnless(real_papers.FOLDER, "MINUTEBOOK_PAPERS names no folder of real papers")
class RealPapers(Comparison, unittest.TestCase):
    fewest = 1

    @staticmethod
    def files():
        return real_papers.papers()

    @classmethod
    def setUpClass(cls):
        papers = cls.files()
        temporary = tempfile.TemporaryDirectory(prefix="minutebook-explained-")
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = temporary.name
        cls.collection = understood_papers.Collection(program.inspect(papers))
        program.index(cls.folder, papers)


@unittest.skipUnless(real_papers.FOLDER, "MINUTEBOOK_PAPERS names no folder of real papers")
class OtherRealPapers(RealPapers):
    fewest = 50

    @staticmethod
    def files():
        return other_papers.single_files()


if __name__ == "__main__":
    unittest.main()
