"""House limits: lengths of files, and what must not stand in them."""

import re
import unittest
import unittest.mock

import forbidden
import sources

LONGEST = {".cc": 300, ".h": 150}
# Tables of data and the texts of licences are as long as they are.
DATA = (".tsv", ".xml", ".inc", ".json")
# Text of councils' papers, invented: it may speak of anything.
PAPERS = ("corpus/", "tests/golden/")
# The one place that looks beside the checkout.
LOOKS_OUTSIDE = {".ci/run"}
SWITCHES_OVER_NUMBERS = {"indexer/extract/extract_text.cc", "server/catalogue.cc", "server/html.cc", "server/problem.cc"}


def texts():
    """(name, text) of every text file of the project."""
    for path in sources.all_files():
        data = path.read_bytes()
        if b"\0" not in data:
            yield sources.name_of(path), data.decode("utf-8")


def complaints(find, keep):
    """Names of files and what `find` found in them, for the files for which `keep` holds."""
    return [f"{name}: {found}" for name, text in texts() if keep(name) for found in find(text)]


def is_paper(name):
    return name.startswith(PAPERS) and name.endswith((".txt", ".md")) and name != "corpus/README.md"


class Rules(unittest.TestCase):
    """The searches themselves, on texts that they must find."""

    def test_markers(self):
        self.assertTrue(forbidden.markers("// TO" "DO: later"))
        self.assertFalse(forbidden.markers("mastodon, minutebook-XXXXXX"))

    def test_empty_handlers(self):
        for text in ("try { f(); } catch (...) {}", "catch (const Error& error) {\n}", "catch (...) {\n  // never mind\n}",
                     "catch (...) { ; }"):
            self.assertTrue(forbidden.empty_handlers(text), text)
        self.assertFalse(forbidden.empty_handlers("catch (...) {\n  // before it goes on\n  stop();\n  throw;\n}"))

    def test_paths(self):
        self.assertTrue(forbidden.machine_paths('open("/wor' 'k/main/x")'))
        self.assertTrue(forbidden.outside_paths("cat .." "/shared/papers"))
        self.assertFalse(forbidden.machine_paths("network/tmpfs, ${x}/tmp/y, shards/3-1/work/0"))

    def test_tickets(self):
        for text in (f"see issue #{12}", f"fixes {12}", f"(#{7})"):
            self.assertTrue(forbidden.tickets(text), text)
        self.assertFalse(forbidden.tickets("see item #3 of the agenda, and (3)"))

    def test_words(self):
        with unittest.mock.patch.object(forbidden, "WORDS", {forbidden.digest("blue moon"), forbidden.digest("XY")}):
            self.assertEqual(forbidden.unfitting_words("once in a Blue-Moon: XY, not xy"), ["XY", "blue moon"])
            self.assertEqual(forbidden.unfitting_words("the moon was blue, said Xy"), [])


class Limits(unittest.TestCase):
    def test_lengths(self):
        lines = {name: sources.read(name).count("\n") for name in sources.code_files()}
        self.assertGreater(len(lines), 100)
        long = [f"{name}: {count} lines" for name, count in lines.items() if count > LONGEST["." + name.rsplit(".", 1)[1]]]
        self.assertEqual(long, [])

    def test_headers_say_what_they_are_for(self):
        """Two to five comment lines, then #pragma once."""
        for name in sources.code_files(".h"):
            lines = sources.read(name).splitlines()
            comment = next(number for number, line in enumerate(lines) if not line.startswith("//"))
            with self.subTest(name):
                self.assertTrue(2 <= comment <= 5, f"{comment} comment lines")
                self.assertEqual(lines[comment], "#pragma once")

    def test_nothing_is_left_for_later(self):
        self.assertEqual(complaints(forbidden.markers, lambda name: not is_paper(name)), [])

    def test_no_error_is_swallowed(self):
        self.assertEqual(complaints(forbidden.empty_handlers, lambda name: name.endswith((".cc", ".h"))), [])

    def test_no_default_hides_a_missing_case(self):
        """A new value of an enum must make the compiler complain. Switches over characters and numbers need a default."""
        found = [name for name in sources.code_files() if re.search(r"(?m)^\s*default:", sources.read(name))]
        self.assertEqual([name for name in found if name not in SWITCHES_OVER_NUMBERS], [])

    def test_no_path_of_one_machine(self):
        code = complaints(lambda text: forbidden.machine_paths(forbidden.without_comments(text)),
                          lambda name: not name.startswith("tests/") and not is_paper(name))
        self.assertEqual(code, [])

    def test_nothing_looks_outside(self):
        self.assertEqual(complaints(forbidden.outside_paths, lambda name: name not in LOOKS_OUTSIDE), [])

    def test_nothing_but_the_project_is_spoken_of(self):
        self.assertEqual(complaints(forbidden.tickets, lambda name: not is_paper(name) and not name.endswith(DATA)), [])
        self.assertEqual(complaints(forbidden.unfitting_words, lambda name: not is_paper(name) and not name.endswith(DATA)), [])


if __name__ == "__main__":
    unittest.main()
