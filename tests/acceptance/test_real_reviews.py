"""What has been reviewed before, and what was asked for: the questions of scrutiny officers over the real papers."""
import json
import unittest

import program
from real_papers import BOARD_2024, COMMITTEE_2024, PACK_2020, SCRUTINY_2024, RealPapers, file_of, indexed


class Officers(RealPapers):
    def ask(self, command, *arguments):
        options = ["--index", indexed().name, "--format", "json", *arguments]
        return json.loads(program.run([command, *options], accept=(program.FOUND, program.NOTHING_FOUND)))

    def reviews(self, subject):
        return self.ask("reviews", "--", subject)["reviews"]

    def actions(self, *arguments):
        return self.ask("actions", *arguments)["actions"]

    def test_s1_young_carers(self):
        """The review of 2013, the Spotlight Review agreed on 20 January 2020, and the programme's row for it."""
        found = self.reviews("young carers review")
        self.assertEqual(len(found), 3)
        spotlight = found[0]
        self.assertEqual(spotlight["forms"], ["spotlight review"])
        self.assertEqual((spotlight["stage"], spotlight["first_mention"]), ("agreed", "2020-01-20"))
        said = {(one["stage"], one["where"]["kind"], one["where"]["date"]) for one in spotlight["statements"]}
        self.assertIn(("agreed", "resolution", "2020-01-20"), said)
        self.assertIn(("planned", "table-row", "2020-03-23"), said)
        self.assertEqual([one["where"]["number"] for one in spotlight["statements"] if one["where"]["kind"] == "resolution"], ["14"])
        self.assertRegex(" ".join(spotlight["planned_for"]), r"19 ?th March 2020")
        earlier = {tuple(review["years_stated"]): review for review in found[1:]}
        self.assertEqual(set(earlier), {(2013,), ()})
        self.assertEqual(earlier[(2013,)]["stage"], "referred")
        self.assertEqual(earlier[()]["may_be_same"], [earlier[(2013,)]["entry"]], "the papers do not say which it was")

    def test_s7_task_group(self):
        found = self.reviews("Ofsted Action Plan task group")
        self.assertTrue(found[0]["names_subject"])
        self.assertIn("Ofsted Action Plan", found[0]["name"])
        days = {(one["where"]["date"], one["where"]["number"], one["where"]["kind"]) for one in found[0]["statements"]}
        self.assertIn(("2020-01-20", "19", "resolution"), days)
        self.assertIn(("2020-03-23", "3", "text"), days)
        self.assertIn("3.4", {one["where"]["paragraph"] for one in found[0]["statements"]})
        self.assertEqual(sorted(len(one["names"]) for one in found[0]["members"]), [3, 4])

    def test_interim_report_and_the_review_before_it(self):
        found = self.reviews("apprenticeships")
        interim = next(review for review in found if review["stage"] == "interim-report")
        self.assertEqual((interim["report_date"], len(interim["recommendations"])), ("2020-03-23", 8))
        self.assertEqual(len(interim["members"][0]["names"]), 4)
        self.assertIn([2016], [review["years_stated"] for review in found if review["stage"] == "referred"])

    def test_response_without_its_report(self):
        found = self.reviews("alcohol pregnancy")
        self.assertEqual([(review["stage"], review["report_date"]) for review in found], [("response", None)])

    def test_group_whose_recommendations_went_to_the_executive(self):
        found = self.reviews("directorate budget")
        group = next(review for review in found if review["council"] == "E06000019")
        self.assertEqual([one["number"] for one in group["recommendations"]], list("abcdefg"))

    def test_no_review_of_call_ins(self):
        self.assertEqual(self.reviews("call-in children's centres"), [])

    def test_s2_requests_since_january_2024(self):
        asked = {(action["where"]["number"], action["where"]["paragraph"])
                 for action in self.actions("council:\"St Helens\" since:2024-01-01") if action["said"] == "resolution"}
        self.assertEqual(asked, {("24", "(2)"), ("24", "(3)"), ("25", "(2)"), ("26", "(2)"), ("26", "(3)")})
        details = next(action for action in self.actions("council:\"St Helens\" since:2024") if action["where"]["paragraph"] == "(3)"
                       and action["where"]["number"] == "26")
        self.assertTrue(details["text"].endswith("improvement."), "the list belongs to it")
        self.assertEqual(details["status"], "cannot-tell", "the collection holds no later papers")

    def test_s9_what_was_promised(self):
        found = {(file_of(action["where"]["paper"]["source"]), action["where"]["number"]) for action in self.actions()}
        self.assertLessEqual({(SCRUTINY_2024, "24"), (SCRUTINY_2024, "25"), (BOARD_2024, "CYP14"), (PACK_2020, "20")}, found)
        update = next(action for action in self.actions() if action["where"]["number"] == "20" and action["said"] == "resolution")
        self.assertEqual((update["asked"], update["due"], update["due_date"]), ("update", "in six months' time", None))
        self.assertEqual((update["status"], update["searched_until"], len(update["also"])), ("open", "2020-03-23", 1))

    def test_recommended_to_the_executive_is_no_request_but_the_data_is(self):
        asked = [action["where"]["paragraph"] for action in self.actions("in:resolution council:Herefordshire")
                 if file_of(action["where"]["paper"]["source"]) == COMMITTEE_2024 and action["said"] == "resolution"]
        self.assertEqual(asked, ["e"])

    def test_what_the_paper_marks_as_an_action_is_one(self):
        marked = [action for action in self.actions("in:action council:Herefordshire") if action["said"] == "action"]
        self.assertEqual(len(marked), 5)
        self.assertTrue(all(action["text"].startswith("Action:") for action in marked), marked)


if __name__ == "__main__":
    unittest.main()
