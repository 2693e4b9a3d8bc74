"""Where labels of the vocabulary may stand in a text or a query: by the words alone and what stands between them.

Words of labels are compared by their singular in any case, those with two capitals (in acronyms: with one) in their own.
Knows nothing of which of several labels is meant.
"""
import dataclasses
import re

import plain_words
import welsh_forms

SPACES = " \t\u00a0\u202f"
JOINING = SPACES + "'\"\u2018\u2019\u201c\u201d)]*_/" + plain_words.DASHES + plain_words.INVISIBLE
DASH_BETWEEN_SPACES = re.compile(rf"\s[{re.escape(plain_words.DASHES)}]\s")


def gap_of(between):
    """(what stands between two words: joined, dot, bracket or broken; whether there is a comma)"""
    if between == ".":
        return "dot", False
    if any(c not in JOINING + ",([" for c in between) or DASH_BETWEEN_SPACES.search(between):
        return "broken", False
    return "bracket" if re.search(r"[(\[]", between) else "joined", "," in between


def own_case_key(word):
    """"EHCP's" -> "@EHCP", "SENCos" -> "@SENCo"."""
    if word.acronym:
        return "@" + word.capitals
    base = word.written
    if base.endswith("'s"):
        return "@" + base[:-2]
    return "@" + (base[:-1] if len(base) > 2 and base.endswith("s") else base)


class Text:
    """A text cut into words, with what stands before each of them."""

    def __init__(self, text, welsh=False):
        self.text = text
        self.welsh = welsh
        self.places = plain_words.places_of_words(text)
        self.words = [plain_words.word_of(text[begin:end]) for begin, end in self.places]
        self.keys = [{word.singular, own_case_key(word)} for word in self.words]

    def __len__(self):
        return len(self.words)

    def between(self, at):
        """What stands before word `at`; nothing before the first and after the last."""
        return self.text[self.places[at - 1][1]:self.places[at][0]] if 0 < at < len(self.words) else ""

    def after(self, at):
        return self.text[self.places[at][1]:]


class Entry:
    """A label as it is looked for."""

    def __init__(self, label, all_labels):
        self.label = label
        self.topic = label.topic
        cut = Text(label.text)
        least = 1 if label.kind in ("acronym", "ambiguous") else 2
        own = [sum("A" <= c <= "Z" for c in word.written) >= least for word in cut.words]
        self.keys = [own_case_key(word) if cased else word.singular for word, cased in zip(cut.words, own)]
        # What each word may be met as: a Welsh one with its first letter changed.
        self.forms = [{key} if not label.welsh or key[0] == "@" else
                      {key} | {plain_words.word_of(form).singular for form in welsh_forms.mutated(key)} for key in self.keys]
        gaps = [gap_of(cut.between(at)) for at in range(1, len(cut))]
        self.gaps = ["joined" if gap == "broken" else gap for gap, _ in gaps]
        self.has_comma = any(comma for _, comma in gaps)
        # One word in its own case.
        self.acronym = ("~" if label.welsh else "") + self.keys[0] if len(own) == 1 and own[0] else None
        small_acronym = label.kind == "hidden" and not label.hint and any(
            other.kind in ("acronym", "ambiguous") and not other.hint and label.text == plain_words.folded(other.text)
            for other in all_labels)
        self.needs_context = label.kind == "ambiguous" or small_acronym

    def spelling(self):
        return self.label.welsh, *self.keys, *self.gaps


@dataclasses.dataclass(frozen=True)
class Place:
    """Words [first, first + count) may be the label."""
    first: int
    count: int
    entry: Entry


@dataclasses.dataclass(frozen=True)
class Span:
    """Words [first, first + count) of a passage mention the topic."""
    first: int
    count: int
    topic: str

    @property
    def end(self):
        return self.first + self.count

    def overlaps(self, other):
        return self.first < other.end and other.first < self.end


class Labels:
    def __init__(self, vocabulary):
        self.by_first = {}
        self.concept_words = {}
        for concept in vocabulary.concepts.values():
            entries = [Entry(label, concept.labels) for label in concept.labels]
            weak = {entry.spelling() for entry in entries if entry.label.kind == "weak"}
            for entry in entries:
                # A label that is also given as a weak one counts as weak.
                if entry.label.kind == "weak" or entry.spelling() not in weak:
                    for form in entry.forms[0]:
                        self.by_first.setdefault(form, []).append(entry)
            self.concept_words[concept.id] = {key for entry in entries for key in entry.keys if key[0] != "@"}
        entries = [entry for some in self.by_first.values() for entry in some]
        own_case = {(key, entry.label.welsh) for entry in entries for key in entry.keys if key[0] == "@"}
        self.own_case = {key for key, welsh in own_case if not welsh}
        self.cased = {}
        for key, _ in own_case:
            self.cased.setdefault(plain_words.folded(key[1:]), set()).add(key)

    def places_in(self, text):
        """Every label of a `Text` that its words allow, by (first, count)."""
        found = {(first, id(entry)): Place(first, len(entry.keys), entry)
                 for first in range(len(text)) for key in text.keys[first]
                 for entry in self.by_first.get(key, ()) if self.stands(entry, text, first)}
        return sorted(found.values(), key=lambda place: (place.first, place.count))

    @staticmethod
    def stands(entry, text, first):
        if first + len(entry.keys) > len(text) or (entry.label.welsh and not text.welsh):
            return False
        comma = False
        for offset in range(1, len(entry.keys)):
            gap, comma_here = gap_of(text.between(first + offset))
            if not entry.forms[offset] & text.keys[first + offset] or gap != entry.gaps[offset - 1]:
                return False
            comma = comma or comma_here
        # In a list ("schools, transport") a comma parts two words; in longer labels it is a matter of style.
        return not comma or len(entry.keys) > 2 or entry.has_comma

    def query_keys(self, word):
        """In queries acronyms are compared in any case."""
        return {word.singular} | self.cased.get(word.folded, set()) | self.cased.get(word.singular, set())

    def places_in_query(self, words):
        keys = [self.query_keys(word) for word in words]
        found = []
        for first in range(len(words)):
            entries = {id(entry): entry for key in keys[first] for entry in self.by_first.get(key, ())}
            for entry in entries.values():
                inside = keys[first:first + len(entry.keys)]
                if len(inside) == len(entry.keys) and all(forms & one for forms, one in zip(entry.forms, inside)):
                    found.append(Place(first, len(entry.keys), entry))
        return found
