"""Recall and precision of whole answers against the items that hold every word of a question.

An item that is cut in two is right twice and found once. Knows nothing of engines, ranks or files.
"""
import dataclasses

import judged_questions


@dataclasses.dataclass(frozen=True)
class Count:
    """Of one question or of several together."""
    wanted: int = 0  # items that the answer must hold …
    found: int = 0  # … of these, those that it holds
    given: int = 0  # items that the answer holds …
    right: int = 0  # … of these, those that it must hold

    def __add__(self, other):
        return Count(*(mine + theirs for mine, theirs in zip(dataclasses.astuple(self), dataclasses.astuple(other))))

    @property
    def recall(self):
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self):
        return self.right / self.given if self.given else 1.0


def count(wanted, places):
    """`wanted`: names; `places`: all items of the answer."""
    meant = [judged_questions.judgement_of(wanted, place) for place in places]
    right = [name for name in meant if name]
    return Count(len(wanted), len(set(right)), len(places), len(right))
