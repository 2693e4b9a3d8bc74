"""What is printed: JSON that parses and agrees with itself, CSV, and plain text without escape codes where no terminal is."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import unittest

import program
from invented_papers import minutes
from program import CORPUS, ProgramCase, run

SINGLE_VALUED = ("council", "committee", "committee-kind", "kind", "calendar-year", "municipal-year")


class CorpusCase(ProgramCase):
    """The invented corpus, indexed once for all tests of a class."""

    @classmethod
    def setUpClass(cls):
        cls.shared = cls()
        cls.shared.setUp()
        cls.addClassCleanup(cls.shared.doCleanups)
        cls.corpus_index = cls.shared.index_folder
        folders = [path for path in sorted(CORPUS.iterdir()) if path.is_dir() and path.name != "sources"]
        cls.report = cls.shared.index("--manifest", CORPUS / "manifest.tsv", "--councils", CORPUS / "councils.tsv",
                                      paths=folders)

    def runTest(self):
        """Makes the class usable as the owner of the shared index."""

    def setUp(self):
        super().setUp()
        if self is not type(self).shared:
            self.index_folder = self.corpus_index


class Json(CorpusCase):
    def test_every_command_prints_json(self):
        place = ["--index", self.index_folder, "--format", "json"]
        result = self.search("school transport")["results"][0]
        for command in (["search", "school transport", "--mentions"], ["search", "school transport", "--explain"],
                        ["search", "quornowhere"], ["timeline", "school transport"], ["show", result["id"]], ["show", result["paper"]["id"], "--mark", "transport"],
                        ["status"], ["coverage"], ["check"]):
            with self.subTest(command):
                ended = run(*command, *place)
                self.assertIn(ended.code, (program.FOUND, program.NOTHING), ended)
                self.assertIsInstance(ended.json(), dict)
                self.assertEqual(ended.err, "")
        paper = next((CORPUS / "eskermouth").glob("minutes-*.txt"))
        self.assertEqual(self.command(program.FOUND, "inspect", paper, "--format", "json").json()["format"], "text")

    def test_the_answer_has_the_fields_that_scripts_rely_on(self):
        answer = self.search("EHCP timeliness since:2020", "--facet", "council")
        for name in ("query", "revision", "interpreted", "totals", "coverage", "complete", "facets", "results", "next"):
            self.assertIn(name, answer)
        self.assertEqual(answer["query"], "EHCP timeliness since:2020")
        self.assertEqual(set(answer["totals"]) & {"items", "papers", "meetings", "mentions", "some", "exact"},
                         {"items", "papers", "meetings", "mentions", "some", "exact"})
        self.assertEqual(answer["interpreted"]["filters"][0]["from"], "2020-01-01")
        result = answer["results"][0]
        for name in ("id", "tier", "score", "number", "title", "council", "committee", "date", "paper", "mentions"):
            self.assertIn(name, result)
        mention = result["mentions"][0]
        self.assertIn(mention["match"], ("whole", "part"))
        self.assertTrue(any(piece.get("h") for piece in mention["runs"]))
        self.assertTrue(all(set(piece) <= {"t", "h"} for piece in mention["runs"]))

    def test_no_page_is_invented(self):
        """Text and Markdown files have no pages."""
        rows = self.search("the", "--mentions", "--all")["results"] + self.search("report", "--mentions")["results"]
        rows = [row for row in rows if row["paper"]["source"].endswith((".txt", ".md"))]
        self.assertTrue(rows)
        for row in rows:
            self.assertIsNone(row.get("page"))


class Totals(CorpusCase):
    queries = ("report", "school transport", "EHCP timeliness", "in:resolution noted", "homeless* OR hous*", "council:Pellowdale the report")

    def test_totals_are_the_number_of_rows(self):
        for query in self.queries:
            with self.subTest(query):
                totals = self.search(query, "--count", "mentions")["totals"]
                rows = self.search(query, "--all")["results"]
                self.assertEqual(len(rows), totals["items"])
                self.assertEqual(len({row["id"] for row in rows}), totals["items"])
                self.assertEqual(len({row["paper"]["id"] for row in rows}), totals["papers"])
                self.assertTrue(all(row["tier"] == "all" for row in rows))
                self.assertEqual(len(self.search(query, "--mentions", "--all")["results"]), totals["mentions"])

    def test_pages_are_the_whole(self):
        for query in self.queries:
            with self.subTest(query):
                whole = [row["id"] for row in self.search(query, "--all")["results"]]
                paged, cursor = [], None
                while True:
                    page = self.search(query, "--strict", "--limit", "3", *(["--cursor", cursor] if cursor else []))
                    self.assertLessEqual(len(page["results"]), 3)
                    paged += [row["id"] for row in page["results"]]
                    cursor = page["next"]
                    if not cursor:
                        break
                self.assertEqual(paged, whole)

    def test_facets_count_every_item_once(self):
        options = [option for name in SINGLE_VALUED for option in ("--facet", f"{name}:1000")]
        for query in self.queries:
            answer = self.search(query, *options)
            for name in SINGLE_VALUED:
                with self.subTest(query, facet=name):
                    values = answer["facets"][name]
                    # Beside a chosen value the others show what choosing them instead would give.
                    counted = [value for value in values if value.get("selected")] or values
                    self.assertEqual(sum(value["count"] for value in counted), answer["totals"]["items"])

    def test_what_is_left_out_of_a_facet_is_told(self):
        whole = self.search("report", "--facet", "committee")
        self.assertGreater(len(whole["facets"]["committee"]), 10)
        self.assertNotIn("facets_left_out", whole)
        short = self.search("report", "--facet", "committee:2")
        self.assertEqual(short["facets_left_out"], {"committee": len(whole["facets"]["committee"]) - 2})

    def test_a_facet_tells_what_its_filter_gives(self):
        counts = self.search("report", "--facet", "council", "--facet", "kind")["facets"]
        self.assertGreater(len(counts["council"]), 4)
        for name in ("council", "kind"):
            for value in counts[name]:
                with self.subTest(value):
                    self.assertEqual(self.search(f"report {name}:{value['value']}")["totals"]["items"], value["count"])

    def test_sorting_by_date(self):
        for order in ("newest", "oldest"):
            dates = [row["date"] for row in self.search("report", "--all", "--sort", order)["results"] if row["date"]]
            self.assertGreater(len(dates), 20)
            self.assertEqual(dates, sorted(dates, reverse=order == "newest"))

    def test_groups(self):
        totals = self.search("report")["totals"]
        for group, total in (("paper", totals["papers"]), ("meeting", totals["meetings"])):
            rows = self.search("report", "--group", group, "--limit", "1000", "--strict")["results"]
            self.assertEqual(len(rows), total)
            self.assertEqual(sum(row.get("grouped", 1) for row in rows), totals["items"])

    def test_the_same_question_has_the_same_answer(self):
        for query in self.queries:
            first = run("search", "--index", self.index_folder, "--format", "json", "--", query).raw
            self.assertEqual(run("search", "--index", self.index_folder, "--format", "json", "--", query).raw, first)


class Csv(CorpusCase):
    def rows(self, *arguments):
        ended = self.command(program.FOUND, "search", "--index", self.index_folder, "--format", "csv", *arguments)
        rows = list(csv.reader(io.StringIO(ended.raw.decode("utf-8"), newline=""), strict=True))
        self.assertTrue(all(len(row) == len(rows[0]) for row in rows))
        return [dict(zip(rows[0], row)) for row in rows[1:]]

    def test_rows_are_those_of_json(self):
        for options in ([], ["--mentions"]):
            with self.subTest(options):
                rows = self.rows("school transport", "--all", *options)
                expected = self.search("school transport", "--all", *options)["results"]
                self.assertEqual(len(rows), len(expected))
                self.assertEqual([row["date"] for row in rows], [row["date"] or "" for row in expected])

    def test_cells_cannot_be_formulas(self):
        """A spreadsheet runs a cell that begins with one of these."""
        (self.papers / "evil.txt").write_text(minutes(3).replace("2 FOOD WASTE", '2 =HYPERLINK("http://x.example","quorformula")')
                                              + "\n3 ITEM\n\n@SUM(1+1) quorformula\n\n+1 quorformula\n")
        index = self.folder / "formulas"
        self.index(index=index)
        ended = self.command(program.FOUND, "search", "--index", index, "--format", "csv", "--mentions", "quorformula")
        for row in csv.reader(io.StringIO(ended.out, newline="")):
            for cell in row:
                self.assertNotRegex(cell, r"^[=+@\t\r]")


class Text(CorpusCase):
    def seen_on_a_terminal(self, *arguments, **variables):
        """Standard output of the command when it is a terminal."""
        environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        environment.update({"TERM": "xterm-256color", **variables})
        ours, theirs = pty.openpty()
        with subprocess.Popen([program.BINARY, *map(str, arguments)], stdin=theirs, stdout=theirs, stderr=subprocess.PIPE,
                              env=environment) as process:
            os.close(theirs)
            data = b""
            while True:
                try:
                    piece = os.read(ours, 65536)
                except OSError:
                    break
                if not piece:
                    break
                data += piece
        os.close(ours)
        return data.decode("utf-8", "replace")

    def test_no_escape_codes_in_a_pipe(self):
        result = self.search("school transport")["results"][0]
        for command in (["search", "school transport"], ["search", "school transport", "--mentions", "--facet", "council"],
                        ["show", result["id"], "--mark", "transport"], ["status"], ["coverage"], ["check"]):
            with self.subTest(command):
                ended = self.command(program.FOUND, *command, "--index", self.index_folder)
                self.assertNotIn("\x1b", ended.out + ended.err)

    def test_colour_on_a_terminal_only_as_long_as_it_is_wanted(self):
        arguments = ("search", "--index", self.index_folder, "school transport")
        self.assertIn("\x1b[", self.seen_on_a_terminal(*arguments))
        plain = self.seen_on_a_terminal(*arguments, NO_COLOR="1")
        self.assertNotIn("\x1b", plain)
        self.assertIn("ransport", plain)

    def test_the_text_says_what_the_answer_is(self):
        answer = self.search("has anyone reviewed school transport before")
        text = self.command(program.FOUND, "search", "--index", self.index_folder, "has anyone reviewed school transport before").out
        self.assertRegex(text, rf"\b{answer['totals']['items']} items?\b")
        for word in answer["interpreted"]["optional"]:
            self.assertIn(word, text)
        self.assertIn(answer["results"][0]["id"], text)

    def test_nothing_found_says_what_emptied_it(self):
        for query, word in (("school quornowhere", "quornowhere"), ("school transport since:2090", "2090"),
                            ("homelessness council:Pellowdale before:2001", "before:2001")):
            ended = self.command(program.NOTHING, "search", "--index", self.index_folder, query)
            self.assertIn(word, ended.out)

    def test_show(self):
        result = self.search("school transport")["results"][0]
        item = self.command(program.FOUND, "show", "--index", self.index_folder, result["id"]).out
        self.assertIn(result["title"], item)
        paper = self.command(program.FOUND, "show", "--index", self.index_folder, result["paper"]["id"]).out
        self.assertGreater(len(paper), len(item))


def words_of(path):
    """One of the papers is in UTF-16, as some systems write text."""
    written = path.read_bytes()
    return written.decode("utf-16" if written.startswith(b"\xff\xfe") else "utf-8").lower()


class Exempt(CorpusCase):
    def test_exempt_papers_leave_no_words(self):
        """Words that stand only in what is marked exempt are in no answer, and not in the index's own record either."""
        self.assertGreater(self.report["exempt"] + sum(row["exempt_items"] for row in self.coverage()["rows"]), 0)
        exempt = next(CORPUS.glob("*/*exempt*"))
        public = self.dump().lower()
        texts = [path for pattern in ("*/*.txt", "*/*.md", "sources/*/*.txt") for path in CORPUS.glob(pattern)]
        others = " ".join(words_of(path) for path in texts if path != exempt)
        own = {word for word in re.findall(r"[a-z]{6,}", words_of(exempt)) if word not in others}
        self.assertGreater(len(own), 3)
        self.assertEqual([word for word in own if word in public], [])
        for word in sorted(own)[:10]:
            self.assertEqual(self.search(f"={word}")["totals"]["items"], 0)


class Exports(ProgramCase):
    """An export of mentions says whether it is whole, and can be compared with the index of a later day."""

    def setUp(self):
        super().setUp()
        self.write("minutes.txt", 1, "found")
        self.index()

    def write(self, name, number, word):
        (self.papers / name).write_text(minutes(number, "quorneedle", word), encoding="utf-8")

    def export(self, format):
        ended = self.command(program.FOUND, "search", "quorneedle", "--mentions", "--format", format, "--index", self.index_folder)
        path = self.folder / f"export.{format}"
        path.write_text(ended.out, encoding="utf-8")
        return path, ended

    def verify(self, expected, path, *options):
        return self.command(expected, "verify", path, "--format", "json", "--index", self.index_folder, *options).json()

    def test_lines_of_json_begin_with_the_query_and_end_with_a_digest(self):
        _, ended = self.export("ndjson")
        head, *rows, end = [json.loads(line) for line in ended.out.splitlines()]
        self.assertEqual(head, {"export": "mentions", "query": "quorneedle", "expand": True})
        self.assertEqual(len(rows), 1)
        self.assertIn("quorneedle found", rows[0]["text"])
        self.assertEqual(end["mentions"], 1)
        self.assertIn(end["digest"], self.export("csv")[1].err)

    def test_verify_tells_what_came_and_went(self):
        exports = [(self.export("ndjson")[0], ()), (self.export("csv")[0], ("--query", "quorneedle"))]
        for path, options in exports:
            self.assertTrue(self.verify(program.FOUND, path, *options)["same"])
        self.write("minutes.txt", 1, "lost")
        self.write("later.txt", 2, "again")
        self.index()
        for path, options in exports:
            verdict = self.verify(program.NOTHING, path, *options)
            for kind, word in (("added", "again"), ("changed", "lost")):
                self.assertEqual(len(verdict[kind]), 1)
                self.assertIn(f"quorneedle {word}", verdict[kind][0].get("after", verdict[kind][0])["text"])
            self.assertEqual(verdict["removed"], [])

    def test_what_cannot_be_verified_is_refused(self):
        path, _ = self.export("ndjson")
        place = ("--index", self.index_folder)
        cut = self.folder / "cut.ndjson"
        cut.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:-1]), encoding="utf-8")
        self.assertIn("cut off", self.command(program.UNREADABLE, "verify", cut, *place).err)
        self.assertIn("--query", self.command(program.USAGE, "verify", self.export("csv")[0], *place).err)
        self.assertIn("--query", self.command(program.USAGE, "verify", path, "--query", "other", *place).err)
        self.assertIn("is a folder", self.command(program.UNREADABLE, "verify", self.folder, *place).err)
        self.assertIn("--mentions", self.command(program.USAGE, "search", "quorneedle", "--format", "ndjson", *place).err)
        for rest in (("--cursor", "1-0-0-0"), ("--limit", "1")):
            refused = self.command(program.USAGE, "search", "quorneedle", "--mentions", "--format", "ndjson", *rest, *place)
            self.assertIn("--cursor", refused.err)

    def test_rows_behind_a_cursor_are_the_rest_in_csv_too(self):
        self.write("later.txt", 2, "again")
        self.index()
        first = self.search("quorneedle", "--mentions", "--limit", "1")
        rest = self.command(program.FOUND, "search", "quorneedle", "--mentions", "--format", "csv", "--cursor", first["next"],
                            "--index", self.index_folder)
        rows = list(csv.DictReader(io.StringIO(rest.out)))
        self.assertEqual(len(rows), 1)
        self.assertNotEqual(rows[0]["mention_id"], first["results"][0]["mention"])


if __name__ == "__main__":
    unittest.main()
