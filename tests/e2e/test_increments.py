"""An update costs what changed, not what exists; and an index grown by updates answers like one made at once."""

import json
import os
import shutil
import unittest

from invented_papers import minutes, own_word, write_papers
from program import CORPUS, ProgramCase

QUERIES = ("report", "school transport", "cases closed", "food waste since:2017", '"be noted"', "in:resolution library",
           "transpo* OR librar*", "officers NEAR/5 cases", "reviewed flood defences council:Kestermere", "has anyone reviewed parking charges before")
FACETS = ("council", "committee", "kind", "calendar-year", "topic")


def sizes(folder):
    return {os.path.join(place, name): os.path.getsize(os.path.join(place, name))
            for place, _, names in os.walk(folder) for name in names}


class CouncilsCase(ProgramCase):
    """All runs know the invented councils."""

    def index(self, *options, **how):
        return super().index("--councils", CORPUS / "councils.tsv", *options, **how)


class Increments(CouncilsCase):
    def test_one_paper_adds_a_small_shard(self):
        write_papers(self.papers, range(400))
        self.index()
        before = sizes(self.index_folder)
        shards = set(os.listdir(self.index_folder / "shards"))
        write_papers(self.papers, [400])
        report = self.index()
        self.assertEqual((report["added"], report["unchanged"]), (1, 400))
        after = sizes(self.index_folder)
        written = sum(size for path, size in after.items() if path not in before)
        self.assertLess(written, sum(before.values()) / 5)
        added = set(os.listdir(self.index_folder / "shards")) - shards
        self.assertEqual(len(added), 1)
        manifest = self.index_folder / "generations" / f"{report['revision']}.json"
        fresh = [shard for shard in json.loads(manifest.read_text())["shards"] if shard["name"] in added]
        self.assertEqual([shard["papers"] for shard in fresh], [1])
        self.assertEqual(self.sources_with(own_word(400)), ["paper-0400.txt"])
        self.assertEqual(self.sources_with(own_word(123)), ["paper-0123.txt"])
        self.assert_sound()

    def test_many_small_updates_leave_few_shards(self):
        write_papers(self.papers, range(40))
        self.index()
        for number in range(40, 64):
            write_papers(self.papers, [number])
            if number % 3 == 0:
                (self.papers / f"paper-{number - 40:04}.txt").write_text(minutes(number - 40, "quoragain"))
            self.index()
        self.assertLess(self.status()["shards"], 10)
        self.assertEqual(len(self.sources_with("quoragain")), 8)
        at_once = self.folder / "at-once"
        self.index(index=at_once)
        self.assertEqual(self.dump(), self.dump(at_once))
        for query in QUERIES:
            self.assertEqual(answer_of(self, query, scored=False), answer_of(self, query, scored=False, index=at_once))


def answer_of(case, query, scored=True, **how):
    """The whole answer but for what tells one index from another. Not `scored`: without scores, and the order that follows from them."""
    options = [option for name in FACETS for option in ("--facet", name)]
    answer = case.search(query, "--limit", "1000", "--count", "mentions", *options, **how)
    answer.pop("revision")
    if not scored:
        for result in answer["results"]:
            result.pop("score")
        answer["results"].sort(key=lambda result: result["id"])
    return answer


class Order(CouncilsCase):
    """The same papers, brought in different ways, are the same index."""

    def setUp(self):
        super().setUp()
        for number in range(4):
            write_papers(self.papers / "abcd"[number], range(25 * number, 25 * number + 25))
        self.ways = {"at once": self.made("at-once", [self.papers])}

    def made(self, name, *runs, jobs="2"):
        index = self.folder / name
        for paths in runs:
            self.index("--jobs", jobs, paths=paths, index=index)
        return index

    def assert_all_alike(self, scored=True):
        expected = {query: answer_of(self, query, scored, index=self.ways["at once"]) for query in QUERIES}
        self.assertGreater(sum(answer["totals"]["items"] for answer in expected.values()), 300)
        for way, index in self.ways.items():
            for query, answer in expected.items():
                with self.subTest(way, query=query):
                    self.assertEqual(answer_of(self, query, scored, index=index), answer)
            with self.subTest(way, what="dump"):
                self.assertEqual(self.dump(index), self.dump(self.ways["at once"]))

    def test_one_thread_or_several(self):
        # Two sources with one text: which of them counts must not depend on threads.
        shutil.copy(self.papers / "b" / "paper-0030.txt", self.papers / "d" / "again.txt")
        self.ways["at once"] = self.made("with-copy", [self.papers])
        self.ways["one job"] = self.made("one-job", [self.papers], jobs="1")
        self.ways["four jobs"] = self.made("four-jobs", [self.papers], jobs="4")
        self.assert_all_alike()

    def test_folders_in_any_order_in_one_run(self):
        self.ways["backwards"] = self.made("backwards", [self.papers / name for name in "dcba"])
        self.assert_all_alike()

    def test_several_runs_in_any_order(self):
        self.ways["forwards"] = self.made("forwards", *([self.papers / name] for name in "abcd"))
        self.ways["backwards"] = self.made("backwards", *([self.papers / name] for name in "dcba"))
        self.assert_all_alike()

    def test_after_changing_back(self):
        index = self.made("changed", [self.papers])
        texts = {path: path.read_text() for path in sorted(self.papers.glob("*/*.txt"))[::7]}
        for path in texts:
            path.write_text("1 NOTHING\n\nquorelse\n")
        self.made("changed", [self.papers])
        for path, text in texts.items():
            path.write_text(text)
        self.ways["changed and back"] = self.made("changed", [self.papers])
        self.assertEqual(self.search("quorelse", index=index)["totals"]["items"], 0)
        # Until shards are merged, what was replaced still counts in how rare a word is.
        self.assert_all_alike(scored=False)


if __name__ == "__main__":
    unittest.main()
