"""Parts of a query, and what of an item answers them, slowly and plainly, by the words of docs/query-language.md.

`holds(item, where, alone)`: whether the item holds the part, looked for in the passages `where`. `alone`: one passage is
judged by itself; then what is said of the whole item (that it lacks something) is taken as said.
`adds(item, passage, where)`: whether the part is seen in a passage of an item that holds it.
`places(passage)`: (first, last) word of each of its places in a passage. `text()`: how it is typed.
Knows nothing of indexes.
"""
import dataclasses

import plain_words


class Leaf:
    """What stands at places of a passage."""
    looks = True  # for something in the text

    def holds(self, item, where, alone=False):
        return any(self.places(passage) for passage in where)

    def adds(self, item, passage, where):
        return bool(self.places(passage))


@dataclasses.dataclass(frozen=True)
class Exact(Leaf):
    """`=word`: this form only; typed in capitals it is the acronym, else the word."""
    word: str

    def text(self):
        return f"={self.word}"

    def places(self, passage):
        wanted = plain_words.word_of(self.word)
        return [(at, at) for at, folded in enumerate(passage.folded)
                if folded == wanted.folded and (at in passage.acronyms) == wanted.acronym]


@dataclasses.dataclass(frozen=True)
class Phrase(Leaf):
    """`"words as written"`; `starred`: the last is a beginning."""
    words: tuple
    starred: bool = False

    def text(self):
        return f'"{" ".join(self.words)}{"*" if self.starred else ""}"'

    def places(self, passage):
        wanted = [plain_words.word_of(word).folded for word in self.words]
        found = []
        for first in range(len(passage.folded) - len(wanted) + 1):
            there = passage.folded[first:first + len(wanted)]
            if there == wanted or (self.starred and there[:-1] == wanted[:-1] and there[-1].startswith(wanted[-1])):
                found.append((first, first + len(wanted) - 1))
        return found


@dataclasses.dataclass(frozen=True)
class Prefix(Leaf):
    """`word*`."""
    begin: str

    def text(self):
        return f"{self.begin}*"

    def places(self, passage):
        return [(at, at) for at, word in enumerate(passage.folded) if word.startswith(self.begin)]


@dataclasses.dataclass(frozen=True)
class Stem(Leaf):
    """A bare word: any of its forms; in a Welsh passage itself."""
    stem: str
    folded: str

    def places(self, passage):
        if passage.welsh:
            return [(at, at) for at, word in enumerate(passage.folded) if word == self.folded]
        return [(at, at) for at, word in enumerate(passage.stems) if word == self.stem]


def any_form(word, spellings=True):
    """A word in any form, and unless said otherwise in any spelling."""
    own = Stem(word.stem, word.folded)
    others = sorted(plain_words.other_spellings(word.folded)) if spellings else []
    return Spelt([own, *(any_form(plain_words.word_of(one), spellings=False) for one in others)]) if others else own


@dataclasses.dataclass(frozen=True)
class Acronym(Leaf):
    """An acronym in its own case; `everywhere`: also in a passage that is all in capitals."""
    capitals: str
    everywhere: bool = False

    def places(self, passage):
        return [(at, at) for at, word in enumerate(passage.words)
                if word.capitals == self.capitals and (self.everywhere or passage.capitals_tell)]


@dataclasses.dataclass(frozen=True)
class Topic(Leaf):
    """Any label of one of the concepts, or of a narrower one."""
    concepts: frozenset
    with_broader: dict = dataclasses.field(compare=False, repr=False)
    as_typed: object = dataclasses.field(default=None, compare=False, repr=False)  # what it is found by in lists

    def places(self, passage):
        return [(span.first, span.end - 1) for span in passage.spans if self.with_broader[span.topic] & self.concepts]


@dataclasses.dataclass(frozen=True)
class Name(Leaf):
    """A word that belongs to somebody's name."""
    word: str

    def places(self, passage):
        wanted = plain_words.word_of(self.word).folded
        return [(at, at) for at, word in enumerate(passage.folded) if word == wanted and at in passage.people]


@dataclasses.dataclass
class Spelt(Leaf):
    """One word in several spellings."""
    forms: list

    def places(self, passage):
        return sorted({place for form in self.forms for place in form.places(passage)})


class Every:
    """All of the parts."""

    def __init__(self, parts):
        self.parts = list(parts)

    @property
    def looks(self):
        return any(part.looks for part in self.parts)

    def holds(self, item, where, alone=False):
        return all(part.holds(item, where, alone) for part in self.parts)

    def adds(self, item, passage, where):
        return any(part.holds(item, where) and part.adds(item, passage, where) for part in self.parts)


class Any(Every):
    """One of the parts, or more."""

    def holds(self, item, where, alone=False):
        return any(part.holds(item, where, alone) for part in self.parts)

    def places(self, passage):
        return [place for part in self.parts for place in part.places(passage)]


class SamePassage(Every):
    """One passage holds all of the parts."""

    def holds(self, item, where, alone=False):
        return any(super(SamePassage, self).holds(item, [passage], alone) for passage in where)

    def adds(self, item, passage, where):
        return super().holds(item, [passage]) and super().adds(item, passage, where)


class SamePaper(Every):
    """Every part stands in some item of the paper, at least one of them in this one."""

    def holds(self, item, where, alone=False):
        if alone:
            return super().holds(item, where, alone)
        everywhere = all(any(part.holds(other, other.passages) for other in item.paper.items) for part in self.parts)
        return everywhere and any(part.holds(item, item.passages) for part in self.parts)


class Near(Every):
    """All of the parts in one passage, no place of them beginning more than `distance` words after the end of another."""

    def __init__(self, parts, distance):
        super().__init__(parts)
        self.distance = distance

    def places(self, passage):
        places = [part.places(passage) for part in self.parts]
        found = set()
        # The place that ends first decides which others are near enough.
        for _, end in (place for some in places for place in some):
            near = [[place for place in some if place[1] >= end and place[0] <= end + self.distance] for some in places]
            if all(near):
                found |= {place for some in near for place in some}
        return sorted(found)

    holds = Leaf.holds
    adds = Leaf.adds


class Without:
    """`-a`: not in the item."""
    looks = False

    def __init__(self, part):
        self.part = part

    def holds(self, item, where, alone=False):
        return alone or not self.part.holds(item, where)

    def adds(self, item, passage, where):
        return False


class Inside(Every):
    """The parts are looked for only in some passages; there has to be such a passage."""
    looks = True

    def __init__(self, fits, parts):
        super().__init__(parts)
        self.fits = fits

    def holds(self, item, where, alone=False):
        inside = [passage for passage in where if self.fits(passage)]
        return bool(inside) and super().holds(item, inside, alone)

    def adds(self, item, passage, where):
        inside = [passage for passage in where if self.fits(passage)]
        return self.fits(passage) and (not self.parts or super().adds(item, passage, inside))


class Condition:
    """Something about the item or its paper, not its text; the facet of its `field` ignores it."""
    looks = False

    def holds(self, item, where, alone=False):
        return self.passes(item)

    def adds(self, item, passage, where):
        return False


@dataclasses.dataclass
class Filter(Condition):
    """`field:value`, `field:(a OR b)`: any of the values; `values` as facets have them, `typed` as users write them."""
    field: str
    values: list
    typed: list

    def text(self):
        typed = [f'"{value}"' for value in self.typed]
        return f"{self.field}:{typed[0]}" if len(typed) == 1 else f"{self.field}:({' OR '.join(typed)})"

    def passes(self, item):
        return bool(item.values(self.field) & set(self.values))


@dataclasses.dataclass
class Days(Condition):
    """Days of the meeting, both ends included; undated papers have none. Typed as a field or in words."""
    first: str
    last: str
    typed: str
    field = "date"

    def text(self):
        return self.typed

    def passes(self, item):
        return bool(item.paper.date) and self.first <= item.paper.date <= self.last


@dataclasses.dataclass
class Undated(Condition):
    field = "date"

    def text(self):
        return "date:unknown"

    def passes(self, item):
        return not item.paper.date


@dataclasses.dataclass
class Number(Condition):
    """`number:CYP15`: the item or minute number."""
    number: str
    field = "number"

    def text(self):
        return f'number:"{self.number}"'

    def passes(self, item):
        return bool(item.number) and item.number.casefold() == self.number.casefold()


@dataclasses.dataclass
class Source(Condition):
    """`source:minutes.md`: the end of the source's path."""
    ending: str
    field = "source"

    def text(self):
        return f'source:"{self.ending}"'

    def passes(self, item):
        return item.paper.source.endswith(self.ending)


@dataclasses.dataclass
class NotExempt(Condition):
    """`exempt:no`: all there is in an index without exempt papers."""
    field = "exempt"

    def text(self):
        return "exempt:no"

    def passes(self, item):
        return True
