"""Every example of docs/query-language.md does over the corpus what the page says, and every query that the page writes
is one that the program accepts.

MINUTEBOOK_UPDATE=1 writes the counts of the table of examples.
"""
import os
import re
import tempfile
import unittest

import program

PAGE = program.ROOT / "docs" / "query-language.md"
OPEN, CLOSE = "<!-- examples -->\n", "<!-- /examples -->"
WRITTEN = re.compile(r"`([^`]+)`")
# What the tables of words and operators write with letters for operands is a query as well.
TABLES = ("## Words", "## Operators", "## Dates")


def rows_of(text):
    """(queries, what is asked for, items) of the table of examples."""
    table = text.split(OPEN, 1)[1].split(CLOSE, 1)[0]
    cells = [re.split(r"(?<!\\) \| ", line.strip("| ")) for line in table.splitlines()[2:]]
    return [(WRITTEN.findall(row[0]), row[1], int(row[2])) for row in cells]


def first_cells(text):
    """The queries in the first column of the tables that explain the language."""
    for heading in TABLES:
        section = text.split(heading, 1)[1].split("\n## ", 1)[0]
        for line in section.splitlines():
            if line.startswith("| `"):
                written = WRITTEN.findall(line[2:].split(" | ", 1)[0])
                yield from (query for query in written if any(c.isalnum() for c in query))


class QueryLanguage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = PAGE.read_text(encoding="utf-8")
        temporary = tempfile.TemporaryDirectory(prefix="minutebook-language-")
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = temporary.name
        program.index(cls.folder, program.corpus_papers(), program.CORPUS_OPTIONS)

    def items(self, query, *options):
        return program.search(self.folder, query, "--limit", "0", *options)["totals"]["items"]

    def test_examples(self):
        rows = rows_of(self.text)
        self.assertGreater(len(rows), 20)
        if os.environ.get("MINUTEBOOK_UPDATE"):
            self.update()
            return
        for queries, _, items in rows:
            for query in queries:
                with self.subTest(query=query):
                    self.assertEqual(self.items(query), items)
            self.assertGreater(items, 0, "an example should find something")

    def update(self):
        lines = []
        for line in self.text.split(OPEN, 1)[1].split(CLOSE, 1)[0].splitlines():
            if line.startswith("| `"):
                head, _ = line.rstrip(" |").rsplit(" | ", 1)
                line = f"{head} | {self.items(WRITTEN.findall(head)[0])} |"
            lines.append(line)
        before, rest = self.text.split(OPEN, 1)
        PAGE.write_text(before + OPEN + "\n".join(lines) + "\n" + CLOSE + rest.split(CLOSE, 1)[1], encoding="utf-8")

    def test_explained_queries_are_accepted_and_printed_as_the_same_query(self):
        queries = list(first_cells(self.text))
        self.assertGreater(len(queries), 40)
        for query in queries:
            with self.subTest(query=query):
                answer = program.search(self.folder, query, "--limit", "0")
                again = program.search(self.folder, answer["interpreted"]["text"], "--limit", "0")
                self.assertEqual(answer["totals"], again["totals"])
                self.assertEqual(answer["interpreted"]["text"], again["interpreted"]["text"])

    def test_expansion_is_listed_and_can_be_switched_off(self):
        answer = program.search(self.folder, "EHCP", "--limit", "0")
        expansion = answer["interpreted"]["expansions"][0]
        self.assertEqual(expansion["items"], answer["totals"]["items"])
        typed = [label for label in expansion["labels"] if label.get("typed")]
        self.assertEqual([label["label"] for label in typed], ["EHCP"])
        self.assertEqual(self.items("EHCP", "--only"), typed[0]["items"])
        for label in expansion["labels"]:
            if label.get("typed") or not label["label"]:
                continue
            with self.subTest(label=label["label"]):
                left = program.search(self.folder, "EHCP", "--limit", "0", "--without-label", label["label"])
                lost = answer["totals"]["items"] - left["totals"]["items"]
                self.assertLessEqual(lost, label["adds"])
                shown = [one for one in left["interpreted"]["expansions"][0]["labels"] if one.get("left_out")]
                self.assertIn(label["label"], [one["label"] for one in shown])

    def test_quotes_are_never_expanded(self):
        answer = program.search(self.folder, '"EHCP"', "--limit", "0")
        self.assertEqual(answer["interpreted"]["expansions"], [])

    def test_exports_say_what_was_left_out_and_are_repeated(self):
        for options in (["--only"], ["--without-label", "EHC plan"], ["--no-expand"]):
            with self.subTest(options=options), tempfile.NamedTemporaryFile("w", suffix=".ndjson") as file:
                exported = program.run(["search", "--index", self.folder, "EHCP", "--mentions", "--format", "ndjson",
                                        *options])
                file.write(exported)
                file.flush()
                self.assertIn("The same mentions", program.run(["verify", "--index", self.folder, file.name]))
                # It says itself what was asked.
                program.run(["verify", "--index", self.folder, "--query", "EHCP plan", file.name], accept=(program.USAGE,))

    def test_did_you_mean(self):
        answer = program.search(self.folder, "safegaurding", "--limit", "0")
        self.assertEqual(answer["totals"]["items"], 0)
        offered = answer["suggestions"][0]
        self.assertEqual(offered["query"], "safeguarding")
        self.assertEqual(offered["corrections"], [{"typed": "safegaurding", "suggestion": "safeguarding"}])
        self.assertEqual(offered["items"], self.items("safeguarding"))
        self.assertNotIn("suggestions", program.search(self.folder, "safeguarding", "--limit", "0"))

    def test_options_that_contradict_each_other(self):
        for options in (["--only", "--no-expand"], ["--only", "--without-label", "EHCP"],
                        ["--no-expand", "--without-label", "EHCP"], ["--without-label", "lantern"]):
            with self.subTest(options=options):
                program.run(["search", "--index", self.folder, "EHC plan", *options], accept=(program.USAGE,))


if __name__ == "__main__":
    unittest.main()
