"""Queries made at random from the words, phrases and facts of a collection, the same ones for the same seed.

They hold no word that would have to be stemmed: exact forms, phrases and beginnings of words only.
"""
import pathlib
import random
import re

from brute_force import (Dates, Either, Exact, Filter, Group, InPlace, Phrase, Prefix, Query, SamePassage, Without)

PLAIN_WORD = re.compile(r"[A-Za-z]{3,}")
VOCABULARY = pathlib.Path(__file__).resolve().parents[2] / "schema" / "topics.skos.xml"
# In headings of capitals a label of the vocabulary tells the acronym from the word, which inspect does not show.
ACRONYMS = set(re.findall(r"<mb:(?:acronym|ambiguousAcronym)[^>]*>([^<]+)<", VOCABULARY.read_text(encoding="utf-8")))
PLACES = ("resolution", "resolution", "recommendation", "title", "text", "table-row", "attendance")
FILTERED = ("council", "committee", "committee-kind", "kind", "calendar-year", "municipal-year", "portfolio", "topic",
            "lang")
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"


class Maker:
    def __init__(self, collection, seed):
        self.random = random.Random(seed)
        self.items = [item for item in collection.items if any(passage.words for passage in item.passages)]
        self.dates = sorted({paper.date for paper in collection.papers if paper.date})
        self.choices = {field: self.typed_values(field) for field in FILTERED}

    def typed_values(self, field):
        """Pairs of a value and what is typed for it."""
        pairs = set()
        for item in self.items:
            for value in item.values(field):
                pairs.add((value, self.typed(field, value, item.paper)))
        return sorted(pair for pair in pairs if pair[1])

    @staticmethod
    def typed(field, value, paper):
        if field == "committee":
            return paper.committee_name or ""
        if field == "portfolio":
            return paper.portfolio_names[0] if len(paper.portfolio_names) == 1 else ""
        return value

    def passage(self, item):
        return self.random.choice([passage for passage in item.passages if passage.words])

    def exact(self, item):
        plain = [word for word in self.passage(item).words
                 if PLAIN_WORD.fullmatch(word.written) and word.folded.upper() not in ACRONYMS]
        if not plain:
            return self.phrase(item)
        word = self.random.choice(plain)
        return Exact(word.written if word.acronym else word.folded)

    def phrase(self, item):
        words = [word.written for word in self.passage(item).words]
        length = min(self.random.choice((1, 2, 2, 3, 4)), len(words))
        start = self.random.randrange(len(words) - length + 1)
        return Phrase(words[start:start + length])

    def prefix(self, item):
        words = [word.folded for word in self.passage(item).words]
        long = [word for word in words if PLAIN_WORD.fullmatch(word) and len(word) > 4]
        if not long:
            return self.phrase(item)
        word = self.random.choice(long)
        return Prefix(word[:self.random.randint(3, len(word) - 1)])

    def leaf(self, item):
        return self.random.choice((self.exact, self.phrase, self.prefix))(item)

    def some_item(self):
        return self.random.choice(self.items)

    def either(self, item):
        """Alternatives, one of them from the item at hand, one perhaps of two words."""
        other = self.some_item()
        last = Group([self.leaf(other), self.leaf(other)]) if self.random.random() < 0.3 else self.leaf(other)
        return Either([self.leaf(item), last])

    def value_filter(self, field, item=None):
        """One or two values; of the item at hand where it is given and has one that can be typed."""
        own = [pair for pair in self.choices[field] if item and pair[0] in item.values(field)]
        chosen = [self.random.choice(own or self.choices[field])]
        if self.random.random() < 0.4:
            chosen.append(self.random.choice(self.choices[field]))
        typed = list(dict.fromkeys(typed for _, typed in chosen))
        # A committee or a portfolio is found by its name, whichever council has it.
        values = [value for value, name in self.choices[field] if self.means(field, value, name, chosen)]
        return Filter(field, values, typed)

    @staticmethod
    def means(field, value, name, chosen):
        def key(one):
            return one.rpartition("/")[2] if field == "committee" else one
        return any(key(value) == key(other) for other, _ in chosen)

    def dates_filter(self):
        first, last = sorted((self.random.choice(self.dates), self.random.choice(self.dates)))
        kind = self.random.randrange(4)
        if kind == 0:
            return Dates(first, LAST_DAY, f"since:{first}")
        if kind == 1:
            return Dates(FIRST_DAY, f"{int(last[:4]) - 1}-12-31", f"before:{last[:4]}")
        if kind == 2:
            return Dates(f"{first[:4]}-01-01", f"{last[:4]}-12-31", f"date:{first[:4]}..{last[:4]}")
        return Dates(first, last, f"date:{first}..{last}")

    def filters(self, item, count):
        fields = self.random.sample([field for field in FILTERED if self.choices[field]] + ["date"], count)
        return [self.dates_filter() if field == "date" else self.value_filter(field, item) for field in fields]

    # One kind of query each.

    def only_filters(self):
        item = self.some_item() if self.random.random() < 0.7 else None
        return Query([], self.filters(item, self.random.randint(1, 3)))

    def words(self):
        item = self.some_item()
        return Query([self.leaf(item) for _ in range(self.random.randint(1, 3))], [])

    def words_and_filters(self):
        item = self.some_item()
        leaves = [self.leaf(item) for _ in range(self.random.randint(1, 2))]
        return Query(leaves, self.filters(item, self.random.randint(1, 2)))

    def alternatives(self):
        item = self.some_item()
        operands = [self.either(item)] + [self.leaf(item) for _ in range(self.random.randint(0, 1))]
        return Query(operands, self.filters(item, self.random.randint(0, 1)))

    def negations(self):
        item = self.some_item()
        ruled_out = self.leaf(self.some_item())
        field = self.random.choice(("kind", "council", "topic"))
        without = [Without(ruled_out)] if self.random.random() < 0.6 else [Without(self.value_filter(field))]
        return Query([self.leaf(item), *without], self.filters(item, self.random.randint(0, 1)))

    def in_place(self):
        place = self.random.choice(PLACES)
        def inside_of(item):
            return [passage for passage in item.passages if passage.in_place(place) and passage.words]

        item = self.random.choice([item for item in self.items if inside_of(item)] or self.items)
        inside = inside_of(item)
        words = [word.folded for passage in inside for word in passage.words if PLAIN_WORD.fullmatch(word.folded)]
        count = min(len(words), self.random.randint(0, 2))
        parts = [Phrase([word]) for word in self.random.sample(words, count)]
        return Query([InPlace(place, parts)], self.filters(item, self.random.randint(0, 1)))

    def alternative_filter(self):
        """A filter beside words in one OR: it is a condition like any other, and its facet shows what it left."""
        item = self.some_item()
        field = self.random.choice(("kind", "council", "municipal-year"))
        return Query([Either([self.leaf(item), self.value_filter(field)])], [])

    def same_passage(self):
        """Two parts of one passage, or of two."""
        item = self.some_item()
        parts = [self.leaf(item), self.either(item) if self.random.random() < 0.3 else self.leaf(item)]
        others = [self.leaf(item)] if self.random.random() < 0.3 else []
        return Query([SamePassage(parts), *others], self.filters(item, self.random.randint(0, 1)))

    def queries(self, count):
        """`count` queries, all kinds in turn."""
        kinds = (self.only_filters, self.words, self.words_and_filters, self.alternatives, self.negations,
                 self.in_place, self.alternative_filter, self.same_passage)
        return [kinds[number % len(kinds)]() for number in range(count)]
