"""Random queries for minutes, other ones each time; under the sanitizers, so that what is only nearly a crash counts too."""

import random
import unittest

import query_fuzz
import test_queries


class RandomQueries(test_queries.IndexedCase):
    def test_for_minutes(self):
        seed = random.randrange(1_000_000)
        with self.subTest(seed=seed):
            query_fuzz.ask(self, random.Random(seed), seconds=150)


if __name__ == "__main__":
    unittest.main()
