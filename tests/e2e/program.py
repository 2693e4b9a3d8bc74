"""Runs the program under test as a process, and the index it works on in a folder of its own.

MINUTEBOOK names the binary (default: build/release/minutebook). Knows nothing of what the answers should be.
"""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
BINARY = Path(os.environ.get("MINUTEBOOK") or ROOT / "build" / "release" / "minutebook")
# Under a sanitizer everything takes longer, and a finding ends with this code.
SANITIZED = BINARY.parent.name == "sanitize"
PATIENCE = 6 if SANITIZED else 1
SANITIZER_EXIT = 99

FOUND, NOTHING, USAGE, UNREADABLE, PARTLY = range(5)


class Ended:
    """A process that has ended: exit code and both outputs."""

    def __init__(self, command, process):
        self.command = command
        self.code = process.returncode
        self.raw = process.stdout
        self.out = process.stdout.decode("utf-8", "replace")
        self.err = process.stderr.decode("utf-8", "replace")

    def __str__(self):
        shown = " ".join(os.fsdecode(part)[:200] for part in self.command)
        return f"{shown}\nexit code {self.code}\n{self.err[-3000:]}{self.out[:1500]}"

    def json(self):
        return json.loads(self.raw)


def run(*arguments, binary=BINARY, seconds=120, **how):
    """Runs `minutebook ARGUMENTS`; fails if it does not end in time, or by a signal."""
    command = [os.fspath(binary), *(part if isinstance(part, bytes) else os.fspath(part) for part in arguments)]
    how.setdefault("stdin", subprocess.DEVNULL)
    how.setdefault("stdout", subprocess.PIPE)
    process = subprocess.run(command, stderr=subprocess.PIPE, timeout=seconds * PATIENCE, check=False, **how)
    if how["stdout"] != subprocess.PIPE:
        process.stdout = b""
    ended = Ended(command, process)
    if ended.code < 0 or ended.code == SANITIZER_EXIT:
        raise AssertionError(f"did not end by itself: {ended}")
    return ended


class ProgramCase(unittest.TestCase):
    """A test with a folder of its own: papers/ for sources, index/ for an index."""

    maxDiff = 4000

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="minutebook-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.papers = self.folder / "papers"
        self.papers.mkdir()
        self.index_folder = self.folder / "index"

    def command(self, code, *arguments, **how):
        """Runs a command that must end with exit code `code`."""
        ended = run(*arguments, **how)
        self.assertEqual(ended.code, code, ended)
        return ended

    def index(self, *options, paths=None, code=FOUND, index=None, **how):
        """The report of a run over `paths`, or over papers/."""
        return self.command(code, "index", "--index", index or self.index_folder, "--format", "json", *options,
                            *(paths or [self.papers]), **how).json()

    def search(self, query, *options, index=None, **how):
        """The answer to a query; an empty one is an answer too."""
        ended = run("search", "--index", index or self.index_folder, "--format", "json", *options, "--", query, **how)
        self.assertIn(ended.code, (FOUND, NOTHING), ended)
        answer = ended.json()
        self.assertEqual(ended.code, FOUND if answer["totals"]["items"] > 0 else NOTHING, ended)
        return answer

    def sources_with(self, word, **how):
        """Names of the files in which a word is found."""
        answer = self.search(word, "--all", **how)
        return sorted({Path(result["paper"]["source"]).name for result in answer["results"]})

    def status(self, index=None):
        return self.command(FOUND, "status", "--index", index or self.index_folder, "--format", "json").json()

    def coverage(self, index=None):
        return self.command(FOUND, "coverage", "--index", index or self.index_folder, "--format", "json").json()

    def dump(self, index=None):
        """All items of the index, one line each."""
        return self.command(FOUND, "check", "--dump", "--index", index or self.index_folder).out

    def assert_sound(self, index=None):
        report = self.command(FOUND, "check", "--index", index or self.index_folder, "--format", "json").json()
        self.assertTrue(report["sound"], report)
        return report
