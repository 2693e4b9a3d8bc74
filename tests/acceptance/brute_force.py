"""Answers queries over what `inspect` prints, slowly and plainly, by the words of the design: which items, papers and
meetings, which passages mention it wholly or in part, how many items each value of a facet has.

A query is a tree of the nodes below; `text()` is how it is typed. Knows nothing of indexes.
"""
import dataclasses

import plain_words
from understood_papers import FACETS, UNKNOWN, name_key


class Leaf:
    """What stands at one place of a passage."""

    def holds(self, item, passages):
        return any(self.stands(passage) for passage in passages)

    def adds(self, item, passage):
        return self.stands(passage)


@dataclasses.dataclass
class Exact(Leaf):
    """`=word`: this form only; typed in capitals it is the acronym, else the word."""
    word: str

    def text(self):
        return f"={self.word}"

    def stands(self, passage):
        wanted = plain_words.word_of(self.word)
        return any(word.folded == wanted.folded and (word.acronym and passage.capitals_tell) == wanted.acronym
                   for word in passage.words)


@dataclasses.dataclass
class Phrase(Leaf):
    """`"words as written"`."""
    words: list

    def text(self):
        return f'"{" ".join(self.words)}"'

    def stands(self, passage):
        wanted = [plain_words.word_of(word).folded for word in self.words]
        starts = range(len(passage.folded) - len(wanted) + 1)
        return any(passage.folded[start:start + len(wanted)] == wanted for start in starts)


@dataclasses.dataclass
class Explained(Leaf):
    """An acronym typed in capitals that papers explain, in one way only: itself in any case, or its long form."""
    acronym: str
    long_forms: list

    def text(self):
        return self.acronym

    def stands(self, passage):
        forms = (self.acronym.lower(), self.acronym.lower() + "s")
        return (any(word in forms for word in passage.folded)
                or any(Phrase(plain_words.written(form)).stands(passage) for form in self.long_forms))


@dataclasses.dataclass
class Prefix(Leaf):
    """`word*`."""
    begin: str

    def text(self):
        return f"{self.begin}*"

    def stands(self, passage):
        return any(word.startswith(self.begin) for word in passage.folded)


@dataclasses.dataclass
class Every:
    """`a b`: all of them in the item."""
    parts: list

    def text(self):
        return " ".join(part.text() for part in self.parts)

    def holds(self, item, passages):
        return all(part.holds(item, passages) for part in self.parts)

    def adds(self, item, passage):
        return any(part.holds(item, item.passages) and part.adds(item, passage) for part in self.parts)


@dataclasses.dataclass
class Either(Every):
    """`(a OR b)`."""

    def text(self):
        return f"({' OR '.join(part.text() for part in self.parts)})"

    def holds(self, item, passages):
        return any(part.holds(item, passages) for part in self.parts)


@dataclasses.dataclass
class Group(Every):
    """`(a b)`."""

    def text(self):
        return f"({super().text()})"


@dataclasses.dataclass
class SamePassage(Every):
    """`(a PARA b)`: one passage holds all of them."""

    def text(self):
        return f"({' PARA '.join(part.text() for part in self.parts)})"

    def holds(self, item, passages):
        return any(super(SamePassage, self).holds(item, [passage]) for passage in passages)

    def adds(self, item, passage):
        return super().holds(item, [passage])


@dataclasses.dataclass
class Without:
    """`-a`: nowhere in the item."""
    part: object

    def text(self):
        return f"-{self.part.text()}"

    def holds(self, item, passages):
        return not self.part.holds(item, item.passages)

    def adds(self, item, passage):
        return False


@dataclasses.dataclass
class InPlace:
    """`in:resolution words`: each of them in a passage of that kind. It is said of all words beside it."""
    place: str
    parts: list

    def text(self):
        return " ".join([f"in:{self.place}", *(part.text() for part in self.parts)])

    def holds(self, item, passages):
        inside = [passage for passage in passages if passage.in_place(self.place)]
        return all(part.holds(item, inside) for part in self.parts) if self.parts else bool(inside)

    def adds(self, item, passage):
        if not passage.in_place(self.place):
            return False
        return not self.parts or any(part.adds(item, passage) for part in self.parts)


@dataclasses.dataclass
class Filter:
    """`field:value`, `field:(a OR b)`: any of the values; `values` as facets have them, `typed` as users write them."""
    field: str
    values: list
    typed: list

    def text(self):
        typed = [f'"{value}"' for value in self.typed]
        return f"{self.field}:{typed[0]}" if len(typed) == 1 else f"{self.field}:({' OR '.join(typed)})"

    def holds(self, item, passages):
        return bool(item.values(self.field) & set(self.values))

    def adds(self, item, passage):
        return False


@dataclasses.dataclass
class Dates:
    """`since:`, `before:`, `date:from..to`: days of the meeting, both ends included; undated papers have none."""
    first: str
    last: str
    typed: str
    field = "date"

    def text(self):
        return self.typed

    def holds(self, item, passages):
        return bool(item.paper.date) and self.first <= item.paper.date <= self.last

    def adds(self, item, passage):
        return False


@dataclasses.dataclass
class Query:
    """Operands that must all hold; filters among them by themselves, because a facet ignores those of its own field."""
    operands: list
    filters: list

    def text(self):
        return " ".join(part.text() for part in [*self.operands, *self.filters])

    def has_text(self, item):
        return all(part.holds(item, item.passages) for part in self.operands)

    def passes(self, item, ignored=None):
        """Every filter holds, those on the field `ignored` aside."""
        return all(one.holds(item, item.passages) for one in self.filters if one.field != ignored)


def mentions_of(query, items):
    """(whole, part): passages that hold all of the query's text, and those that hold some, the item the rest."""
    whole = part = 0
    text = Every(query.operands)
    for item in items:
        for passage in item.passages:
            if not text.adds(item, passage):
                continue
            if text.holds(item, [passage]):
                whole += 1
            else:
                part += 1
    return whole, part


def facet_counts(query, with_text, facet):
    """Items by value, whatever the query's filters on this facet say."""
    counts = {}
    for item in with_text:
        if query.passes(item, ignored=facet):
            for value in item.values(facet):
                counts[value] = counts.get(value, 0) + 1
    return counts


def answer(query, collection):
    """Totals and facets, in the shape that `answer_of_program` gives."""
    with_text = [item for item in collection.items if query.has_text(item)]
    items = [item for item in with_text if query.passes(item)]
    whole, part = mentions_of(query, items)
    return {
        "items": len(items),
        "papers": len({id(item.paper) for item in items}),
        "meetings": len({item.paper.meeting for item in items}),
        "mentions": whole + part,
        "whole": whole,
        **{facet: facet_counts(query, with_text, facet) for facet in FACETS},
    }


def facet_key(facet, value):
    """A value as the program prints it, in the form it has here."""
    if facet == "committee":
        council, slash, _ = value["value"].partition("/")
        return f"{council}/{name_key(value['label'])}" if slash else UNKNOWN
    if facet == "portfolio" and value["value"] != UNKNOWN:
        return name_key(value["label"])
    return value["value"]


def answer_of_program(printed):
    """The same figures of a printed answer, without the values that stay in a facet only because they were chosen."""
    totals = printed["totals"]
    facets = {
        facet: {facet_key(facet, value): value["count"] for value in printed["facets"][facet] if value["count"]}
        for facet in FACETS
    }
    return {**{name: totals[name] for name in ("items", "papers", "meetings", "mentions")},
            "whole": totals["whole_mentions"], **facets}
