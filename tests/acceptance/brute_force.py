"""Answers queries over what `inspect` prints, slowly and plainly: which items, papers and meetings, which passages mention
it wholly or in part, how many items each value of a facet has, which items hold only some of the words.

Knows nothing of indexes.
"""
import dataclasses

from query_parts import Any, Condition, Every, Inside, Leaf, Near, Topic, Without
from understood_papers import FACETS, UNKNOWN, committee_key, name_key
from word_reading import Run


class Words:
    """Bare words; `in_operator`: as a part of NEAR, PARA, ITEM, PAPER or title:."""

    def __init__(self, typed, context, in_operator=False):
        self.typed = typed
        self.units = Run(typed, context, in_operator).units()

    def text(self):
        return " ".join(self.typed)


class Typed:
    """A part and how it is typed."""

    def __init__(self, text, part, bare=False):
        self.typed = text
        self.part = part
        self.bare = bare

    def text(self):
        return self.typed


def part_of(operand):
    """The part an operand stands for, by itself."""
    if isinstance(operand, Words):
        operand = Together([operand])
    if isinstance(operand, Together):
        return operand.parts[0] if len(operand.parts) == 1 else Every(operand.parts)
    return operand.part if isinstance(operand, Typed) else operand


def looks_for_words(part):
    return isinstance(part, Leaf | Near) or any(looks_for_words(one) for one in getattr(part, "parts", ()))


def in_lists_too(part):
    """A label by itself also as typed where no topics are told of: in lists of people and standing text."""
    if not isinstance(part, Topic) or part.as_typed is None:
        return part
    return Any([part, Inside(lambda one: one.kind in ("attendance", "boilerplate"), [part.as_typed])])


@dataclasses.dataclass
class Bare:
    """An operand typed bare; `pieces`: what still counts of it where an item does not hold it."""
    part: object
    pieces: list


class Together:
    """Operands beside each other; `outermost`: of a query, not of a part of it. `place` is the field in: or by: and what it says of passages; it is said of all words
    beside it, not of fields and negations."""

    def __init__(self, operands, place=None, joint=" ", outermost=False):
        self.operands = operands
        self.place = place
        self.joint = joint
        words, functional, self.rest = [], [], []  # words: (part, whether it was typed bare, its pieces)
        for operand in operands:
            part = part_of(operand) if not isinstance(operand, Words) else None
            if isinstance(operand, Words):
                for unit in operand.units:
                    (functional if unit.optional else words).append((unit.part, True, unit.pieces))
            elif isinstance(part, Condition | Without | Inside) or not looks_for_words(part):
                self.rest.append(part)
            else:
                words.append((part, getattr(operand, "bare", False), []))
        # Function words count when there is nothing else to look for.
        if not words and not any(isinstance(part, Inside) for part in self.rest):
            words = functional
        if outermost and not place:
            words = [(in_lists_too(part), bare, pieces) for part, bare, pieces in words]
        self.words = [part for part, _, _ in words]
        self.bare = [Bare(part, pieces) for part, bare, pieces in words if bare and not place]
        self.parts = ([Inside(place[1], self.words)] if place else self.words) + self.rest

    def text(self):
        return self.joint.join([*([self.place[0]] if self.place else []), *(one.text() for one in self.operands)])


class Query:
    """Operands that must all hold; filters among them by themselves, because a facet ignores those of its own field."""

    def __init__(self, operands, place=None, expand=True, joint=" "):
        together = Together(operands, place, joint, outermost=True)
        self.expand = expand
        self.typed = together.text()
        self.filters = [part for part in together.parts if isinstance(part, Condition)]
        self.tree = Every([part for part in together.parts if not isinstance(part, Condition)])
        self.bare = together.bare
        self.required = [part for part in self.tree.parts if not any(part is one.part for one in self.bare)]

    def text(self):
        return self.typed

    def has_text(self, item):
        return self.tree.holds(item, item.passages)

    def passes(self, item, ignored=None):
        """Every filter holds, those on the field `ignored` aside."""
        return all(one.passes(item) for one in self.filters if one.field != ignored)

    def has_some(self, item):
        """Some of the bare words stand in the item, which has all that is required, or pieces of a label that it does not
        hold. What a bare word means beside words (a council, a day) does not count."""
        can_be_missed = len(self.bare) > 1 or any(one.pieces for one in self.bare)
        if not can_be_missed or not all(part.holds(item, item.passages) for part in self.required):
            return False
        counting = [part for one in self.bare for part in (by_words(one.part), *one.pieces)]
        return any(part.holds(item, item.passages) for part in counting)


def by_words(part):
    if isinstance(part, Any):
        return Any([one for one in part.parts if one.looks])
    return part


def mentions_of(query, items):
    """(item, passage's text, "whole" or "part"): passages that hold all of the query's text, and those that hold some,
    the item the rest."""
    rows = []
    for item in items:
        for passage in item.passages:
            if query.tree.adds(item, passage, item.passages):
                whole = query.tree.holds(item, [passage], alone=True)
                rows.append((item.id, passage.text, "whole" if whole else "part"))
    return sorted(rows)


def facet_counts(query, with_text, facet):
    """Items by value, whatever the query's filters on this facet say."""
    counts = {}
    for item in with_text:
        if query.passes(item, ignored=facet):
            for value in item.values(facet):
                counts[value] = counts.get(value, 0) + 1
    return counts


def answer(query, collection):
    """What is found, in the shape that `answer_of_program` gives."""
    with_text = [item for item in collection.items if query.has_text(item)]
    items = [item for item in with_text if query.passes(item)]
    found = {id(item) for item in items}
    some = [item for item in collection.items
            if id(item) not in found and query.passes(item) and query.has_some(item)]
    rows = mentions_of(query, items)
    return {
        "items": len(items),
        "papers": len({id(item.paper) for item in items}),
        "meetings": len({item.paper.meeting for item in items}),
        "mentions": len(rows),
        "whole": sum(match == "whole" for _, _, match in rows),
        "some": len(some),
        "found": sorted(item.id for item in items),
        "found some": sorted(item.id for item in some),
        "rows": rows,
        **{facet: facet_counts(query, with_text, facet) for facet in FACETS},
    }


def facet_key(facet, value):
    """A value as the program prints it, in the form it has here."""
    if facet == "committee":
        council, slash, _ = value["value"].partition("/")
        return f"{council}/{committee_key(value['label'])}" if slash else UNKNOWN
    if facet == "portfolio" and value["value"] != UNKNOWN:
        return name_key(value["label"])
    return value["value"]


def answer_of_program(printed):
    """The same of a printed answer with all its rows, without the values that stay in a facet only because they were
    chosen."""
    totals = printed["totals"]
    facets = {
        facet: {facet_key(facet, value): value["count"] for value in printed["facets"][facet] if value["count"]}
        for facet in FACETS
    }
    found = [result for result in printed["results"] if result["tier"] == "all"]
    return {**{name: totals[name] for name in ("items", "papers", "meetings", "mentions", "some")},
            "whole": totals["whole_mentions"],
            "found": sorted(result["id"] for result in found),
            "found some": sorted(result["id"] for result in printed["results"] if result["tier"] == "some"),
            "rows": sorted((result["id"], mention["text"], mention["match"])
                           for result in found for mention in result["mentions"]),
            **facets}
