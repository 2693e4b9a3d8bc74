"""Asks an index many queries by way of one process.

The program stands beside the command that MINUTEBOOK names. Knows nothing of what the answers should be.
"""
import json
import pathlib
import subprocess

import program
from query_filters import TODAY

BINARY = pathlib.Path(program.BINARY).parent / "minutebook-ask"
EVERYTHING = 1_000_000  # rows, of both tiers


class Asker:
    """Use as a context manager."""

    def __init__(self, folder):
        self.process = subprocess.Popen([BINARY, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        encoding="utf-8")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(timeout=60)

    def ask(self, query, **options):
        """The answer as `search --format json` prints it, with mentions counted and all facets."""
        request = {"query": query, "today": TODAY, "limit": EVERYTHING, **options}
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise program.Failed(f"{BINARY} ended with {self.process.wait(timeout=60)} over: {query}")
        answer = json.loads(line)
        if "refused" in answer:
            raise program.Failed(f"refused: {query}: {answer['refused']}")
        return answer
