"""One writer at a time, any number of readers, and an index of another version or a damaged one is refused with a hint."""

import json
import os
import shutil
import signal
import subprocess
import time
import unittest

import program
from invented_papers import own_word, write_papers
from program import ProgramCase


class TwoWriters(ProgramCase):
    def begin_and_stop(self):
        """A run that holds the lock and is stopped; it goes on with SIGCONT."""
        run = subprocess.Popen([program.BINARY, "index", "--index", self.index_folder, self.papers],
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.addCleanup(run.stderr.close)
        self.addCleanup(run.wait)
        self.addCleanup(run.kill)
        lock = self.index_folder / "lock"
        deadline = time.monotonic() + 20 * program.PATIENCE
        while not (lock.exists() and str(run.pid) in lock.read_text()):
            self.assertIsNone(run.poll(), "the run ended before it took the lock")
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.001)
        run.send_signal(signal.SIGSTOP)
        return run

    def test_the_second_is_told_who_the_first_is(self):
        write_papers(self.papers, range(3))
        self.index()
        write_papers(self.papers, range(3, 200))
        first = self.begin_and_stop()
        for command in (["index", self.papers], ["remove", self.papers / "paper-0000.txt"]):
            ended = self.command(program.UNREADABLE, *command, "--index", self.index_folder)
            self.assertRegex(ended.err, rf"written by another run.*{first.pid}")
        self.assertEqual(self.sources_with(own_word(1)), ["paper-0001.txt"])
        self.assertEqual(self.sources_with(own_word(150)), [])
        first.send_signal(signal.SIGCONT)
        self.assertEqual(first.wait(120 * program.PATIENCE), 0)
        self.assertEqual(self.sources_with(own_word(150)), ["paper-0150.txt"])
        self.assertEqual(self.index()["unchanged"], 200)


class OtherIndexes(ProgramCase):
    def setUp(self):
        super().setUp()
        write_papers(self.papers, range(3))
        self.index()
        revision = (self.index_folder / "CURRENT").read_text().strip()
        self.manifest = self.index_folder / "generations" / f"{revision}.json"

    def every_command(self):
        place = ["--index", self.index_folder]
        return (["search", *place, "report"], ["status", *place], ["coverage", *place], ["check", *place],
                ["show", *place, "some-id"], ["index", *place, self.papers], ["remove", *place, self.papers])

    def test_an_index_of_another_version_is_refused(self):
        manifest = json.loads(self.manifest.read_text())
        version = manifest["version"]
        self.manifest.write_text(json.dumps(dict(manifest, version=version + 1)))
        before = self.manifest.read_bytes()
        for command in self.every_command():
            with self.subTest(command[0]):
                ended = self.command(program.UNREADABLE, *command)
                self.assertIn(f"version {version + 1}", ended.err)
                self.assertIn("index the sources again", ended.err)
        self.assertEqual(self.manifest.read_bytes(), before)
        self.manifest.write_text(json.dumps(manifest))
        self.assertEqual(self.sources_with(own_word(1)), ["paper-0001.txt"])

    def test_a_damaged_index_is_refused(self):
        shard = next((self.index_folder / "shards").iterdir())
        victims = [self.manifest, self.index_folder / "CURRENT", *sorted(path for path in shard.iterdir() if path.is_file())]
        self.assertGreater(len(victims), 4)
        for victim in victims:
            data = victim.read_bytes()
            for what, damaged in (("half", data[: len(data) // 2]), ("missing", None)):
                if victim.name == "CURRENT" and damaged:
                    continue
                with self.subTest(victim.name, what=what):
                    victim.unlink() if damaged is None else victim.write_bytes(damaged)
                    ended = self.command(program.UNREADABLE, "search", "--index", self.index_folder, own_word(1))
                    self.assertLessEqual(len(ended.err.splitlines()), 2)
                    self.assertNotEqual(program.run("check", "--index", self.index_folder).code, program.FOUND)
                    victim.write_bytes(data)
        self.assert_sound()

    def test_a_changed_byte_is_found_by_check(self):
        files = [path for path in self.index_folder.rglob("*")
                 if path.is_file() and "shards" in path.parts and path.name != "shard.json"]
        self.assertGreater(len(files), 6)
        for victim in files:
            data = victim.read_bytes()
            at = len(data) // 2
            victim.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1:])
            with self.subTest(victim.name):
                ended = self.command(program.UNREADABLE, "check", "--index", self.index_folder, "--format", "json")
                # Sources are read when the index is opened, and some damage already shows there.
                problems = ended.json()["problems"] if ended.out else [ended.err]
                wanted = f"{victim}: it does not hold what was written" if ended.out else f"{victim} is damaged"
                self.assertTrue(any(wanted in problem for problem in problems), problems)
                self.assertIn(program.run("search", "--index", self.index_folder, own_word(1)).code,
                              (program.FOUND, program.NOTHING, program.UNREADABLE))
            victim.write_bytes(data)
        self.assert_sound()

    def test_a_changed_vocabulary_is_refused(self):
        vocabulary = next((self.index_folder / "vocabulary").glob("*.skos.xml"))
        data = vocabulary.read_bytes()
        vocabulary.write_bytes(data.replace(b"EHCP", b"EHCQ", 1))
        ended = self.command(program.UNREADABLE, "search", "--index", self.index_folder, own_word(1))
        self.assertIn(f"{vocabulary} is damaged: it does not hold what was written", ended.err)
        vocabulary.write_bytes(data)
        self.assert_sound()

    def test_a_folder_that_is_no_index_is_left_alone(self):
        ended = self.command(program.USAGE, "index", "--index", self.papers, self.papers)
        self.assertIn("holds no index", ended.err)
        self.assertEqual(len(os.listdir(self.papers)), 3)
        empty = self.folder / "empty"
        empty.mkdir()
        ended = self.command(program.UNREADABLE, "search", "--index", empty, "report")
        self.assertIn("minutebook index", ended.err)

    def test_a_copied_index_can_be_moved(self):
        moved = self.folder / "elsewhere" / "copy"
        moved.parent.mkdir()
        shutil.move(self.index_folder, moved)
        self.assertEqual(self.sources_with(own_word(2), index=moved), ["paper-0002.txt"])
        self.assertEqual(self.index(index=moved)["unchanged"], 3)

    def test_xapian_agrees_that_its_part_is_sound(self):
        if shutil.which("xapian-check") is None:
            self.skipTest("xapian-check is not installed")
        for shard in (self.index_folder / "shards").iterdir():
            database = next(path for path in shard.iterdir() if path.is_dir() or path.suffix == ".glass")
            ended = subprocess.run(["xapian-check", database], capture_output=True, text=True, check=False)
            self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)


if __name__ == "__main__":
    unittest.main()
