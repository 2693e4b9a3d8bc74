"""One work in several sources is found and counted once, and it does not matter in which order the sources came."""

import itertools
import os
import shutil
import unittest

from program import CORPUS, FOUND, ProgramCase

PACK = (CORPUS / "fenbourne" / "pack-2021-02-09-cabinet.md").read_text()
MINUTES = (CORPUS / "fenbourne" / "minutes-2019-01-29-scrutiny-commission.md").read_text()
AGENDA = (CORPUS / "pellowdale" / "agenda-2024-04-18-planning-policy.txt").read_text()


def report_of_pack(title):
    """The report with that title, cut out of the pack as a source of its own."""
    parts = PACK.split("<table>\n<tr><td>Report title</td><td><b>")
    text = next(part for part in parts[1:] if part.startswith(title))
    return "# London Borough of Fenbourne\n\n# CABINET\n\n<table>\n<tr><td>Report title</td><td><b>" + text.split("\nPage ")[0] + "\n"


def draft_of(minutes):
    """The same minutes before they were confirmed: they say so, and one sentence reads otherwise."""
    lines = minutes.split("\n")
    place = next(number for number, line in enumerate(lines) if line.endswith(".") and len(line) > 200 and "<" not in line)
    lines[place] += " Quordraft was still to be confirmed by the clerk."
    heading = next(number for number, line in enumerate(lines) if "MINUTES" in line.upper())
    return "\n".join(lines[:heading] + ["DRAFT MINUTES, subject to approval", ""] + lines[heading:])


class WorksCase(ProgramCase):
    def index(self, *options, **how):
        return super().index("--councils", CORPUS / "councils.tsv", *options, **how)

    def write(self, name, text):
        path = self.papers / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def paper_of(self, query):
        """The one paper in which a query is found."""
        papers = {result["paper"]["id"]: result["paper"] for result in self.search(query, "--strict", "--all")["results"]}
        self.assertEqual(len(papers), 1, papers)
        return next(iter(papers.values()))


class Orders(WorksCase):
    """The index is a function of the sources, not of the runs that brought them."""

    def setUp(self):
        super().setUp()
        self.write("a/draft-minutes.md", draft_of(MINUTES))
        self.write("b/minutes.md", MINUTES)
        self.write("c/pack.md", PACK)
        self.write("d/report.md", report_of_pack("Budget 2021/22"))
        shutil.copy(self.papers / "d" / "report.md", self.papers / "again.md")
        self.write("e/minutes-in-pack.md", PACK[PACK.index("# LONDON BOROUGH OF FENBOURNE"):PACK.index("\nPage 6")])
        self.names = ["a", "b", "c", "d", "again.md", "e"]

    def test_any_order_is_the_same_index(self):
        at_once = self.folder / "at-once"
        report = self.index(index=at_once)
        # The draft, the minutes of the pack alone, one of the two reports; of the other one the pack has a copy.
        self.assertEqual((report["sources"], report["duplicates"], report["papers"]), (6, 3, 6), report)
        expected = self.dump(at_once)
        orders = list(itertools.permutations(self.names))
        for number, order in enumerate(orders[::len(orders) // 6]):
            index = self.folder / f"order-{number}"
            for name in order:
                self.index(index=index, paths=[self.papers / name])
            with self.subTest(order=order):
                self.assertEqual(self.dump(index), expected)
                self.assert_sound(index)

    def test_a_second_run_changes_nothing(self):
        first = self.index()
        again = self.index()
        self.assertEqual(again["revision"], first["revision"])
        self.assertEqual((again["duplicates"], again["unchanged"]), (first["duplicates"], first["added"]))

    def test_whatever_goes_leaves_what_the_rest_would_have_made(self):
        for gone in self.names:
            index = self.folder / f"without-{gone}"
            self.index(index=index)
            kept = self.folder / "kept"
            shutil.move(self.papers / gone, kept)
            self.index("--prune", index=index)
            fresh = self.folder / f"fresh-{gone}"
            self.index(index=fresh)
            with self.subTest(gone=gone):
                self.assertEqual(self.dump(index), self.dump(fresh))
                self.assert_sound(index)
            shutil.move(kept, self.papers / gone)


class Drafts(WorksCase):
    def setUp(self):
        super().setUp()
        self.draft = self.write("draft-minutes.md", draft_of(MINUTES))
        self.index()
        self.assertEqual(self.paper_of("quordraft")["copies"], [])
        self.final = self.write("minutes.md", MINUTES)
        self.index()

    def test_the_final_represents_both(self):
        self.assertEqual(self.search("quordraft")["totals"]["items"], 0)
        paper = self.paper_of('detentions lateness committee:"scrutiny commission"')
        self.assertEqual(paper["source"], str(self.final))
        self.assertEqual(paper["copies"], [str(self.draft)])
        self.assertEqual([copy["source"] for copy in paper["copies_detail"]], [str(self.draft)])
        self.assertEqual(self.status()["papers"], 1)

    def test_the_differences_are_kept(self):
        paper = self.paper_of('detentions lateness')
        copy = paper["copies_detail"][0]
        shown = self.command(FOUND, "show", "--index", self.index_folder, "--format", "json", copy["paper"]).json()
        self.assertEqual(shown["paper"]["copy_of"], paper["id"])
        differing = [passage["text"] for item in shown["items"] for passage in item["passages"] if passage.get("differs")]
        self.assertEqual(len(differing), copy["differing"])
        self.assertTrue(any("Quordraft" in text for text in differing), differing)
        self.assertLess(len(differing), 4)
        text = self.command(FOUND, "show", "--index", self.index_folder, paper["id"]).out
        self.assertIn("draft-minutes.md", text)
        self.assertIn(copy["paper"], " ".join(text.split()))

    def test_the_draft_takes_the_place_of_a_final_that_goes(self):
        natural = self.paper_of('detentions lateness')["id"]
        self.final.unlink()
        self.index("--prune")
        paper = self.paper_of("quordraft")
        self.assertEqual((paper["source"], paper["copies"], paper["id"]), (str(self.draft), [], natural))

    def test_the_draft_takes_the_place_of_a_final_that_changes(self):
        self.final.write_text(AGENDA)
        self.index()
        self.assertEqual(self.paper_of("quordraft")["copies"], [])

    def test_what_is_removed_does_not_come_back_as_its_draft(self):
        paper = self.paper_of('detentions lateness')["id"]
        self.command(FOUND, "remove", "--index", self.index_folder, paper)
        self.assertEqual(self.status()["papers"], 0)
        self.index()
        self.assertEqual(self.status()["papers"], 0)
        self.command(FOUND, "remove", "--index", self.index_folder, "--restore", paper)
        self.index()
        self.assertEqual(self.paper_of('detentions lateness')["copies"], [str(self.draft)])

    def test_the_source_of_a_copy_can_be_removed_alone(self):
        self.command(FOUND, "remove", "--index", self.index_folder, self.draft)
        self.index()
        self.assertEqual(self.paper_of('detentions lateness')["copies"], [])


class Different(WorksCase):
    """What is alike but not the same stays apart."""

    def test_two_reports_of_one_meeting(self):
        for title in ("Budget 2021/22", "Housing Allocations"):
            self.write(f"{title[:6]}.md", report_of_pack(title))
        self.assertEqual(self.index()["duplicates"], 0)

    def test_the_same_agenda_for_another_day(self):
        self.write("april.txt", AGENDA)
        self.write("may.txt", AGENDA.replace("Thursday 18 April 2024", "Thursday 16 May 2024"))
        self.assertEqual(self.index()["duplicates"], 0)

    def test_a_short_agenda_and_a_long_one_of_one_meeting(self):
        self.write("page.txt", AGENDA)
        self.write("more.txt", AGENDA + "\n9. FLOODS\n\nTo hear of the floods of last winter, and whether quorwhole is "
                                        "to be asked for help with the pumps and the banks of the river.\n")
        self.assertEqual(self.index()["duplicates"], 1)
        self.assertEqual(os.path.basename(self.paper_of("quorwhole")["source"]), "more.txt")


if __name__ == "__main__":
    unittest.main()
