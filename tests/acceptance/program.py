"""Runs the program under test and reads its answers.

MINUTEBOOK names the binary (default: build/release/minutebook). Knows nothing of what the answers should be.
"""
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
GOLDEN = ROOT / "tests" / "golden"
BINARY = os.environ.get("MINUTEBOOK") or str(ROOT / "build" / "release" / "minutebook")
PAPER_SUFFIXES = (".txt", ".md", ".html", ".xml", ".docx", ".odt", ".rtf", ".pdf")
CORPUS_OPTIONS = ["--manifest", str(CORPUS / "manifest.tsv"), "--councils", str(CORPUS / "councils.tsv")]

FOUND, NOTHING_FOUND, USAGE, UNREADABLE, SOME_SKIPPED = range(5)


class Failed(Exception):
    """The program ended with an exit code that was not expected; the text holds the command and what it said."""


def run(arguments, accept=(FOUND,)):
    """Standard output of the program. Fails unless the exit code is one of `accept`."""
    command = [BINARY, *map(str, arguments)]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False)
    if ended.returncode not in accept:
        raise Failed(f"{' '.join(command)}\nexit code {ended.returncode}\n{ended.stderr}{ended.stdout[:2000]}")
    return ended.stdout


def corpus_papers():
    """The papers of the corpus, by format and path: one folder for each council."""
    return [path for suffix in PAPER_SUFFIXES for path in sorted(CORPUS.glob(f"*/*{suffix}"))]


def inspect(paths, options=()):
    """What the program understands of each file, in the order of `paths`."""
    printed = run(["inspect", "--format", "json", *options, *paths], accept=(FOUND, SOME_SKIPPED))
    return [json.loads(line) for line in printed.splitlines()]


def index(folder, paths, options=()):
    """Indexes `paths` into `folder`."""
    run(["index", "--index", folder, *options, *paths], accept=(FOUND, SOME_SKIPPED))


def search(folder, query, *options):
    """The answer to a query; an empty one is an answer too."""
    arguments = ["search", "--index", folder, "--format", "json", *options, "--", query]
    return json.loads(run(arguments, accept=(FOUND, NOTHING_FOUND)))
