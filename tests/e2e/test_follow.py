"""Following a subject: citations and feeds of an answer, what is like an item or a draft, watches and their news."""

import csv
import io
import json
import re
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor

import program
from invented_papers import minutes
from program import BINARY, ProgramCase, run

ATOM = "{http://www.w3.org/2005/Atom}"


class FollowCase(ProgramCase):
    def setUp(self):
        super().setUp()
        for number in range(1, 9):
            self.write(f"minutes-{number}.txt", number, "quorneedle")
        self.index()

    def write(self, name, number, *words):
        (self.papers / name).write_text(minutes(number, *words), encoding="utf-8")

    def ask(self, code, *arguments):
        return self.command(code, *arguments, "--index", self.index_folder)


class Citations(FollowCase):
    def test_an_item_is_cited_the_same_everywhere(self):
        row = self.search("quorneedle")["results"][0]
        line = row["citation"]
        self.assertRegex(line, r"^[A-Z].*, Minutes, \d+ [A-Z][a-z]+ 20\d\d, minute 2 ‘.*’\.$")
        self.assertEqual(self.ask(program.FOUND, "show", row["id"], "--cite").out, line + "\n")
        text = " ".join(self.ask(program.FOUND, "search", "quorneedle", "--cite").out.split())
        self.assertIn("cite: " + line, text)
        self.assertEqual(self.ask(program.FOUND, "show", row["id"], "--format", "json").json()["citation"], line)

    def test_reference_managers_get_every_item_or_paper(self):
        answer = self.search("scrutiny OR report", "--all")
        for options, expected in (((), {row["id"] for row in answer["results"]}),
                                  (("--group", "paper"), {row["paper"]["id"] for row in answer["results"]})):
            ris = self.ask(program.FOUND, "search", "scrutiny OR report", "--format", "ris", *options).raw.decode()
            self.assertEqual(set(re.findall(r"^ID  - (.*)\r$", ris, re.M)), expected)
            self.assertEqual(ris.count("TY  - "), ris.count("ER  - \r\n"))
            bibtex = self.ask(program.FOUND, "search", "scrutiny OR report", "--format", "bibtex", *options).out
            self.assertEqual({key.replace(":", "~") for key in re.findall(r"^@misc\{minutebook:(.*),$", bibtex, re.M)}, expected)
            self.assertEqual(bibtex.count("{"), bibtex.count("}"))

    def test_what_has_no_entries_is_refused(self):
        for form in ("ris", "bibtex", "atom"):
            for option in (("--mentions",), ("--group", "meeting")):
                refused = self.ask(program.USAGE, "search", "quorneedle", "--format", form, *option)
                self.assertIn("an entry for each item or paper", refused.err)

    def test_a_feed_is_newest_first_and_stable(self):
        first = self.ask(program.FOUND, "search", "quorneedle", "--format", "atom").raw
        feed = ElementTree.fromstring(first)
        updated = [entry.findtext(ATOM + "updated") for entry in feed.iter(ATOM + "entry")]
        self.assertEqual(len(updated), 8)
        self.assertEqual(updated, sorted(updated, reverse=True))
        self.assertEqual(feed.findtext(ATOM + "updated"), updated[0])
        for entry in feed.iter(ATOM + "entry"):
            for name in ("id", "title", "summary", "author"):
                self.assertIsNotNone(entry.find(ATOM + name))
        self.index(index=self.folder / "again")
        self.index_folder = self.folder / "again"
        self.assertEqual(self.ask(program.FOUND, "search", "quorneedle", "--format", "atom").raw, first)

    def test_exports_have_as_many_rows_as_there_are_mentions(self):
        for query in ("quorneedle", "report", "officers OR members"):
            counted = self.search(query, "--count", "mentions")["totals"]["mentions"]
            table = self.ask(program.FOUND, "search", query, "--mentions", "--all", "--format", "csv").out
            rows = list(csv.DictReader(io.StringIO(table, newline="")))
            self.assertEqual(len(rows), counted)
            self.assertEqual(len({row["mention_id"] for row in rows}), counted)
            lines = self.ask(program.FOUND, "search", query, "--mentions", "--format", "ndjson").out.splitlines()
            self.assertEqual(len(lines) - 2, counted)
            self.assertEqual({json.loads(line)["mention"] for line in lines[1:-1]}, {row["mention_id"] for row in rows})

    def test_the_timeline_is_a_table_too(self):
        counts = self.ask(program.FOUND, "timeline", "quorneedle", "--format", "json").json()
        table = self.ask(program.FOUND, "timeline", "quorneedle", "--format", "csv").out
        rows = list(csv.DictReader(io.StringIO(table, newline="")))
        self.assertEqual(sum(int(row["mentions"]) for row in rows), counts["total"]["mentions"])
        self.assertEqual(len(rows), len(counts["councils"]) * len(counts["periods"]))
        self.assertEqual(sum(int(row["searched"]) for row in rows), counts["total"]["searched"])


class SimilarTo(FollowCase):
    def test_an_item_a_paper_and_a_draft(self):
        row = self.search("quorneedle")["results"][0]
        draft = self.folder / "draft.md"
        draft.write_text("# Scope of a review\n\nHow school transport compared with other districts, and whether flood "
                         "defences and parking charges were noted.\n", encoding="utf-8")
        for what in (row["id"], row["paper"]["id"], draft):
            answer = self.ask(program.FOUND, "similar", what, "--format", "json").json()
            self.assertTrue(answer["results"])
            papers = [one["paper"]["id"] for one in answer["results"]]
            self.assertEqual(len(papers), len(set(papers)))
            self.assertNotIn(row["paper"]["id"] if what != draft else None, papers)
            likeness = [one["similarity"] for one in answer["results"]]
            self.assertEqual(likeness, sorted(likeness, reverse=True))
            self.assertTrue(all(len(one["shared"]) >= 2 and one["passage"]["text"] for one in answer["results"]))
        text = self.ask(program.FOUND, "similar", draft).out
        self.assertIn("like: " + str(draft)[:20], text)
        self.assertIn("in common:", text)

    def test_what_cannot_be_compared(self):
        nothing = self.folder / "nothing.txt"
        nothing.write_text("zebras gallop\n", encoding="utf-8")
        self.assertIn("nothing to compare", self.ask(program.NOTHING, "similar", nothing).out)
        broken = self.folder / "broken.pdf"
        broken.write_bytes(b"%PDF-1.4 nothing")
        self.ask(program.UNREADABLE, "similar", broken)
        self.ask(program.UNREADABLE, "similar", self.folder / "not-there.docx")
        self.assertIn("no item or paper has the id", self.ask(program.NOTHING, "similar", "nosuchid").err)
        self.ask(program.USAGE, "similar", "nosuchid", "--limit", "0")


class Watches(FollowCase):
    def watch(self, code, *arguments):
        return self.command(code, "watch", *arguments, "--format", "json", "--index", self.index_folder).json()

    def test_news_is_told_once(self):
        self.watch(program.FOUND, "add", "needles", "quorneedle")
        self.assertEqual(self.watch(program.NOTHING, "run")["watches"][0]["new"], [])
        self.write("minutes-20.txt", 20, "quorneedle")
        self.index()
        for options, code in ((("--peek",), program.FOUND), (("--peek",), program.FOUND), ((), program.FOUND)):
            report = self.watch(code, "run", "needles", *options)["watches"][0]
            self.assertEqual([row["paper"]["source"].rsplit("/", 1)[1] for row in report["new"]], ["minutes-20.txt"])
            self.assertIn("quorneedle", report["new"][0]["mentions"][0]["text"])
            self.assertIn("Minutes", report["new"][0]["mentions"][0]["citation"])
        self.watch(program.NOTHING, "run")
        # The same words again, in another file or in a new index with the state of the old one, are no news.
        (self.papers / "copy.txt").write_bytes((self.papers / "minutes-20.txt").read_bytes())
        self.index()
        self.watch(program.NOTHING, "run")
        self.write("minutes-20.txt", 20, "quorneedle", "twice")
        (self.papers / "copy.txt").unlink()
        self.index("--prune")
        report = self.watch(program.FOUND, "run")["watches"][0]
        self.assertEqual((len(report["new"]), len(report["changed"])), (0, 1))

    def test_everything_can_be_reported_at_first(self):
        self.watch(program.FOUND, "add", "needles", "quorneedle", "--all")
        feed = ElementTree.fromstring(self.ask(program.FOUND, "watch", "run", "--format", "atom").raw)
        self.assertEqual(len(feed.findall(ATOM + "entry")), 8)
        empty = ElementTree.fromstring(self.ask(program.NOTHING, "watch", "run", "--format", "atom").raw)
        self.assertEqual(empty.findall(ATOM + "entry"), [])

    def test_what_is_not_written_is_not_told(self):
        self.watch(program.FOUND, "add", "needles", "quorneedle", "--all")
        with open("/dev/full", "wb") as full:
            self.ask_full(full)
        self.assertEqual(len(self.watch(program.FOUND, "run")["watches"][0]["new"]), 8)

    def ask_full(self, full):
        ended = run("watch", "run", "--index", self.index_folder, stdout=full)
        self.assertEqual(ended.code, program.UNREADABLE, ended)

    def test_runs_at_once_tell_it_once(self):
        self.watch(program.FOUND, "add", "needles", "quorneedle", "--all")
        command = [BINARY, "watch", "run", "--format", "json", "--index", self.index_folder]
        with ThreadPoolExecutor(4) as pool:
            runs = list(pool.map(lambda _: subprocess.run(command, capture_output=True, check=False, timeout=120), range(4)))
        self.assertEqual(sorted(one.returncode for one in runs), [program.FOUND] + 3 * [program.NOTHING])

    def test_list_remove_and_refusals(self):
        self.assertEqual(self.watch(program.FOUND, "list"), {"watches": []})
        self.assertIn("no watches", self.ask(program.USAGE, "watch", "run").err)
        self.watch(program.FOUND, "add", "b", "quorneedle", "since 2015")
        self.watch(program.FOUND, "add", "a", "report")
        self.assertEqual([(one["name"], one["query"]) for one in self.watch(program.FOUND, "list")["watches"]],
                         [("a", "report"), ("b", "quorneedle since 2015")])
        self.assertIn("already", self.ask(program.USAGE, "watch", "add", "a", "other").err)
        self.assertIn("cannot be the name", self.ask(program.USAGE, "watch", "add", "../a", "other").err)
        self.assertIn("field", self.ask(program.USAGE, "watch", "add", "c", "nofield:x").err)
        self.assertIn("takes: add", self.ask(program.USAGE, "watch", "forget", "a").err)
        self.assertIn("there is no watch", self.ask(program.USAGE, "watch", "run", "c").err)
        self.watch(program.FOUND, "remove", "a", "b")
        self.assertEqual(self.watch(program.FOUND, "list"), {"watches": []})
        self.assertIn("there is no watch", self.ask(program.USAGE, "watch", "remove", "a").err)

    def test_a_damaged_watch_does_not_stop_the_others(self):
        self.watch(program.FOUND, "add", "good", "quorneedle", "--all")
        (self.index_folder / "watches" / "bad.json").write_text("{")
        ended = self.ask(program.UNREADABLE, "watch", "run")
        self.assertIn("bad", ended.err)
        self.assertIn("8 new", ended.out)

    def test_no_folder_is_made_where_no_index_is(self):
        nowhere = self.folder / "nowhere"
        for arguments in (("run",), ("list",), ("add", "a", "b"), ("remove", "a")):
            self.command(program.UNREADABLE, "watch", *arguments, "--index", nowhere)
        self.assertFalse(nowhere.exists())


if __name__ == "__main__":
    unittest.main()
