"""Real papers of more councils, in PDF, HTML, XML and DOCX, indexed once, and what tests need to ask about them.

MINUTEBOOK_PAPERS names the folder that holds them; without it these tests are skipped. Nothing is told to the indexer
beside the files themselves. Knows nothing of what the answers should be.
"""
import atexit
import functools
import pathlib
import tempfile

import program
import real_papers

FOLDERS = ("gloucester", "kent", "kingston", "other")

# Beginnings of the files' names.
CABINET_MINUTES = "cabinet_2025-03-04_Minutes_of_Previous"
CALL_IN = "cabinet_2025-03-04_Scrutiny_Committee_-_call-in"
CABINET_AGENDA = "cabinet_2025-03-04_Agenda"
PERFORMANCE = "cabinet_2025-03-04_Cabinet_QPR"
PERFORMANCE_APPENDIX = "cabinet_2025-03-04_QPR"
LATE_CHANGES = "cabinet_2025-03-04_Cabinet_Report"
MINERALS = "cabinet_2025-03-04_Adoption"
DEVOLUTION = "full_council_2025-01-09_Devolution_White"
COUNCIL_MINUTES = "full_council_2025-01-09_Printed"
PARENTING_PANEL = "full_council_2025-03-13_CPP"
KINGSTON_MEETING = "Agenda_151"
ZEBRA_CROSSING = "ZebraCrossing"
GLOUCESTER_CABINET = "GetMeeting_7837"
NEWBIGGIN = "newbiggin"
BROKEN_FONTS = "broken-font-map"
WELSH, ENGLISH = "minutes_2016_2-16_cy", "minutes_2016_16-02-10"


def folders():
    return [pathlib.Path(real_papers.FOLDER, name) for name in FOLDERS]


def single_files():
    """Without packs, whose papers are also files of their own: which of two copies counts is not asked of these."""
    files = sorted(path for folder in folders() for path in folder.rglob("*") if path.is_file())
    return [path for path in files if "_PACK_" not in path.name]


@functools.cache
def indexed():
    folder = tempfile.TemporaryDirectory(prefix="minutebook-other-papers-")
    atexit.register(folder.cleanup)
    program.index(folder.name, folders())
    return folder


class OtherPapers(real_papers.RealPapers):
    """Asks the index of these papers."""

    def search(self, query, *options):
        return program.search(indexed().name, query, *options)

    def files(self, query, *options):
        """Names of the files of all items of tier `all`."""
        results = self.search(query, "--all", *options)["results"]
        return {pathlib.Path(result["paper"]["source"]).name for result in results}

    def assert_only_in(self, beginnings, query, *options):
        files = self.files(query, *options)
        self.assertTrue(files, query)
        strange = [file for file in files if not file.startswith(tuple(beginnings))]
        self.assertEqual(strange, [], query)
