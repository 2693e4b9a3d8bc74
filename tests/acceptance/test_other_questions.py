"""Questions of researchers, scrutiny officers and intranet users over the papers of more councils, and their traps."""
import json
import tempfile
import unittest

import many_queries
import other_papers
import program
import understood_papers
from other_papers import (BROKEN_FONTS, CABINET_AGENDA, CABINET_MINUTES, CALL_IN, COUNCIL_MINUTES, DEVOLUTION, ENGLISH,
                          GLOUCESTER_CABINET, KINGSTON_MEETING, LATE_CHANGES, MINERALS, NEWBIGGIN, PARENTING_PANEL,
                          PERFORMANCE, PERFORMANCE_APPENDIX, WELSH, ZEBRA_CROSSING, OtherPapers)
from real_papers import Place
from test_brute_force import Comparison, names_of_councils

# (what is typed, the item that has to be among the first three answers)
QUESTIONS = (
    ("has scrutiny called in the family hubs decision", Place(CALL_IN, "report", "2025-03-04", item="Background")),
    ("has scrutiny called in the family hubs decision", Place(CABINET_MINUTES, "minutes", "2025-01-30", "87")),
    ("Seashells Millmead", Place(CABINET_AGENDA, "agenda", number="7")),
    ("virtual school exclusions managed moves", Place(PARENTING_PANEL, "minutes", "2024-12-10", "7")),
    ("placements out of county looked after children", Place(PARENTING_PANEL, "minutes", number="9")),
    ("foster carers recruitment", Place(PARENTING_PANEL, "minutes", number="6")),
    ("EHCP 20 weeks Kent", Place(PERFORMANCE, "report", "2025-03-04", "2")),
    ("EHCP 20 weeks Kent", Place(PERFORMANCE_APPENDIX, item="SEND")),
    ("devolution priority programme request", Place(DEVOLUTION, "report", "2025-01-09", item="Devolution Priority")),
    ("adoption of minerals and waste local plan", Place(MINERALS, "report", "2025-03-04")),
    ("declarations of interest district councillors", Place(COUNCIL_MINUTES, "minutes", "2025-01-09", "284")),
    ("late changes to the budget", Place(LATE_CHANGES, "report", "2025-03-04")),
    ("minutes 10 December 2024", Place(PARENTING_PANEL, "minutes", "2024-12-10")),
    ("smoke-free spaces", Place(CABINET_MINUTES, "minutes", "2025-01-30", "87")),
    ("gifts declared by the leader", Place(CABINET_MINUTES, "minutes", number="87")),
    ("zebra crossing Coombe Lane West", Place(ZEBRA_CROSSING, "report", "2026-01-15")),
    ("zebra crossing Coombe Lane West", Place(KINGSTON_MEETING, "minutes", "2026-01-15", "60")),
    ("was the zebra crossing approved", Place(KINGSTON_MEETING, "minutes", "2026-01-15", "60")),
    ("collisions on Coombe Lane West", Place(ZEBRA_CROSSING, "report", item="Key Points")),
    ("Manorgate Road petition", Place(KINGSTON_MEETING, "minutes", number="59")),
    ("report to be brought back to committee", Place(KINGSTON_MEETING, "minutes", number="59")),
    ("community grants riding for the disabled", Place(KINGSTON_MEETING, "minutes", number="63")),
    ("antisocial behaviour Kingston", Place(KINGSTON_MEETING, "minutes", number="61")),
    ("local government reorganisation proposal", Place(GLOUCESTER_CABINET, "minutes", "2025-11-21", "55")),
    ("sixth form closure", Place(BROKEN_FONTS, "minutes", "2025-03-04", "9")),
    ("what was resolved about the register of assets", Place(BROKEN_FONTS, "minutes", number="7")),
    ("insurance of the mower", Place(BROKEN_FONTS, "minutes", number="8")),
    ("grass cutting garden waste", Place(NEWBIGGIN, "minutes", "2019-09-03", "19.09.12")),
    ("who has declared an interest in donations", Place(ENGLISH, "minutes", "2016-02-10", "3")),
    ("Capel Isaac notice board", Place(ENGLISH, "minutes", "2016-02-10", "4")),
    ("Hysbysfwrdd Capel Isaac", Place(WELSH, "minutes", "2016-02-10", "3")),
)


class Questions(OtherPapers):
    def test_first_three_answers(self):
        for query, place in QUESTIONS:
            with self.subTest(query=query, place=place):
                self.assert_among_first(place, query)


class Traps(OtherPapers):
    def test_called_in_and_call_in(self):
        """One word however it is written, and nothing that was not called in."""
        for query in ("call-in family hubs", "called in family hubs", "family hubs call in"):
            self.assert_only_in((CALL_IN, CABINET_MINUTES), query)

    def test_the_decision_was_deferred(self):
        """The report recommends approval; the resolution defers."""
        rows = self.search("in:resolution zebra", "--mentions", "--all")["results"]
        self.assertTrue(rows)
        self.assert_only_in((KINGSTON_MEETING,), "in:resolution zebra OR in:resolution deferred")
        deferred = self.search("in:resolution deferred", "--mentions", "--all")["results"]
        self.assertEqual({row["number"] for row in deferred}, {"60"})
        self.assert_nothing("in:resolution zebra kind:report")

    def test_a_recommendation_is_no_decision(self):
        self.assert_only_in((ZEBRA_CROSSING,), 'in:recommendation by:officer "Annex 1"')
        self.assert_nothing('in:recommendation by:committee "Annex 1"')

    def test_dates_are_those_of_the_meetings(self):
        """The files are named after the meeting whose page linked them."""
        self.assert_only_in((PARENTING_PANEL,), "date:2024-12-10")
        self.assertEqual({file for file in self.files("date:2025-03-13") if file.startswith(PARENTING_PANEL)}, set())
        self.assert_only_in((CABINET_MINUTES,), 'kind:minutes committee:Cabinet council:Kent date:2025-01')

    def test_present_and_apologies(self):
        """She chaired one meeting and sent her apologies to the other."""
        results = self.search("who:Prendergast", "--all")["results"]
        self.assertEqual({(result["date"], result["number"]) for result in results},
                         {("2024-12-10", None), ("2025-01-09", "283")})

    def test_a_name_in_two_parts(self):
        self.assert_only_in((GLOUCESTER_CABINET,), 'who:"Jeremy Hilton"')
        self.assert_nothing('who:"Jeremy Harries"')

    def test_minute_and_agenda_numbers(self):
        """Agenda item 6 is minute 55."""
        results = self.search("number:55 council:Gloucester", "--all")["results"]
        self.assertEqual([result["title"][:15] for result in results], ["Final Proposals"])
        self.assertEqual(self.files("number:19.09.05"), self.files("number:19.09.05 council:unknown"))
        self.assert_only_in((NEWBIGGIN,), "number:19.09.05")

    def test_the_same_report_in_a_pack_counts_once(self):
        found = self.search('"momentous" OR title:"Devolution Priority Programme"', "--all")["results"]
        ids = [result["id"] for result in found]
        self.assertEqual(len(ids), len(set(ids)))
        papers = {result["paper"]["id"]: result["paper"] for result in self.search('"Devolution Priority Programme" kind:report',
                                                                                 "--all")["results"]}
        self.assertEqual(len(papers), 1)
        self.assertTrue(next(iter(papers.values()))["copies"], "the pack that holds it as well is named")

    def test_timeliness_is_more_than_the_plans(self):
        """Plans that are only named are no answer."""
        rows = self.search("EHCP timeliness", "--mentions", "--all")["results"]
        self.assertTrue(rows)
        for row in rows:
            self.assertRegex(row["text"].casefold(), "week|timescale|timel|delay|backlog|deadline|overdue|late")

    def test_one_topic_however_it_is_called(self):
        found = self.items("UASC")
        self.assertEqual(self.items("unaccompanied asylum seeking children"), found)
        self.assertLess(len(self.items('"UASC"')), len(found))
        self.assertLess(len(self.items("UASC", "--no-expand")), len(found))

    def test_councils_that_are_not_known(self):
        files = self.files("council:unknown kind:minutes")
        for beginning in (NEWBIGGIN, BROKEN_FONTS, ENGLISH, WELSH):
            self.assertTrue(any(file.startswith(beginning) for file in files), beginning)
        self.assertFalse(any(file.startswith((KINGSTON_MEETING, GLOUCESTER_CABINET)) for file in files))

    def test_what_could_not_be_searched_is_said(self):
        """A scan holds no text that anybody read; wrong characters are left out, not searched."""
        coverage = self.search("sale of Heygate")["coverage"]
        self.assertGreaterEqual(coverage["not_searched"], 1)
        self.assertGreaterEqual(coverage["unread_sources"], 1)
        self.assert_nothing("SUHVHQWHG")

    def test_undated_papers_are_counted(self):
        answer = self.search("children since:2025")
        self.assertGreater(answer["coverage"]["undated"], 0)
        self.assertNotIn(None, [result["date"] for result in answer["results"]])
        self.assertIn(None, [result["date"] for result in self.search("children date:unknown")["results"]])

    def test_the_emptying_filter_is_named(self):
        answer = self.assert_nothing("zebra council:Gloucester")
        self.assertIn("Gloucester", json.dumps(answer["emptied"]))


class BruteForce(Comparison, OtherPapers):
    """Some of these papers are in Welsh."""

    @classmethod
    def setUpClass(cls):
        files = other_papers.single_files()
        folder = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="minutebook-other-papers-"))
        program.index(folder, files)
        cls.collection = understood_papers.Collection(program.inspect(files))
        cls.councils = names_of_councils(program.ROOT / "schema" / "councils.tsv", cls.collection)
        cls.asker = cls.enterClassContext(many_queries.Asker(folder))

    def test_that_some_are_welsh(self):
        self.assertTrue(any(passage.welsh for item in self.collection.items for passage in item.passages))


if __name__ == "__main__":
    unittest.main()
