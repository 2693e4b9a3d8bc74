"""Prior reviews and requests out of the corpus, by process: what an officer would read, and that every statement is cited."""

import csv
import io
import tempfile
import unittest

from program import CORPUS, FOUND, NOTHING, USAGE, run

COUNCILS = ("bryndulas", "eskermouth", "fenbourne", "kestermere", "pellowdale", "ravelstoke", "tarrowshire")


class Corpus(unittest.TestCase):
    maxDiff = 4000
    shown = {}  # items that were looked up, by id

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="minutebook-test-")
        cls.addClassCleanup(cls.folder.cleanup)
        ended = run("index", "--index", cls.folder.name, "--councils", CORPUS / "councils.tsv", "--manifest",
                    CORPUS / "manifest.tsv", *(CORPUS / council for council in COUNCILS))
        assert ended.code == FOUND, ended

    def ask(self, command, *arguments, code=FOUND):
        ended = run(command, "--index", self.folder.name, *arguments)
        self.assertEqual(ended.code, code, ended)
        return ended

    def reviews(self, subject, code=FOUND):
        return self.ask("reviews", "--format", "json", "--", subject, code=code).json()

    def actions(self, *arguments, code=FOUND):
        return self.ask("actions", "--format", "json", *arguments, code=code).json()

    def assert_cited(self, where):
        """The passage can be opened where the citation says, and says what the citation does."""
        if where["item"] not in self.shown:
            self.shown[where["item"]] = self.ask("show", where["item"], "--format", "json").json()
        shown = self.shown[where["item"]]
        self.assertEqual(shown["paper"]["id"], where["paper"]["id"])
        self.assertEqual((shown["date"], shown["committee"]), (where["date"], where["committee"]))
        self.assertIn(where["text"], [passage["text"] for passage in shown["items"][0]["passages"]])


class Reviews(Corpus):
    def test_from_the_proposal_to_what_came_of_it(self):
        found = self.reviews("SEND transport council:tarrowshire")["reviews"]
        self.assertEqual(len(found), 1, [review["name"] for review in found])
        review = found[0]
        self.assertEqual((review["name"], review["stage"], review["report_date"]),
                         ("Getting There", "final-report", "2017-03-07"))
        stages = [(one["stage"], one["where"]["date"]) for one in review["statements"]]
        self.assertEqual(stages, [("planned", "2015-09-22"), ("final-report", "2017-03-07"), ("response", "2017-06-20"),
                                  ("update", "2018-05-15"), ("referred", "2020-07-14")])
        self.assertEqual(review["members"][0]["names"],
                         ["Ruth Ansty (Chairman)", "Fergus Loder", "Sunita Rao", "Owen Stanbury", "Keith Eddowes"])
        self.assertEqual(review["may_be_same"], [])

    def test_each_recommendation_with_its_response_and_update(self):
        review = self.reviews("SEND transport council:tarrowshire")["reviews"][0]
        recommendations = review["recommendations"]
        self.assertEqual([one["number"] for one in recommendations], [str(number) for number in range(1, 10)])
        stances = [one["responses"][0]["stance"] for one in recommendations]
        self.assertEqual(stances, ["agreed", "agreed", "agreed in part", "agreed", "agreed", "agreed", "not agreed",
                                   "agreed", "agreed in part"])
        self.assertEqual([len(one["updates"]) for one in recommendations], [1] * 8 + [0])
        self.assertEqual(recommendations[2]["responses"][0]["officer"], "Passenger Transport Manager")
        self.assertTrue(recommendations[2]["responses"][0]["words"].startswith("Accepted in part."))

    def test_reviews_of_one_subject_stay_apart_by_council_and_time(self):
        found = self.reviews("young carers")["reviews"]
        entries = {(review["council"], review["stage"], tuple(review["years_stated"])) for review in found}
        self.assertEqual(entries, {("ZZA", "agreed", (2016,)), ("ZZA", "planned", ()), ("ZZA", "referred", (2020,)),
                                   ("ZZE", "final-report", ())})
        agreed = next(review for review in found if review["stage"] == "agreed")
        self.assertEqual((agreed["first_mention"], agreed["last_mention"]), ("2016-03-14", "2024-02-05"))
        self.assertTrue(agreed["joined_by"])
        planned = next(review for review in found if review["stage"] == "planned")
        self.assertEqual(planned["planned_for"], ["8 April 2024"])

    def test_words_for_reviews_need_not_stand_in_every_paper(self):
        names = [review["name"] for review in self.reviews("young carers")["reviews"]]
        self.assertEqual([review["name"] for review in self.reviews("young carers task group review")["reviews"]], names)

    def test_every_statement_is_cited(self):
        checked = 0
        for subject in ("young carers", "SEND transport", "CAMHS"):
            for review in self.reviews(subject)["reviews"]:
                for one in review["statements"] + review["members"] + review["recommendations"]:
                    self.assert_cited(one["where"])
                    checked += 1
                for recommendation in review["recommendations"]:
                    for reply in recommendation["responses"] + recommendation["updates"]:
                        self.assert_cited(reply["where"])
                        checked += 1
        self.assertGreater(checked, 50)

    def test_other_forms(self):
        for subject, form in (("exclusions council:kestermere", "topic group"), ("exclusions council:fenbourne", "scrutiny in a day"),
                              ("CAMHS council:fenbourne", "spotlight review"), ("CAMHS council:ravelstoke", "task group"),
                              ("kinship carers", "spotlight review"), ("children's homes first year", "review")):
            with self.subTest(subject):
                self.assertIn(form, [form for review in self.reviews(subject)["reviews"] for form in review["forms"]])

    def test_what_is_no_review(self):
        """Annual reviews of plans, a review of a driver's licence."""
        for subject in ("annual reviews EHC plans", "private hire driver"):
            with self.subTest(subject):
                self.assertEqual(self.reviews(subject, code=NOTHING)["reviews"], [])

    def test_nothing_found_says_how_far_the_collection_reaches(self):
        text = self.ask("reviews", "ferry", code=NOTHING).out
        self.assertIn("no review found", text)
        self.assertIn("searched: 76 papers, 2014-11-19 to 2024-09-18", text)
        self.assertIn("Tarrowshire County Council", text)

    def test_text_is_for_people(self):
        text = self.ask("reviews", "SEND transport council:tarrowshire").out
        self.assertIn("1. Getting There - ", text)
        self.assertIn("final report 2017-03-07, response 2017-06-20, followed up 2018-05-15", text)
        self.assertLess(max(map(len, text.splitlines())), 81)

    def test_refusals(self):
        self.ask("reviews", code=USAGE)
        self.ask("reviews", "young carers", "--format", "csv", code=USAGE)


class Actions(Corpus):
    def one(self, query, word):
        found = [action for action in self.actions(query)["actions"] if word in action["text"]]
        self.assertEqual(len(found), 1, found)
        return found[0]

    def test_answered_with_evidence(self):
        action = self.one("damp council:kestermere", "full report")
        self.assertEqual(len(action["also"]), 1, "the discussion promised it too")
        self.assertEqual((action["status"], action["due"], action["answer"]["where"]["date"]),
                         ("answered", "to the next meeting", "2023-06-28"))
        self.assertTrue(action["answer"]["says_so"])
        self.assertIn("damp", action["answer"]["words"])
        self.assert_cited(action["answer"]["where"])
        tax = self.one("council tax care leavers", "exemption")
        self.assertEqual((tax["addressee"], tax["answer"]["where"]["number"]), ("Executive Board", "CYP13"))

    def test_open_and_cannot_tell(self):
        further = self.one("council:tarrowshire recommendations", "further report")
        self.assertEqual((further["status"], further["searched_until"], further["addressee"], further["due_date"]),
                         ("open", "2022-11-08", "Cabinet Member", "2019-05"))
        self.assertIsNone(further["answer"])
        group = self.one("young carers council:eskermouth before:2017", "Task and Finish")
        self.assertEqual((group["status"], group["asked"], group["due"], group["due_date"]),
                         ("cannot-tell", "report", "by October 2016", "2016-10"))

    def test_totals_and_filters(self):
        everything = self.actions()
        counted = everything["answered"] + everything["open"] + everything["cannot_tell"]
        self.assertEqual(counted, len(everything["actions"]))
        self.assertGreater(counted, 35)
        still_open = self.actions("--open")["actions"]
        self.assertEqual(len(still_open), everything["open"])
        self.assertEqual({action["status"] for action in still_open}, {"open"})
        since = self.actions("since:2023")["actions"]
        self.assertTrue(since)
        self.assertTrue(all(action["where"]["date"] >= "2023" for action in since))
        self.assertLess(len(since), counted)
        self.assertGreater(len(self.actions("--all")["actions"]), counted)

    def test_every_request_is_cited(self):
        for action in self.actions("since:2022")["actions"]:
            self.assert_cited(action["where"])
            if action["answer"]:
                self.assertGreater(action["answer"]["where"]["date"], action["where"]["date"])
                self.assertEqual(action["answer"]["where"]["committee"], action["where"]["committee"])

    def test_noting_a_report_asks_for_nothing(self):
        for action in self.actions()["actions"]:
            self.assertNotRegex(action["text"], r"^(RESOLVED: |Resolved )?[Tt]?h?a?t? ?the report be (noted|received)[.;]?$")

    def test_csv(self):
        rows = list(csv.DictReader(io.StringIO(self.ask("actions", "--format", "csv").out)))
        self.assertEqual(len(rows), len(self.actions()["actions"]))
        self.assertEqual({row["status"] for row in rows}, {"answered", "open", "cannot-tell"})

    def test_text_and_nothing(self):
        text = self.ask("actions", "council:tarrowshire", "--open").out
        self.assertIn("no later item of this committee found that answers it", " ".join(text.split()))
        self.assertIn("nothing was asked for", self.ask("actions", "zebrawort", code=NOTHING).out)


if __name__ == "__main__":
    unittest.main()
