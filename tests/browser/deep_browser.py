"""Every state of the component and every page of the service, in both languages and every look, by axe."""

import unittest

import browser


class Matrix(browser.Browser):
    def test_every_state_in_every_look(self):
        self.run_file("matrix.test.mjs")


if __name__ == "__main__":
    unittest.main()
