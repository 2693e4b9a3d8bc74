"""Figures of one ranking against judgements: nDCG@10 (gain 2^grade - 1), recall@20, reciprocal rank.

A ranking is a list of judgements, or of other hashable marks for what is not relevant, best first; what repeats is
passed over, so an item that is cut in two neither gains nor loses. Knows nothing of engines or files.
"""
import math

NDCG_DEPTH = 10
RECALL_DEPTH = 20


def discounted_gain(grades):
    return sum((2**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades[:NDCG_DEPTH]))


def figures(ranking, judgements):
    """(nDCG@10, recall@20, reciprocal rank) of `ranking`; `judgements` is not empty."""
    grade_of = {judgement: judgement.grade for judgement in judgements}
    grades = [grade_of.get(mark, 0) for mark in dict.fromkeys(ranking)]
    ideal = sorted(grade_of.values(), reverse=True)
    hits = sum(grade > 0 for grade in grades[:RECALL_DEPTH])
    first = next((rank for rank, grade in enumerate(grades, 1) if grade > 0), None)
    return discounted_gain(grades) / discounted_gain(ideal), hits / len(grade_of), 1 / first if first else 0.0
