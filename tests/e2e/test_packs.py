"""Packs of many reports: each becomes a paper of its own, with its title and the page it begins on, whatever the pack is made of."""

import json
import resource
import subprocess
import unittest

import made_pack
from program import BINARY, FOUND, PATIENCE, ProgramCase


class Packs(ProgramCase):
    def inspect(self, name, data):
        path = self.folder / name
        path.write_bytes(data)
        return json.loads(self.command(FOUND, "inspect", path, "--format", "json", seconds=300).raw)

    def assert_split(self, source, reports):
        begun = [(paper["kind"], paper["title"], paper["items"][0]["page"]) for paper in source["papers"]]
        expected = []
        for report in reports:
            expected.append(("report", report.title, report.first_page))
            if report.appendix:
                expected.append(("appendix", f"Appendix 1: {report.title} in figures", report.appendix_page))
        self.assertEqual([paper for paper in begun if paper[0] in ("report", "appendix")], expected)
        self.assertEqual([kind for kind, _, _ in begun[:2]], ["agenda", "minutes"])
        self.assertEqual(len(begun), 2 + len(expected))
        dates = {paper["kind"]: paper["date"] for paper in source["papers"]}
        self.assertEqual(dates, {"agenda": "2024-03-12", "minutes": "2024-01-16", "report": "2024-03-12", "appendix": "2024-03-12"})
        self.assertEqual({paper["committee"]["name"] for paper in source["papers"]}, {made_pack.COMMITTEE})
        agenda = source["papers"][0]
        self.assertEqual([item["number"] for item in agenda["items"] if item["number"]],
                         [str(number) for number in range(1, 4 + len(reports))])

    def test_twenty_reports_in_every_kind_of_pack(self):
        pages, reports, _ = made_pack.make(20)
        packs = {
            "bookmarks.pdf": made_pack.as_pdf(pages, reports),
            "numbers.pdf": made_pack.as_pdf(pages, reports, bookmarks=False),
            "plain.pdf": made_pack.as_pdf(pages, reports, bookmarks=False, page_numbers=False),
            "pack.txt": made_pack.as_text(pages).encode(),
        }
        for name, data in packs.items():
            with self.subTest(name):
                source = self.inspect(name, data)
                self.assertEqual(source["pages"], len(pages))
                self.assert_split(source, reports)

    def test_other_packs(self):
        for seed in (1, 2, 3):
            with self.subTest(seed=seed):
                pages, reports, _ = made_pack.make(9, (2, 4), seed)
                self.assert_split(self.inspect(f"{seed}.pdf", made_pack.as_pdf(pages, reports, bookmarks=seed == 1)), reports)

    def test_seven_hundred_pages_within_time_and_memory(self):
        pages, reports, _ = made_pack.make(60, (9, 14))
        self.assertGreaterEqual(len(pages), 700)
        (self.folder / "pack.pdf").write_bytes(made_pack.as_pdf(pages, reports))
        # The processor time of the program and its workers, and the most that one of them held.
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([BINARY, "index", self.folder / "pack.pdf", "--index", self.folder / "ix", "--jobs", "1"], check=True,
                       capture_output=True, timeout=600)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.assertLess(seconds, 60 * PATIENCE)
        self.assertLess(after.ru_maxrss, 500_000 * PATIENCE)


if __name__ == "__main__":
    unittest.main()
