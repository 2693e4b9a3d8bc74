"""Queries of every kind that the language has, made at random from the words and facts of a collection, the same ones for
the same seed.
"""
import calendar
import random

from brute_force import Query, Together, Typed, Words, part_of
from query_filters import Filters
from query_parts import Any, Days
from query_pieces import Pieces, chain, either, without


# Right before a date in words these would belong to it.
DATE_WORDS = {"in", "during", "since", "after", "before", "until", "till", "to", "from", "between", "and", "up",
              "yn", "ym", "mis", "ystod", "ers", "wedi", "ol", "ôl", "cyn", "hyd", "at", "o", "i", "rhwng", "a", "ymlaen",
              *(name.casefold() for names in (calendar.month_name, calendar.month_abbr, calendar.day_name)
                for name in names if name)}


def beside(words, others):
    """Bare words and other operands, in an order that leaves dates in words by themselves."""
    last = words.typed[-1].strip(",.;?").casefold() if isinstance(words, Words) else ""
    dated = any(isinstance(one, Days) and " " in one.typed for one in others)
    return [*others, words] if dated and last in DATE_WORDS else [words, *others]


class Maker:
    def __init__(self, collection, councils, matcher, seed):
        self.random = random.Random(seed)
        self.pieces = Pieces(collection, councils, matcher, self.random)
        self.filters = Filters(collection, self.random)
        self.expand = True

    def often(self, chance):
        return self.random.random() < chance

    def query(self, operands, place=None):
        """Operands in any order; but runs of bare words do not touch each other, for they would be one."""
        runs = [one for one in operands if isinstance(one, Words) or getattr(one, "bare", False)]
        others = [one for one in operands if not any(one is run for run in runs)]
        self.random.shuffle(others)
        mixed = beside(runs[0], others) if runs else others
        if len(runs) > 1 and others and mixed[0] is runs[0] and self.often(0.7):
            mixed = [*mixed, runs[1]]
        return Query(mixed, place, self.expand, " AND " if self.often(0.1) else " ")

    # One kind of query each; every one takes an item that many of its words are from.

    def only_filters(self, item):
        return self.query(self.filters.some(item, self.random.randint(1, 3)))

    def bare_words(self, item):
        return self.query([self.pieces.words(item)])

    def words_and_filters(self, item):
        return self.query([self.pieces.words(item), *self.filters.some(item, self.random.randint(1, 2))])

    def question(self, item):
        words = Words(self.pieces.question(item), self.pieces.context)
        return self.query([words, *([self.filters.dates_in_words()] if self.often(0.4) else [])])

    def two_runs(self, item):
        """Words before and behind a date or a field."""
        between = self.filters.dates_in_words() if self.often(0.5) else self.pieces.marked(item)
        return self.query([self.pieces.words(item), self.pieces.words(self.pieces.some_item()), between])

    def day_alone(self, item):
        more = [self.pieces.marked(item)] if self.often(0.5) else self.filters.some(item, self.random.randint(0, 1))
        return self.query([self.filters.day_alone(), *more])

    def marked_words(self, item):
        count = self.random.randint(1, 3)
        words = [self.pieces.words(item)] if self.often(0.3) else []
        return self.query([*words, *(self.pieces.marked(item) for _ in range(count)),
                           *self.filters.some(item, self.random.randint(0, 1))])

    def alternatives(self, item):
        more = [self.pieces.leaf(item)] if self.often(0.5) else []
        return self.query([self.pieces.alternatives(item), *more, *self.filters.some(item, self.random.randint(0, 1))])

    def outer_alternatives(self, item):
        """`a b OR c since:2020`: the field belongs to the alternative it stands in."""
        sides = []
        for one in (item, self.pieces.some_item()):
            filters = self.filters.some(one, 1) if self.often(0.4) else []
            sides.append(Together(beside(self.pieces.words(one), filters)))
        text = " OR ".join(side.text() for side in sides)
        return self.query([Typed(text, Any(part_of(side) for side in sides))])

    def alternative_filter(self, item):
        """A filter beside words in one OR: it is a condition like any other, and its facet shows what it left."""
        field = self.random.choice(("kind", "council", "municipal-year"))
        return self.query([either([self.pieces.leaf(item), self.filters.value_filter(field)])])

    def negations(self, item):
        other = self.pieces.some_item()
        kind = self.random.random()
        if kind < 0.4:
            ruled_out = self.pieces.leaf(other)
        elif kind < 0.6:
            ruled_out = self.pieces.alternatives(other)
        elif kind < 0.7:
            ruled_out = self.pieces.title(other)
        else:
            ruled_out = self.filters.value_filter(self.random.choice(("kind", "council", "topic")))
        looked_for = [self.pieces.words(item)] if self.often(0.8) else []
        return self.query([*looked_for, without(ruled_out, self.random.choice(("-", "-", "NOT "))), *self.filters.some(item, self.random.randint(0, 1))])

    def chained(self, item):
        more = [self.pieces.leaf(item)] if self.often(0.3) else []
        return self.query([self.pieces.chain(item), *more, *self.filters.some(item, self.random.randint(0, 1))])

    def near(self, item):
        """Two words of one passage: most are found."""
        passage = self.pieces.passage(item)
        words = [word.folded for word in passage.words if word.folded.isalpha() and len(word.folded) > 3]
        if len(words) < 2:
            return self.chained(item)
        parts = [Words([word], self.pieces.context, in_operator=True) for word in self.random.sample(words, 2)]
        return self.query([chain(f"NEAR/{self.random.randint(1, 12)}", parts)])

    def in_place(self, item):
        place = self.pieces.place()
        inside = [one for one in self.pieces.items if any(place[1](passage) for passage in one.passages)]
        item = self.random.choice(inside or self.pieces.items)
        words = {0: [], 1: [self.pieces.words(item)], 2: [self.pieces.leaf(item, in_operator=False)],
                 3: [self.pieces.chain(item, "NEAR/8")], 4: [self.pieces.words(item), self.pieces.marked(item)],
                 5: [self.pieces.words(item), without(self.pieces.leaf(self.pieces.some_item()))]}
        return self.query([*words[self.random.randrange(6)], *self.filters.some(item, self.random.randint(0, 1))], place)

    def in_titles(self, item):
        more = [self.pieces.words(item)] if self.often(0.4) else []
        return self.query([self.pieces.title(item), *more, *self.filters.some(item, self.random.randint(0, 1))])

    def people(self, item):
        asked = self.pieces.person(item)
        for _ in range(50):
            asked = asked or self.pieces.person(self.pieces.some_item())
        more = [self.pieces.words(item)] if self.often(0.3) else self.filters.some(item, self.random.randint(0, 1))
        return self.query([asked, *more] if asked else more)

    def queries(self, count):
        """`count` queries, all kinds in turn, one in six with labels switched off."""
        kinds = (self.bare_words, self.only_filters, self.words_and_filters, self.question, self.marked_words,
                 self.alternatives, self.outer_alternatives, self.alternative_filter, self.negations, self.chained,
                 self.near, self.in_place, self.in_titles, self.people, self.two_runs, self.day_alone, self.chained,
                 self.bare_words)
        for number in range(count):
            self.expand = not self.often(1 / 6)
            self.pieces.context = self.pieces.contexts[self.expand]
            yield kinds[number % len(kinds)](self.pieces.some_item())
