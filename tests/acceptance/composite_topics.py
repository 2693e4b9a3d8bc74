"""Composite topics: a label of one of their parts and an expression beside it, in one passage.

An expression is a pattern of words in order in a sentence: `week*` begins so, `#` is a number, `(20|twenty)` one of
several, `~3` up to three words between; "-" in front: what it matches, and what overlaps it, is no expression.
"""
import re

import plain_words
from label_places import Span, gap_of


class Pattern:
    def __init__(self, written):
        self.excludes = written.startswith("-")
        self.steps = []
        skip = 0
        for part in written.removeprefix("-").split(" "):
            if part.startswith("~"):
                skip = int(part[1:])
                continue
            self.steps.append((skip, part.strip("()").split("|")))
            skip = 0

    @staticmethod
    def fits(alternatives, word):
        for one in alternatives:
            if one == "#":
                fits = re.fullmatch(r"[\d.,]+", word.folded)
            elif one.endswith("*"):
                fits = word.folded.startswith(plain_words.folded(one[:-1]))
            else:
                fits = word.folded == plain_words.folded(one)
            if fits:
                return True
        return False

    def end(self, text, first):
        """End of the match that begins at word `first`; None if there is none."""
        return self.rest(text, first + 1, 1) if self.fits(self.steps[0][1], text.words[first]) else None

    def rest(self, text, at, step):
        if step == len(self.steps):
            return at
        skip, alternatives = self.steps[step]
        for place in range(at, min(at + skip + 1, len(text))):
            if gap_of(text.between(place))[0] in ("broken", "dot"):
                return None
            if self.fits(alternatives, text.words[place]):
                end = self.rest(text, place + 1, step + 1)
                if end:
                    return end
        return None

    def all(self, text):
        """(first, end) of every match."""
        ends = [(first, self.end(text, first)) for first in range(len(text))]
        return [(first, end) for first, end in ends if end]


class Composite:
    def __init__(self, vocabulary, concept):
        self.topic = concept.id
        self.heading_counts = concept.heading_counts
        self.parts = {id for id, above in vocabulary.with_broader.items() if above & set(concept.of)} - {concept.id}
        patterns = [Pattern(written) for written in concept.expressions]
        self.wanted = [pattern for pattern in patterns if not pattern.excludes]
        self.excluded = [pattern for pattern in patterns if pattern.excludes]

    def expressions(self, text):
        wanted = [place for pattern in self.wanted for place in pattern.all(text)]
        excluded = [place for pattern in self.excluded for place in pattern.all(text)] if wanted else []
        return [(first, end) for first, end in wanted
                if not any(first < other_end and other < end for other, other_end in excluded)]

    def add_to(self, found, texts, passages):
        """`found`: for each passage the spans of labels and, to be filled, those of composites."""
        title_item = None
        for (labels, added), text, (_, heading, masked, item, is_title, _) in zip(found, texts, passages):
            if masked:
                continue
            parts = [span for span in labels if span.topic in self.parts]
            if is_title:
                title_item = item if parts else None
            above = self.heading_counts and title_item == item and not heading
            expressions = self.expressions(text) if parts or above else []
            added |= {Span(first, end - first, self.topic) for first, end in expressions}
            if expressions:
                added |= {Span(span.first, span.count, self.topic) for span in parts}
