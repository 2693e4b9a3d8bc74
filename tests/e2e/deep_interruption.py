"""The long loop of kills: more of them, each time at other moments."""

import random
import unittest

import test_interruption


class KilledOften(test_interruption.Killed):
    kills = 100

    def setUp(self):
        super().setUp()
        self.seed = random.randrange(1_000_000)

    def test_kills_at_random_moments(self):
        with self.subTest(seed=self.seed):
            super().test_kills_at_random_moments()


if __name__ == "__main__":
    unittest.main()
