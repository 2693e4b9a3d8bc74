"""Queries and options that cannot be honoured are refused in one line, with exit code 2; none is dropped, none crashes."""

import os
import random
import subprocess
import unittest

import program
import query_fuzz
from invented_papers import own_word, write_papers
from program import CORPUS, NOTHING, ProgramCase, run

BAD_QUERIES = {
    "unclosed quote": '"school transport',
    "unclosed parenthesis": "(school OR transport",
    "closing parenthesis alone": "school) transport",
    "nothing in parentheses": "school ()",
    "operator without words": "OR",
    "OR at the end": "school OR",
    "NOT at the end": "school NOT",
    "NEAR too far": "school NEAR/100000 transport",
    "NEAR without a number": "school NEAR/x transport",
    "unknown field": "colour:red school",
    "field without value": "council:",
    "no such day": "date:2023-02-31",
    "no such month": "since:2020-13",
    "no date at all": "since:whenever",
    "range backwards": "date:2023..2020",
    "unknown kind": "kind:novel",
    "unknown council": "council:Atlantis school",
    "unknown topic": "topic:no-such-topic",
    "wildcard without letters": "*",
    "short wildcard": "a*",
    "only punctuation": "?!",
    "too many words": "report " * 1300,
    "too many bytes": "x" * 10_001,
    "10,000 words": " ".join(f"word{number}" for number in range(10_000)),
    "too deep": "(" * 400 + "report" + ")" * 400,
    "invalid UTF-8": b"school \xff\xfe transport",
    "half a character": "caf\u00e9".encode()[:-1],
    "overlong": b"\xc0\xafschool",
    "surrogate": b"\xed\xa0\x80 school",
}

BAD_OPTIONS = (["--limit", "-1"], ["--limit", "many"], ["--sort", "colour"], ["--group", "shelf"], ["--facet", "no-such-facet"],
               ["--facet", "council:x"], ["--cursor", "nonsense"], ["--format", "html"], ["--count", "words"], ["--no-such-option"],
               ["--limit"], ["--lim", "3"])


class IndexedCase(ProgramCase):
    """One small index for all tests of a class."""

    @classmethod
    def setUpClass(cls):
        cls.shared = cls()
        cls.shared.setUp()
        cls.addClassCleanup(cls.shared.doCleanups)
        write_papers(cls.shared.papers, range(12))
        cls.shared.index("--councils", CORPUS / "councils.tsv")
        cls.shared_index = cls.shared.index_folder

    def runTest(self):
        """Makes the class usable as the owner of the shared index."""

    def setUp(self):
        super().setUp()
        if self is not type(self).shared:
            self.index_folder = self.shared_index

    def assert_refused(self, ended):
        self.assertEqual(ended.code, program.USAGE, ended)
        self.assertEqual(ended.raw, b"", ended)
        lines = ended.err.splitlines()
        self.assertTrue(lines and lines[0].startswith("minutebook: "), ended)
        self.assertGreater(len(lines[0]), len("minutebook: ") + 8, ended)
        # The second line, if there is one, is the hint.
        self.assertTrue(len(lines) == 1 or (len(lines) == 2 and lines[1].startswith("  ")), ended)
        self.assertLess(len(ended.err), 1000, "user text must be cut in messages")


class BadQueries(IndexedCase):
    def test_bad_queries_are_refused(self):
        for name, query in BAD_QUERIES.items():
            with self.subTest(name):
                self.assert_refused(run("search", "--index", self.index_folder, "--", query))

    def test_the_place_is_named(self):
        for query, place in (('school "transport', 8), ("school colour:red", 8), ("café colour:red", 6)):
            with self.subTest(query):
                self.assertIn(f"character {place} of the query", run("search", "--index", self.index_folder, query).err)

    def test_bad_options_are_refused(self):
        for options in BAD_OPTIONS:
            with self.subTest(options):
                self.assert_refused(run("search", "--index", self.index_folder, "report", *options))

    def test_bad_commands_are_refused(self):
        for arguments in ([], ["no-such-command"], ["search"], ["show", "--index", self.index_folder], ["index"], ["inspect"], ["remove"],
                          ["status", "extra"], ["check", "--no-such-option"], ["index", "--jobs", "0", self.papers],
                          ["index", "--jobs", "x", self.papers], ["index", ""], ["inspect", ""], ["index", "--index", "", self.papers],
                          ["status", "--index", ""], ["search", "--sort", "", "x"], ["watch", "list", "a"], ["watch", "run", "--all"],
                          ["watch", "add", "a", "x", "--peek"], ["watch", "list", "--no-expand"]):
            with self.subTest(arguments):
                self.assert_refused(run(*arguments, env=dict(os.environ, MINUTEBOOK_INDEX=str(self.index_folder))))

    def test_an_id_that_nothing_has_finds_nothing(self):
        for command in ("show", "similar"):
            ended = run(command, "--index", self.index_folder, "no-such-id", "--format", "json")
            self.assertEqual((ended.code, ended.out), (NOTHING, ""))
            self.assertIn('no item or paper has the id "no-such-id"', ended.err)

    def test_a_query_that_looks_like_an_option_is_told_how(self):
        for query in ("-waste", "-waste recycling"):
            self.assertIn("search [options] -- -", run("search", query, "--index", self.index_folder).err)
        self.assertIn("--help", run("search", "--waste", "--index", self.index_folder).err)

    def test_help_fits_a_terminal(self):
        for line in run("--help").out.split("commands:\n")[1].split("\n\n")[0].splitlines():
            name = line.split()[0]
            told = run(name, "--help")
            self.assertEqual(told.code, program.FOUND)
            self.assertEqual(run("help", name).out, told.out)
            with self.subTest(name):
                self.assertIn(f"for example:\n  minutebook {name} ", told.out)
                self.assertEqual([one for one in told.out.splitlines()[2:] if len(one) > 80 or one != one.rstrip()], [])

    def test_odd_but_good_queries_are_answered(self):
        """What looks like an option or an operator, in other scripts, and with any kind of quote."""
        for query in (f"{own_word(3)} -nothingofthekind", f"“{own_word(3)}”", own_word(3).upper(), f"({own_word(3)})",
                      f"{own_word(3)} OR 学校 OR école", f"«{own_word(3)}» OR {own_word(3)}", f"={own_word(3)}", f"{own_word(3)}, ?"):
            with self.subTest(query):
                self.assertEqual(self.search(query, "--strict")["totals"]["items"], 1)
        self.assertEqual(self.search("x" * 9000, "--strict")["totals"]["items"], 0)

    def test_a_query_without_words_is_about_everything(self):
        everything = self.status()["items"]
        for query in ("", "  \t ", "since:2001"):
            self.assertEqual(self.search(query)["totals"]["items"], everything)
        own = self.search(own_word(3), "--strict")["totals"]["items"]
        self.assertEqual(self.search(f"-{own_word(3)}")["totals"]["items"], everything - own)

    def test_words_at_the_limit_are_answered(self):
        self.assertEqual(self.search(" OR ".join([own_word(3)] * 250))["totals"]["items"], 1)

    def test_random_queries_are_answered_or_refused(self):
        query_fuzz.ask(self, random.Random(20240601), seconds=12)


class ExitCodes(IndexedCase):
    def test_found_and_nothing_found(self):
        place = ["--index", self.index_folder]
        self.command(program.FOUND, "search", *place, own_word(3))
        # Tier `some` is no answer: it does not count.
        ended = self.command(program.NOTHING, "search", *place, "report quornowhere")
        self.assertIn("quornowhere", ended.out)
        self.command(program.NOTHING, "search", *place, "quornowhere", "--format", "json")
        self.command(program.NOTHING, "search", *place, "quornowhere", "--format", "csv")

    def test_no_index(self):
        for command in (["search", "report"], ["show", "x"], ["status"], ["coverage"], ["check"]):
            ended = self.command(program.UNREADABLE, *command, "--index", self.folder / "nowhere")
            self.assertIn("nowhere", ended.err)
        self.command(program.UNREADABLE, "inspect", self.folder / "nowhere.txt")

    def test_default_folder(self):
        environment = dict(os.environ, XDG_DATA_HOME=str(self.folder))
        environment.pop("MINUTEBOOK_INDEX", None)
        write_papers(self.papers, [1])
        self.command(program.FOUND, "index", self.papers, env=environment)
        self.assertTrue((self.folder / "minutebook" / "CURRENT").exists())
        self.command(program.FOUND, "search", own_word(1), env=environment)
        environment["MINUTEBOOK_INDEX"] = str(self.index_folder)
        self.command(program.FOUND, "search", own_word(3), env=environment)

    def test_help(self):
        self.assertIn("search QUERY", self.command(program.FOUND, "--help").out)
        for command in ("index", "inspect", "search", "show", "status", "coverage", "check", "remove"):
            ended = self.command(program.FOUND, command, "--help")
            self.assertIn("--format", ended.out)
            self.assertEqual(ended.err, "")
        self.assertRegex(self.command(program.FOUND, "--version").out, r"^minutebook \d+\.\d+\.\d+\n$")

    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "wb") as full:
            ended = run("search", "--index", self.index_folder, "report", stdout=full)
        self.assertEqual(ended.code, program.UNREADABLE)
        self.assertIn("could not be written", ended.err)

    def test_a_reader_that_goes_away(self):
        """`minutebook search … | head -1` ends without a word."""
        search = subprocess.Popen([program.BINARY, "search", "--index", self.index_folder, "report", "--all", "--format", "json"],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        search.stdout.close()
        self.assertEqual(search.stderr.read(), b"")
        search.stderr.close()
        search.wait(60)


if __name__ == "__main__":
    unittest.main()
