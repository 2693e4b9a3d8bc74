"""What an index of five real papers has to answer, word for word."""
import json
import pathlib
import tempfile
import unittest

import brute_force
import many_queries
import program
import query_parts
import real_papers
from real_papers import BOARD_2024, COMMITTEE_2024, PACK_2020, REPORT_2022, SCRUTINY_2024, RealPapers, file_of
from test_brute_force import Comparison, names_of_councils

TIMELINESS = "EHCP timeliness since 2020"


class Timeliness(RealPapers):
    """Every mention of the timeliness of EHC plans, and none beside them."""

    def test_totals(self):
        totals = self.search(TIMELINESS, "--count", "mentions")["totals"]
        self.assertEqual([totals[name] for name in ("items", "papers", "meetings", "mentions")], [3, 2, 2, 4])

    def test_mentions(self):
        rows = self.search(TIMELINESS, "--mentions", "--all")["results"]
        expected = [
            (SCRUTINY_2024, "2024-01-08", "minutes", "24", "progress of EHCPs given the backlog of requests"),
            (SCRUTINY_2024, "2024-01-08", "minutes", "25", "the timeliness of EHCP completions"),
            (PACK_2020, "2020-03-23", "report", "3", "the timeliness of EHCPs has improved"),
            (PACK_2020, "2020-03-23", "report", "3", "statutory deadline of 15th February 2020"),
        ]
        found = [(file_of(row["paper"]["source"]), row["date"], row["paper"]["kind"], row["number"], row["text"])
                 for row in rows]
        self.assertEqual(len(found), len(expected), found)
        for place in expected:
            self.assertTrue(any(one[:4] == place[:4] and place[4] in one[4] for one in found), (place, found))

    def test_paragraph_cut_by_a_page_is_one(self):
        rows = self.search(TIMELINESS, "--mentions", "--all")["results"]
        deadline = [row["text"] for row in rows if "15th February" in row["text"]]
        self.assertEqual(len(deadline), 1)
        self.assertIn("requirement to undertake new assessments", deadline[0], "the part before the page break")


class Understanding(RealPapers):
    """What the papers are."""

    def papers(self, file):
        return next(one["papers"] for one in real_papers.inspected() if file_of(one["source"]) == file)

    def test_councils(self):
        councils = {SCRUTINY_2024: real_papers.ST_HELENS, BOARD_2024: real_papers.HALTON,
                    COMMITTEE_2024: real_papers.HEREFORDSHIRE, PACK_2020: real_papers.ST_HELENS,
                    REPORT_2022: real_papers.ST_HELENS}
        for file, code in councils.items():
            for paper in self.papers(file):
                with self.subTest(file=file, paper=paper["title"]):
                    self.assertEqual((paper["council"] or {}).get("code"), code)

    def test_dates(self):
        dates = {SCRUTINY_2024: "2024-01-08", BOARD_2024: "2024-09-09", COMMITTEE_2024: "2024-01-23",
                 REPORT_2022: "2022-10-10"}
        for file, date in dates.items():
            self.assertEqual([paper["date"] for paper in self.papers(file)], [date], file)

    def test_parts_of_the_pack(self):
        papers = self.papers(PACK_2020)
        kinds = [paper["kind"] for paper in papers]
        self.assertEqual((kinds.count("agenda"), kinds.count("minutes")), (1, 1), kinds)
        dates = {paper["kind"]: paper["date"] for paper in papers if paper["kind"] in ("agenda", "minutes")}
        self.assertEqual(dates, {"agenda": "2020-03-23", "minutes": "2020-01-20"})
        titles = " | ".join(paper["title"].casefold() for paper in papers if paper["kind"] not in ("agenda", "minutes"))
        for part in ("services improvement", "ofsted/cqc improvement plan", "home to school transport",
                     "children we look after", "work programme"):
            self.assertIn(part, titles)
        self.assertEqual({paper["date"] for paper in papers if paper["kind"] == "report"}, {"2020-03-23"})

    def test_text_before_the_first_item(self):
        self.assertIn((SCRUTINY_2024, None), self.found("who:Maguire"))
        self.assertIn((REPORT_2022, None), self.found("report of Hilary Brooks"))

    def test_a_hyphen_at_a_line_end_that_belongs_there(self):
        self.assertNotEqual(self.items('"Vice-Chairperson"'), set())
        self.assertEqual(self.items('"Vicechairperson"'), set())


class Expansion(RealPapers):
    """Acronyms, their labels, and when they are left alone."""

    def test_one_concept_however_it_is_typed(self):
        expected = self.items("ehcps")
        self.assertGreater(len(expected), 5)
        labels = ("EHC plans", "education, health and care plans", "Education Health & Care plan")
        for query in ("EHCP's", "EHCP’s", *labels):
            self.assertEqual(self.items(query), expected, query)

    def test_quotes_are_not_expanded(self):
        phrase = ("education", "health", "and", "care", "plan")
        query = brute_force.Query([query_parts.Phrase(phrase)])
        expected = brute_force.answer(query, real_papers.collection())["items"]
        answer = self.search('"education, health and care plan"')
        self.assertEqual(answer["totals"]["items"], expected)
        self.assertLess(expected, len(self.items("EHCP")))
        self.assertEqual(answer["interpreted"]["expansions"], [])

    def test_word_and_acronym(self):
        answer = self.search("=send", "--mentions", "--all")
        self.assertGreater(answer["totals"]["mentions"], 0)
        for row in answer["results"]:
            lit = [run["t"] for run in row["runs"] if run.get("h")]
            self.assertEqual(set(lit), {"send"}, row["text"])
        self.assertNotEqual(self.items("=SEND"), self.items("=send"))

    def test_small_letters_mean_the_acronym(self):
        expansions = self.search("send strategy")["interpreted"]["expansions"]
        self.assertTrue(any("send" in one["of"].casefold().split() for one in expansions), expansions)
        self.assertEqual(self.items("send strategy"), self.items("SEND strategy"))
        self.assertIn((SCRUTINY_2024, "24"), self.found("send strategy"))

    def test_switched_off(self):
        answer = self.search("EHCP", "--no-expand")
        self.assertEqual(answer["interpreted"]["expansions"], [])
        self.assertLess(answer["totals"]["items"], self.search("EHCP")["totals"]["items"])

    def test_shown_with_its_count(self):
        expansion = self.search("EHCP")["interpreted"]["expansions"][0]
        self.assertEqual(expansion["of"], "EHCP")
        self.assertGreater(len(expansion["to"]), 1)
        self.assertEqual(expansion["items"], len(self.items("EHCP")))


class Forms(RealPapers):
    """Forms of a word that mean the same."""

    def assert_same(self, *queries):
        expected = self.items(queries[0])
        self.assertGreater(len(expected), 0, queries[0])
        for query in queries[1:]:
            self.assertEqual(self.items(query), expected, query)

    def test_plural_possessive_and_curly(self):
        self.assert_same("children's homes", "children’s homes", "childrens homes", "children's home")
        self.assert_same("task group", "task groups", "task group's")

    def test_hyphen_and_space(self):
        self.assert_same("multi-agency", "multi agency")
        self.assert_same("home-to-school transport", "home to school transport")
        self.assert_same('"multi-agency"', '"multi agency"')

    def test_joined(self):
        self.assert_same("multi-agency", "multiagency")

    def test_accents_and_case(self):
        self.assert_same('"OFSTED"', '"ofsted"', '"Ofstéd"')


class Resolutions(RealPapers):
    """What was resolved is told from what was said or recommended."""

    def test_in_resolution(self):
        self.assertEqual(self.found("in:resolution helpline"), {(SCRUTINY_2024, "24")})

    def test_said_but_not_resolved(self):
        self.assertNotEqual(self.items("reassurance"), set())
        self.assert_nothing("in:resolution reassurance")

    def test_reports_only_recommend(self):
        self.assert_nothing("kind:report in:resolution")
        self.assertNotEqual(self.items("kind:report in:recommendation"), set())

    def test_recommended_by_a_committee(self):
        self.assertEqual(self.found("in:recommendation by:committee"), {(COMMITTEE_2024, "183")})


class Answers(RealPapers):
    """What holds of every answer."""

    def test_facets_stay_for_choosing_more(self):
        free = self.search("children", "--facet", "council")["facets"]["council"]
        chosen = self.search('children council:"St Helens"', "--facet", "council")["facets"]["council"]
        self.assertGreater(len(free), 2)
        self.assertEqual({one["value"]: one["count"] for one in chosen}, {one["value"]: one["count"] for one in free})

    def test_date_is_that_of_the_meeting(self):
        """24 January 2020 stands in texts only."""
        self.assert_nothing("date:2020-01-24")
        self.assertIn((PACK_2020, "19"), self.found("24 January 2020"))
        kinds = {result["paper"]["kind"] for result in self.search("date:2020-01-20", "--all")["results"]}
        self.assertEqual(kinds, {"minutes"})

    def test_nothing_found_names_what_emptied_it(self):
        word = self.assert_nothing("zeppelin children")
        self.assertIn("zeppelin", json.dumps(word["emptied"]))
        filtered = self.assert_nothing("children since:2031")
        self.assertIn("2031", json.dumps(filtered["emptied"]))

    def test_every_answer_can_be_opened(self):
        rows = self.search(TIMELINESS, "--mentions", "--all")["results"]
        for row in rows:
            shown = program.run(["show", row["id"], "--index", real_papers.indexed().name, "--format", "json"])
            texts = [passage["text"] for item in json.loads(shown)["items"] for passage in item["passages"]]
            self.assertIn(row["text"], texts)
        self.assertEqual({row["paragraph"] for row in rows if row["number"] == "3"}, {"3.3.1"})

    def test_same_order_each_time(self):
        first = self.search("children", "--all")["results"]
        self.assertEqual(self.search("children", "--all")["results"], first)
        with tempfile.TemporaryDirectory() as folder:
            program.index(folder, reversed(real_papers.papers()))
            again = program.search(folder, "children", "--all")["results"]
        self.assertEqual([result["id"] for result in again], [result["id"] for result in first])

    def test_pages_of_an_answer_follow_each_other(self):
        whole = [result["id"] for result in self.search("children", "--all")["results"]]
        paged, cursor = [], []
        while True:
            page = self.search("children", "--strict", "--limit", "7", *cursor)
            paged += [result["id"] for result in page["results"]]
            if page["next"] is None:
                break
            cursor = ["--cursor", page["next"]]
        self.assertEqual(paged, whole)

    def test_says_what_was_searched(self):
        coverage = self.search("children")["coverage"]
        papers = [paper for one in real_papers.inspected() for paper in one["papers"]]
        self.assertEqual(coverage["papers"], len(papers))
        self.assertEqual((coverage["from"], coverage["to"]), ("2020-01-20", "2024-09-09"))
        self.assertEqual((coverage["not_searched"], coverage["undated"]), (0, 0))

    def test_undated_papers_come_last_and_are_counted(self):
        with tempfile.TemporaryDirectory() as folder:
            undated = pathlib.Path(folder, "note.txt")
            undated.write_text("Briefing note\n\nChildren and their neighbours.\n", encoding="utf-8")
            index = str(pathlib.Path(folder, "index"))
            program.index(index, [*real_papers.papers(), undated])
            results = program.search(index, "children", "--sort", "newest", "--all")["results"]
            self.assertEqual([result["date"] for result in results].index(None), len(results) - 1)
            oldest = program.search(index, "children", "--sort", "oldest", "--all")["results"]
            self.assertIsNone(oldest[-1]["date"])
            self.assertEqual(program.search(index, "children since:2019")["coverage"]["undated"], 1)

    def test_copies_count_once(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder, "copy.txt")
            copy.write_bytes(real_papers.papers()[0].read_bytes())
            index = str(pathlib.Path(folder, "index"))
            program.index(index, [*real_papers.papers(), copy])
            totals = program.search(index, TIMELINESS, "--count", "mentions")["totals"]
        self.assertEqual(totals["mentions"], 4)


class BruteForce(Comparison, RealPapers):
    @classmethod
    def setUpClass(cls):
        cls.collection = real_papers.collection()
        cls.councils = names_of_councils(program.ROOT / "schema" / "councils.tsv", cls.collection)
        cls.asker = cls.enterClassContext(many_queries.Asker(real_papers.indexed().name))


if __name__ == "__main__":
    unittest.main()
