"""Ten thousand random queries against the plain evaluation; others than those of the quick test."""
import unittest

import test_brute_force

QUERIES = 10_000
SEED = 20200323


class ManyQueries(test_brute_force.Corpus):
    queries = QUERIES
    seed = SEED


if __name__ == "__main__":
    unittest.main()
