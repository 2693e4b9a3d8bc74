"""Five real papers, indexed once, and what tests need to ask about them.

MINUTEBOOK_PAPERS names the folder that holds them (in its folder text/); without it these tests are skipped. Nothing is
told to the indexer beside the files themselves. Knows nothing of what the answers should be.
"""
import atexit
import dataclasses
import functools
import os
import pathlib
import re
import tempfile
import unittest

import program
import understood_papers

FOLDER = os.environ.get("MINUTEBOOK_PAPERS")
ST_HELENS, HALTON, HEREFORDSHIRE = "E08000013", "E06000006", "E06000019"

# What the files are known by in these tests: the numbers their names begin with.
SCRUTINY_2024, BOARD_2024, COMMITTEE_2024, PACK_2020, REPORT_2022 = "000", "001", "002", "003", "004"


def papers():
    return sorted(pathlib.Path(FOLDER, "text").glob("00[0-4]_*.txt"))


@dataclasses.dataclass(frozen=True)
class Place:
    """An item, as far as it matters: its file's name begins so; None matches anything, `title` is a pattern for the
    paper's title, `item` one for its own."""
    file: str
    kind: str = None
    date: str = None
    number: str = None
    title: str = None
    item: str = None

    def means(self, result):
        paper = result["paper"]
        return (pathlib.Path(paper["source"]).name.startswith(self.file)
                and self.kind in (None, paper["kind"])
                and self.date in (None, result["date"])
                and self.number in (None, (result["number"] or "").removesuffix(".0"))
                and (self.title is None or re.search(self.title, paper["title"], re.IGNORECASE) is not None)
                and (self.item is None or re.search(self.item, result["title"] or "", re.IGNORECASE) is not None))


def file_of(source):
    return pathlib.Path(source).name[:3]


@functools.cache
def indexed():
    """The index, made once for all tests of a run."""
    folder = tempfile.TemporaryDirectory(prefix="minutebook-real-papers-")
    atexit.register(folder.cleanup)
    program.index(folder.name, papers())
    return folder


@functools.cache
def inspected():
    return program.inspect(papers())


@functools.cache
def collection():
    return understood_papers.Collection(inspected())


@unittest.skipUnless(FOLDER, "MINUTEBOOK_PAPERS does not name the folder of real papers")
class RealPapers(unittest.TestCase):
    """Asks the index of the real papers."""
    maxDiff = None

    def search(self, query, *options):
        return program.search(indexed().name, query, *options)

    def items(self, query, *options):
        """Ids of all items of tier `all`."""
        answer = self.search(query, "--all", *options)
        self.assertEqual(len(answer["results"]), answer["totals"]["items"], query)
        return {result["id"] for result in answer["results"]}

    def found(self, query, *options):
        """(file, number) of all items of tier `all`."""
        results = self.search(query, "--all", *options)["results"]
        return {(file_of(result["paper"]["source"]), result["number"]) for result in results}

    def assert_nothing(self, query):
        answer = self.search(query, "--strict")
        self.assertEqual((answer["totals"]["items"], answer["results"]), (0, []), query)
        return answer

    def assert_among_first(self, place, query, *options, first=3):
        results = self.search(query, "--limit", str(first), *options)["results"]
        shown = [(file_of(one["paper"]["source"]), one["paper"]["kind"], one["date"], one["number"], one["tier"])
                 for one in results]
        self.assertTrue(any(place.means(result) for result in results), f"{query}: {place} is not among {shown}")
