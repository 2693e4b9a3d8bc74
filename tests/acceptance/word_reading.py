"""What a run of bare words means: labels of the vocabulary, councils, numbers of minutes, words of which a result may do
without. By docs/query-language.md, which also gives the lists of words.

Knows nothing of operators or fields.
"""
import dataclasses
import pathlib
import re

import plain_words
import understood_papers
from query_parts import Acronym, Any, Every, Exact, Filter, Near, Phrase, Topic, any_form

GUIDE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "query-language.md"


def list_in_guide(mark):
    """The words that stand between the marks `<!-- mark -->` and `<!-- end -->`."""
    text = re.search(rf"<!-- {mark} -->(.*?)<!-- end -->", GUIDE.read_text(encoding="utf-8"), re.DOTALL)[1]
    return set(re.findall(r"\w+", text))


FUNCTION_WORDS = list_in_guide("function-words")
WELSH_WORDS = list_in_guide("welsh-words")
DOUBTFUL_WORDS = list_in_guide("doubtful-words")
HELPING_WORDS = list_in_guide("helping-words")
REPORTING_VERBS = list_in_guide("reporting-verbs")
REPORTING_BODIES = list_in_guide("reporting-bodies")
BODIES = list_in_guide("bodies")


@dataclasses.dataclass
class Context:
    """What the words of a query can mean in a collection."""
    labels: object      # label_places.Labels
    vocabulary: object  # vocabulary_file.Vocabulary
    councils: dict      # words of a name, folded: code
    expand: bool = True
    committees: dict = dataclasses.field(default_factory=dict)  # key of a name: committees as facets have them


@dataclasses.dataclass
class Unit:
    """One operand of a run; `optional`: a result may do without it, unless nothing else is asked for. `pieces`: what
    still counts of a label that an item does not hold."""
    part: object
    optional: bool
    pieces: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Span:
    first: int
    count: int
    kind: str
    value: object = None


def optional_words(folded):
    """For each word: whether it only belongs to the question."""
    welsh = WELSH_WORDS | DOUBTFUL_WORDS if WELSH_WORDS & set(folded) else set()
    optional = [word in FUNCTION_WORDS or word in welsh for word in folded]
    helper = None  # a helping word, with nothing but function words and bodies since
    for at, word in enumerate(folded):
        if helper is not None and word in REPORTING_VERBS:
            optional[helper:at + 1] = [True] * (at + 1 - helper)
            helper = None
        elif word in HELPING_WORDS:
            helper = at if helper is None else helper
        elif not optional[at] and word not in REPORTING_BODIES:
            helper = None
        if word == "of" and at > 0 and folded[at - 1] in ("mention", "mentions"):
            optional[at - 1] = True
    return optional


class Run:
    def __init__(self, typed, context, in_operator):
        """`typed`: words between spaces. `in_operator`: no councils, committees and numbers of minutes are looked for."""
        self.context, self.typed = context, typed
        self.words, self.typed_at, self.gaps = [], [], []
        for number, one in enumerate(typed):
            end = 0
            for begin, after in plain_words.places_of_words(one):
                self.gaps.append(one[end:begin] if end else None)
                self.words.append(plain_words.word_of(one[begin:after]))
                self.typed_at.append(number)
                end = after
        self.spans = self.choose(self.label_spans(self.words) + ([] if in_operator else self.council_spans() + self.committee_spans() + self.numbers()))

    def label_spans(self, words):
        """The longest label at each place, from left to right."""
        found = []
        places = self.context.labels.places_in_query(words)
        for place in sorted(places, key=lambda one: (one.first, -one.count)):
            meant, word_too = self.label_is_meant(place, words)
            if not meant:
                continue
            last = found[-1] if found else None
            again = last and (last.first, last.count) == (place.first, place.count)
            if last and not again and place.first < last.first + last.count:
                continue
            if not again:
                found.append(Span(place.first, place.count, "label", [set(), False]))
            found[-1].value[0].add(place.entry.topic)
            found[-1].value[1] |= word_too
        return found

    @staticmethod
    def label_is_meant(place, words):
        """(whether the label is meant, whether the plain word may be meant as well)"""
        label = place.entry.label
        ambiguous = label.kind == "ambiguous"
        if label.hint or label.kind == "weak":
            return False, False
        if not place.entry.acronym:
            return not ambiguous, False
        if sum("A" <= c <= "Z" for c in words[place.first].written) >= 2 or label.lower == "acronym":
            return True, ambiguous
        return label.lower == "both", True

    def council_spans(self):
        """The longest name of a council at each place; with a capital, where any word of the run has one."""
        found = []
        folded = [plain_words.folded(plain_words.without_possessive(word.written)) for word in self.words]
        cased = any(word.capitalised for word in self.words)
        longest = max(map(len, self.context.councils), default=0)
        at = 0
        while at < len(folded):
            names = [tuple(folded[at:at + count]) for count in range(longest, 0, -1)]
            name = next((name for name in names if name in self.context.councils), None)
            name = None if cased and not self.words[at].capitalised else name
            if name:
                found.append(Span(at, len(name), "council", self.context.councils[name]))
            at += len(name) if name else 1
        return found

    def committee_spans(self):
        """Whole names that say which committee it is."""
        found = []
        folded = [word.folded for word in self.words]
        whole = [at for at in range(len(folded) + 1)
                 if at in (0, len(folded)) or self.typed_at[at - 1] != self.typed_at[at]]
        for first in whole:
            for end in whole:
                name = folded[first:end]
                telling = [word for word in name if word not in BODIES | FUNCTION_WORDS | REPORTING_BODIES]
                if not telling or name[0] in FUNCTION_WORDS or not BODIES & set(name):
                    continue
                key = understood_papers.committee_key(" ".join(self.typed[self.typed_at[first]:self.typed_at[end - 1] + 1]))
                meant = self.context.committees.get(key) if " " in key or name[0] == "full" else None
                if meant:
                    found.append(Span(first, end - first, "committee", meant))
        return found

    def numbers(self):
        """"CYP 15"."""
        return [Span(at, 2, "number") for at in range(len(self.words) - 1)
                if self.words[at].acronym and len(self.words[at].folded) <= 6
                and re.fullmatch(r"[0-9]{1,4}", self.words[at + 1].folded)]

    @staticmethod
    def choose(spans):
        """The longer of those that overlap; of the same length the label."""
        taken, chosen = set(), []
        for span in sorted(spans, key=lambda one: -one.count):
            words = set(range(span.first, span.first + span.count))
            if not words & taken:
                taken |= words
                chosen.append(span)
        return sorted(chosen, key=lambda one: one.first)

    def optional(self):
        optional = optional_words([word.folded for word in self.words])
        all_capitals = all(word.acronym for word in self.words)
        inside = {at for span in self.spans for at in range(span.first, span.first + span.count)}
        return [one and at not in inside and (all_capitals or not self.words[at].acronym)
                for at, one in enumerate(optional)]

    def pieces(self):
        """(first, end, span or None): what stays together."""
        found, at = [], 0
        while at < len(self.words):
            span = next((one for one in self.spans if one.first == at), None)
            if span and (span.kind != "label" or self.context.expand):
                found.append((at, at + span.count, span))
            else:
                found.append((at, at + 1, None))
            at = found[-1][1]
        return found

    def units(self):
        optional = self.optional()
        groups = []
        for piece in self.pieces():
            if groups and self.joined(groups[-1][-1], piece):
                groups[-1].append(piece)
            else:
                groups.append([piece])
        return [Unit(self.compound(group), False) if len(group) > 1
                else Unit(self.part(group[0]), optional[group[0][0]], self.pieces_of_label(group[0])) for group in groups]

    def joined(self, left, right):
        """Parts of one written word: "multi-agency"; "schools/academies" are two words."""
        same_word = len({self.typed_at[at] for at in (*range(*left[:2]), *range(*right[:2]))}) == 1
        return same_word and not re.search("[/,;]", self.gaps[right[0]])

    def compound(self, pieces):
        """Its parts side by side, or written as one word."""
        first, end = pieces[0][0], pieces[-1][1]
        # Inside a longer word the name of a council is a word.
        parts = [part for piece in pieces for part in (
            [self.any_form(word) for word in self.words[piece[0]:piece[1]]] if piece[2] and piece[2].kind == "council"
            else [self.part(piece)])]
        apart = Near(parts, end - first - 1)
        words = self.words[first:end]
        if len(pieces) < len(words) or not all(re.fullmatch("-|\u2010|\u2011|\u2013", self.gaps[at])
                                               for at in range(first + 1, end)):
            return apart
        if not all(re.fullmatch("[a-z]+", word.folded) and "'" not in word.written for word in words):
            return apart
        together = plain_words.word_of("".join(word.folded for word in words))
        return Any([apart, self.any_form(together)])

    def part(self, piece):
        first, end, span = piece
        words = self.words[first:end]
        if span is None:
            capitals = words[0].capitals
            if not self.context.expand and capitals in self.context.vocabulary.acronyms:
                return Acronym(capitals)
            return self.acronym_or_word(words[0])
        if span.kind == "label":
            concepts, word_too = span.value
            topic = Topic(frozenset(concepts), self.context.vocabulary.with_broader, self.as_typed(words, concepts))
            return Any([topic, self.acronym_or_word(words[0])]) if word_too and len(words) == 1 else topic
        if span.kind == "number":
            together = plain_words.word_of("".join(word.folded for word in words))
            return Any([self.any_form(together), Every(map(self.any_form, words))])
        if span.kind == "committee":
            inside = Run(self.typed[self.typed_at[first]:self.typed_at[end - 1] + 1], self.context, in_operator=True)
            words = [unit.part for unit in inside.units() if not unit.optional]
            return Any([Filter("committee", sorted(span.value), []), Every(words)])
        content = [word for word, optional in zip(words, optional_words([word.folded for word in words]))
                   if not optional]
        return Any([Filter("council", [span.value], []), Every(map(self.any_form, content))])

    def any_form(self, word):
        return any_form(word, self.context.expand)

    def acronym_or_word(self, word):
        """A known acronym typed in capitals is that; but where all is in capitals every word has to be one."""
        known = self.context.vocabulary.acronyms
        tell = (any(one.has_lower_case for one in self.words)
                or all(one.capitals in known for one in self.words if one.has_letter))
        if tell and word.capitals in known:
            return Acronym(word.capitals, everywhere=True)
        return self.any_form(word)

    def as_typed(self, words, concepts):
        """A label in lists of people and standing text. An acronym is met in its capitals, but one with several meanings
        says nothing there."""
        if len(words) > 1:
            return Phrase(tuple(word.written for word in words))
        capitals = words[0].capitals or words[0].singular.upper()
        if capitals not in self.context.vocabulary.acronyms:
            return Exact(words[0].folded)
        return Acronym(capitals) if len(concepts) == 1 else None

    def pieces_of_label(self, piece):
        """The shorter labels in a label, and its other words that tell something."""
        first, end, span = piece
        if span is None or span.kind != "label" or end - first < 2:
            return []
        words = self.words[first:end]
        inside = {one.first: one for one in self.labels_inside(words, span.value[0])}
        optional = optional_words([word.folded for word in words])
        found, at = [], 0
        while at < len(words):
            label = inside.get(at)
            if label:
                found.append(Topic(frozenset(label.value[0]), self.context.vocabulary.with_broader))
            elif not optional[at]:
                found.append(self.any_form(words[at]))
            at += label.count if label else 1
        return found

    def labels_inside(self, words, concepts):
        """Labels of other concepts without the last word or without the first, whichever cover more words."""
        ways = []
        for skipped in (0, 1):
            labels = [one for one in self.label_spans(words[skipped:len(words) - 1 + skipped]) if one.value[0] != concepts]
            ways.append([dataclasses.replace(one, first=one.first + skipped) for one in labels])
        return max(ways, key=lambda labels: sum(one.count for one in labels))
