"""A long run says how far it is, can be stopped, and goes on where it was stopped."""

import json
import os
import pty
import signal
import subprocess
import time
import unittest
from pathlib import Path

import program
from invented_papers import minutes, own_word, write_papers
from program import FOUND, ProgramCase

INTERRUPTED = 130
MANY = 600


def end_process(number):
    try:
        os.kill(number, signal.SIGKILL)
    except ProcessLookupError:
        pass


class Stopped(ProgramCase):
    def setUp(self):
        super().setUp()
        write_papers(self.papers, range(MANY))

    def start(self, *options):
        """A run that has begun to build a shard."""
        running = subprocess.Popen([program.BINARY, "index", "--index", self.index_folder, "--format", "json", "--jobs", "1", *options,
                                    self.papers], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(running.stdout.close)
        self.addCleanup(running.stderr.close)
        self.addCleanup(running.wait)
        self.addCleanup(running.kill)
        shards = self.index_folder / "shards"
        known = set(os.listdir(shards)) if shards.exists() else set()
        end = time.monotonic() + 60 * program.PATIENCE
        while not (shards.exists() and set(os.listdir(shards)) - known):
            self.assertLess(time.monotonic(), end, "no shard was begun")
            self.assertIsNone(running.poll(), "the run ended before it could be stopped")
            time.sleep(0.002)
        return running

    def hold_workers(self, running):
        """Stops the processes that read papers: the run waits for them."""
        for children in Path(f"/proc/{running.pid}/task").glob("*/children"):
            for child in map(int, children.read_text("ascii").split()):
                os.kill(child, signal.SIGSTOP)
                self.addCleanup(end_process, child)

    def stopped_by(self, number):
        running = self.start()
        running.send_signal(number)
        out, err = running.communicate(timeout=60 * program.PATIENCE)
        self.assertEqual(running.returncode, INTERRUPTED, err)
        self.assertIn(b"stopping", err)
        return json.loads(out)

    def assert_goes_on(self, report):
        self.assert_sound()
        again = self.index()
        self.assertEqual((again["stopped"], again["not_reached"], again["unchanged"]), (False, 0, report["added"]))
        at_once = self.folder / "at-once"
        self.index(index=at_once)
        self.assertEqual(self.dump(), self.dump(at_once))

    def test_what_was_read_is_published_and_the_next_run_goes_on(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number):
                self.index_folder = self.folder / f"index-{number}"
                report = self.stopped_by(number)
                self.assertTrue(report["stopped"])
                self.assertEqual(report["failed"], [])
                self.assertGreater(report["added"], 0)
                self.assertEqual(report["added"] + report["not_reached"], MANY)
                self.assertEqual(report["papers"], report["added"])
                self.assertEqual(self.sources_with(own_word(0)), ["paper-0000.txt"])
                self.assert_goes_on(report)

    def test_a_stopped_update_drops_nothing(self):
        self.index()
        (self.papers / "paper-0001.txt").unlink()
        for number in range(2, MANY):
            (self.papers / f"paper-{number:04}.txt").write_text(minutes(number, "quorchanged"))
        running = self.start("--prune")
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60 * program.PATIENCE)
        self.assertEqual(running.returncode, INTERRUPTED, err)
        report = json.loads(out)
        self.assertEqual((report["pruned"], report["papers"]), (0, MANY))
        self.assertEqual(self.sources_with(own_word(1)), ["paper-0001.txt"])
        self.assertEqual(len(self.sources_with("quorchanged")), report["changed"])
        self.assertEqual(self.index("--prune")["pruned"], 1)
        self.assertEqual(len(self.sources_with("quorchanged")), MANY - 2)
        self.assert_sound()

    def test_the_second_signal_ends_it_at_once(self):
        running = self.start()
        self.hold_workers(running)  # else it may be over before the second one comes
        running.send_signal(signal.SIGINT)
        os.read(running.stderr.fileno(), 1)  # it has said so
        running.send_signal(signal.SIGINT)
        self.assertEqual(running.wait(timeout=20 * program.PATIENCE), -signal.SIGINT)
        report = self.index()
        self.assertEqual((report["added"], report["papers"]), (MANY, MANY))
        self.assert_sound()

    def test_the_summary_says_what_is_left(self):
        running = subprocess.Popen([program.BINARY, "index", "--index", self.index_folder, "--jobs", "1", self.papers],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        while not (self.index_folder / "shards").exists() or not os.listdir(self.index_folder / "shards"):
            time.sleep(0.002)
        running.send_signal(signal.SIGINT)
        out, _ = running.communicate(timeout=60 * program.PATIENCE)
        self.assertEqual(running.returncode, INTERRUPTED)
        self.assertRegex(out, r"stopped before the end: \d+ sources? not reached, nothing dropped; run it again to go on")


class Progress(ProgramCase):
    def seen(self, **variables):
        """Standard error of a run when it is a terminal, and its report."""
        environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
        ours, theirs = pty.openpty()
        with subprocess.Popen([program.BINARY, "index", "--index", self.folder / f"index-{len(os.listdir(self.folder))}", "--format", "json",
                               "--jobs", "1", self.papers], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=theirs,
                              env={**environment, **variables}) as process:
            os.close(theirs)
            data = b""
            while True:
                try:
                    data += os.read(ours, 65536)
                except OSError:  # how Linux says that the other end of a terminal is closed
                    break
            report = json.load(process.stdout)
        os.close(ours)
        self.assertEqual(process.returncode, FOUND)
        return data.decode(), report

    def setUp(self):
        super().setUp()
        write_papers(self.papers, range(MANY))

    def test_a_bar_with_rate_and_time_left(self):
        text, report = self.seen(TERM="xterm")
        self.assertIn("\r[", text)
        self.assertIn(f"/{MANY} sources", text)
        self.assertTrue(text.endswith("\r\x1b[K"), "it is taken back at the end")
        if report["seconds"] > 4:
            self.assertRegex(text, r"\d a (second|minute), \d+ (s|min) left")

    def test_no_control_sequences_when_they_are_not_wanted(self):
        text, _ = self.seen(TERM="xterm", NO_COLOR="1")
        self.assertIn("\r[", text)
        self.assertNotIn("\x1b", text)

    def test_no_bar_on_a_terminal_that_cannot_draw(self):
        self.assertEqual(self.seen(TERM="dumb")[0], "")

    def test_no_bar_in_a_pipe(self):
        ended = self.command(FOUND, "index", "--index", self.index_folder, self.papers)
        self.assertEqual(ended.err, "")


if __name__ == "__main__":
    unittest.main()
