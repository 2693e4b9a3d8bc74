"""Indexing again: what is unchanged is left alone, what changed is replaced, what went goes, what was removed stays out."""

import json
import os
import shutil
import unittest

import program
from invented_papers import minutes, own_word, write_papers
from program import CORPUS, ProgramCase


def state_of(folder):
    """Every file below a folder with what would tell that it was written again."""
    state = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            status = os.stat(path)
            # Each run that takes the lock writes its process into it.
            state[os.path.relpath(path, folder)] = None if name == "lock" else (status.st_ino, status.st_mtime_ns, status.st_size)
    return state


class Unchanged(ProgramCase):
    def test_a_second_run_writes_nothing(self):
        write_papers(self.papers, range(60))
        first = self.index()
        before = state_of(self.index_folder)
        again = self.index()
        self.assertEqual((again["unchanged"], again["added"], again["changed"]), (60, 0, 0))
        self.assertEqual(again["revision"], first["revision"])
        self.assertEqual(state_of(self.index_folder), before)

    def test_a_touched_source_is_unchanged(self):
        paths = write_papers(self.papers, range(3))
        first = self.index()
        os.utime(paths[1], (1, 1))
        self.assertEqual(self.index()["revision"], first["revision"])

    def test_a_part_of_the_folder_leaves_the_rest_alone(self):
        write_papers(self.papers / "a", range(3))
        write_papers(self.papers / "b", range(3, 6))
        self.index()
        report = self.index("--prune", paths=[self.papers / "a"])
        self.assertEqual((report["sources"], report["pruned"], report["papers"]), (3, 0, 6))
        self.assertEqual(self.sources_with(own_word(4)), ["paper-0004.txt"])


class Changed(ProgramCase):
    def test_a_changed_source_replaces_its_text(self):
        paths = write_papers(self.papers, range(5), "quorbefore")
        self.index()
        paths[2].write_text(minutes(2, "quorafter"))
        report = self.index()
        self.assertEqual((report["changed"], report["unchanged"], report["papers"]), (1, 4, 5))
        self.assertEqual(len(self.sources_with("quorbefore")), 4)
        self.assertEqual(self.sources_with("quorafter"), ["paper-0002.txt"])
        self.assertEqual(self.sources_with(own_word(2)), ["paper-0002.txt"])
        self.assertEqual(self.search("quorafter OR quorbefore")["totals"]["papers"], 5)
        self.assertNotIn(f"{own_word(2)} quorbefore", self.dump())
        self.assert_sound()

    def test_a_source_that_lost_its_text_is_no_longer_found(self):
        paths = write_papers(self.papers, range(3))
        self.index()
        paths[1].write_bytes(b"")
        self.assertEqual(self.index()["empty"], 1)
        self.assertEqual(self.sources_with(own_word(1)), [])
        self.assertNotIn(own_word(1), self.dump())

    def test_vanished_sources_stay_until_they_are_pruned(self):
        paths = write_papers(self.papers, range(5))
        self.index()
        paths[3].unlink()
        report = self.index()
        self.assertEqual((report["gone"], report["pruned"]), (1, 0))
        self.assertEqual(self.sources_with(own_word(3)), ["paper-0003.txt"])
        report = self.index("--prune")
        self.assertEqual((report["gone"], report["pruned"], report["papers"]), (0, 1, 4))
        self.assertEqual(self.sources_with(own_word(3)), [])
        self.assertNotIn(own_word(3), self.dump())
        self.assert_sound()

    def test_an_emptied_folder_can_be_pruned(self):
        paths = write_papers(self.papers, range(3))
        self.index()
        for path in paths:
            path.unlink()
        self.assertEqual(self.index("--prune")["items"], 0)
        self.assertEqual(self.search("council")["totals"]["items"], 0)
        self.assert_sound()
        write_papers(self.papers, [9])
        self.index()
        self.assertEqual(self.sources_with(own_word(9)), ["paper-0009.txt"])


class Duplicates(ProgramCase):
    def setUp(self):
        super().setUp()
        original = write_papers(self.papers, range(3))[1]
        shutil.copy(original, self.papers / "zz-copy.txt")

    def test_a_copy_is_counted_once_and_named(self):
        self.assertEqual(self.index()["duplicates"], 1)
        answer = self.search(own_word(1))
        self.assertEqual((answer["totals"]["items"], answer["totals"]["papers"]), (1, 1))
        paper = answer["results"][0]["paper"]
        self.assertTrue(paper["source"].endswith("paper-0001.txt"))
        self.assertEqual([os.path.basename(copy) for copy in paper["copies"]], ["zz-copy.txt"])

    def test_a_copy_takes_the_place_of_its_original(self):
        self.index()
        (self.papers / "paper-0001.txt").unlink()
        self.index("--prune")
        self.assertEqual(self.sources_with(own_word(1)), ["zz-copy.txt"])
        self.assertEqual(self.coverage()["not_read"], [])


class Removed(ProgramCase):
    def setUp(self):
        super().setUp()
        self.paths = write_papers(self.papers, range(5))
        write_papers(self.papers / "below", range(5, 8))
        self.index()

    def remove(self, *what, code=program.FOUND):
        return self.command(code, "remove", "--index", self.index_folder, "--format", "json", *what)

    def test_a_removed_source_stays_out_until_it_is_restored(self):
        self.remove(self.paths[2])
        self.assertEqual(self.sources_with(own_word(2)), [])
        self.assertNotIn(own_word(2), self.dump())
        self.paths[2].write_text(minutes(2, "quoredited"))
        self.assertEqual(self.index()["withdrawn"], 1)
        self.assertEqual(self.sources_with(own_word(2)), [])
        self.remove("--restore", self.paths[2])
        self.index()
        self.assertEqual(self.sources_with("quoredited"), ["paper-0002.txt"])
        self.assert_sound()

    def test_a_removed_paper_stays_out_until_it_is_restored(self):
        paper = self.search(own_word(3))["results"][0]["paper"]["id"]
        self.remove(paper)
        self.assertEqual(self.sources_with(own_word(3)), [])
        self.paths[3].write_text(minutes(3, "quoredited"))
        self.index()
        self.assertEqual(self.sources_with(own_word(3)), [])
        self.assertIn(paper, self.coverage()["withdrawn"])
        self.remove("--restore", paper)
        self.index()
        self.assertEqual(self.sources_with("quoredited"), ["paper-0003.txt"])

    def test_a_removed_folder_keeps_out_what_is_put_into_it(self):
        self.remove(self.papers / "below")
        write_papers(self.papers / "below", [20])
        self.index()
        for number in (5, 6, 7, 20):
            self.assertEqual(self.sources_with(own_word(number)), [])
        self.assertEqual(self.sources_with(own_word(0)), ["paper-0000.txt"])

    def test_what_is_not_there_cannot_be_removed(self):
        ended = self.remove("no-such-id", code=program.NOTHING)
        self.assertIn("no-such-id", ended.err)
        self.remove("no-such-id", self.paths[0], code=program.PARTLY)
        self.assertEqual(self.sources_with(own_word(0)), [])


class Stated(ProgramCase):
    """What a manifest states wins over the paper's own words."""

    def setUp(self):
        super().setUp()
        write_papers(self.papers, range(3))
        self.manifest = self.folder / "manifest.tsv"

    def state(self, **cells):
        columns = ["path", *cells]
        self.manifest.write_text("\t".join(columns) + "\n" + "\t".join(["papers/paper-0001.txt", *cells.values()]) + "\n")

    def index_stated(self, code=program.FOUND):
        return self.command(code, "index", "--index", self.index_folder, "--format", "json", "--manifest", self.manifest,
                            "--councils", CORPUS / "councils.tsv", self.papers)

    def test_the_manifest_wins(self):
        self.state(council="ZZB", committee="Harbour Board", date="2011-02-03", kind="report", url="https://tarrowshire.example/x")
        self.index_stated()
        answer = self.search(own_word(1))
        result = answer["results"][0]
        self.assertEqual((result["council"], result["committee"], result["date"]), ("ZZB", "Harbour Board", "2011-02-03"))
        self.assertEqual((result["paper"]["kind"], result["paper"]["url"]), ("report", "https://tarrowshire.example/x"))
        self.assertEqual(self.search(f"{own_word(1)} before:2012 council:Tarrowshire kind:report")["totals"]["items"], 1)
        other = self.search(own_word(0))["results"][0]
        self.assertEqual((other["council"], other["paper"]["kind"]), ("ZZA", "minutes"))

    def test_a_changed_statement_is_taken_over(self):
        self.state(date="2011-02-03")
        self.index_stated()
        self.state(date="2012-03-04")
        report = json.loads(self.index_stated().out)
        self.assertEqual((report["changed"], report["unchanged"]), (1, 2))
        self.assertEqual(self.search(own_word(1))["results"][0]["date"], "2012-03-04")

    def test_what_is_stated_to_be_exempt_is_not_indexed(self):
        self.state(exempt="yes")
        self.assertEqual(json.loads(self.index_stated().out)["exempt"], 1)
        self.assertEqual(self.sources_with(own_word(1)), [])
        self.assertNotIn(own_word(1), self.dump())
        self.assertEqual(self.search("report")["coverage"]["not_searched"], 1)

    def test_a_wrong_manifest_is_refused_with_its_line(self):
        for cells in ({"date": "2011-02-31"}, {"kind": "novel"}, {"council": "Atlantis"}, {"colour": "red"}):
            with self.subTest(cells):
                self.state(**cells)
                self.assertRegex(self.index_stated(program.USAGE).err, r"manifest\.tsv(?: line [12])?")
        self.command(program.UNREADABLE, "status", "--index", self.index_folder)
        self.manifest.unlink()
        self.index_stated(program.UNREADABLE)


if __name__ == "__main__":
    unittest.main()
