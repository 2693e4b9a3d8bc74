"""Killed at any moment, a run leaves the index as it was or as it was to be; the next run completes it."""

import json
import os
import shutil
import time
import unittest

import interruptions
from invented_papers import own_word, write_papers
from program import FOUND, ProgramCase, run

KILLS = 16


class Killed(ProgramCase):
    kills = KILLS
    seed = 4711

    def setUp(self):
        super().setUp()
        write_papers(self.papers, range(20))
        self.index()
        self.published = self.status()["revision"]

    def seconds_of_a_run(self):
        """How long an undisturbed run takes on a copy of the index."""
        copy = self.folder / "copy"
        shutil.copytree(self.index_folder, copy)
        begin = time.monotonic()
        self.index(index=copy)
        seconds = time.monotonic() - begin
        shutil.rmtree(copy)
        return seconds

    def assert_searchable(self):
        """What was published before the kills is there, and the index is sound."""
        self.assertEqual(run("check", "--index", self.index_folder).code, FOUND)
        self.assertEqual(self.sources_with(own_word(7)), ["paper-0007.txt"])
        self.assertGreaterEqual(self.status()["revision"], self.published)

    def test_kills_at_random_moments(self):
        write_papers(self.papers, range(20, 80), "quorfirst")
        seconds = self.seconds_of_a_run()
        killed = 0
        for number, moment in enumerate(interruptions.moments(self.seed, seconds, 6 * self.kills)):
            if killed == self.kills:
                break
            if interruptions.run_and_kill(self.index_folder, self.papers, moment):
                killed += 1
            else:
                # The run was faster than its kill: the next one gets something to do.
                write_papers(self.papers, range(20, 80), own_word(1000 + number))
            self.assert_searchable()
        self.assertEqual(killed, self.kills, "too few runs could be killed")
        self.index("--prune")
        undisturbed = self.folder / "undisturbed"
        self.index(index=undisturbed)
        self.assertEqual(self.dump(), self.dump(undisturbed))
        self.assert_nothing_is_left_over()

    def assert_nothing_is_left_over(self):
        """Each shard on disk belongs to a generation that is kept, and there are two of those at most."""
        generations = list((self.index_folder / "generations").iterdir())
        self.assertLessEqual(len(generations), 2)
        used = {shard["name"] for generation in generations for shard in json.loads(generation.read_text())["shards"]}
        self.assertEqual(set(os.listdir(self.index_folder / "shards")), used)

    def test_killed_before_anything_was_published(self):
        fresh = self.folder / "fresh"
        begin = time.monotonic()
        self.index(index=self.folder / "measured")
        seconds = time.monotonic() - begin
        for moment in interruptions.moments(self.seed, seconds, 4):
            shutil.rmtree(fresh, ignore_errors=True)
            interruptions.run_and_kill(fresh, self.papers, moment)
            self.index(index=fresh)
            self.assertEqual(self.dump(fresh), self.dump())


if __name__ == "__main__":
    unittest.main()
