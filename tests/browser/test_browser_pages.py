"""The pages of the service in a real browser, and all states of component and pages by axe. A module of its own, so that it runs
beside the other one."""

import unittest

import browser


class Pages(browser.Browser):
    def test_what_people_do_with_the_pages(self):
        self.run_file("pages.test.mjs")

    def test_how_the_pages_look(self):
        self.run_file("pages_look.test.mjs")

    def test_every_state_by_axe(self):
        self.run_file("matrix.test.mjs", MATRIX="part")


if __name__ == "__main__":
    unittest.main()
