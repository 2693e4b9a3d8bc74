"""The component in a real browser."""

import gzip
import unittest

import browser

LARGEST_MODULE = 25 * 1024


class Component(browser.Browser):
    def test_what_people_do(self):
        self.run_file("people.test.mjs")

    def test_what_authors_of_pages_rely_on(self):
        self.run_file("page_authors.test.mjs")

    def test_rules_without_a_browser(self):
        self.run_file("logic.test.mjs")

    def test_module_is_small(self):
        self.assertLessEqual(len(gzip.compress(self.fetch("/embed/v1/minutebook-search.js"))), LARGEST_MODULE)


if __name__ == "__main__":
    unittest.main()
