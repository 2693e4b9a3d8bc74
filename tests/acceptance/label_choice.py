"""Which of the labels that may stand in the passages of a paper count as mentions of their topics: by context, by what
the paper defines, by place, under no mask, the longest of those that overlap.
"""
import dataclasses
import re

import vocabulary_file
from acronym_definitions import Definitions
from composite_topics import Composite
from label_places import Labels, Span, Text

REACH = 150  # bytes
PORTFOLIO_TITLES = ("Cabinet Member for", "Executive Member for", "Lead Member for", "Portfolio Holder for")


@dataclasses.dataclass(frozen=True)
class Hit:
    span: Span
    acronym: bool
    hint: bool


def in_order(hits):
    return sorted(hits, key=lambda hit: (hit.span.first, -hit.span.count))


def longest_of(hits):
    """Leftmost, then longest. A label inside a longer one does not count, but an acronym does under its own topic."""
    kept = []
    longest = None
    for hit in in_order(hits):
        same = longest and (hit.span.first, hit.span.count) == (longest.first, longest.count)
        if longest and hit.span.first < longest.end and not same:
            if hit.acronym and hit.span.topic != longest.topic:
                kept.append(hit)
            continue
        longest = hit.span
        kept.append(hit)
    return kept


def begins_a_word(entry, text):
    """`entry` stands in the bytes where a word begins; one without a small letter in its own case, others in any; a
    space stands for a hyphen too."""
    pattern = re.escape(entry.encode()).replace(rb"\ ", b"[ -]")
    flags = 0 if not re.search(r"[a-z]", entry) else re.IGNORECASE
    return re.search(rb"(?<![A-Za-z0-9\x80-\xff])" + pattern, text, flags) is not None


class Matcher:
    """Spans of all passages of a paper."""

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.labels = Labels(vocabulary)
        self.masks = [vocabulary_file.singulars(name) for name in vocabulary.masks]
        self.composites = [Composite(vocabulary, concept) for concept in vocabulary.concepts.values() if concept.of]

    def spans(self, passages, masks):
        """`passages`: (text, heading, masked, item, is the item's title, is Welsh) each; `masks`: names in which nothing counts.
        Returns a set of spans for each."""
        texts = [Text(text, welsh) for text, *_, welsh in passages]
        places = [[] if masked else self.labels.places_in(text) for text, (_, _, masked, *_) in zip(texts, passages)]
        definitions = Definitions(self.labels, zip(texts, places))
        names = self.masks + [vocabulary_file.singulars(name) for name in masks]
        found = [Choice(self.vocabulary, definitions, names, text, heading).spans(some)
                 for text, some, (_, heading, *_) in zip(texts, places, passages)]
        for composite in self.composites:
            composite.add_to(found, texts, passages)
        return [labels | added for labels, added in found]


class Choice:
    """The labels of one passage."""

    def __init__(self, vocabulary, definitions, masks, text, heading):
        self.vocabulary = vocabulary
        self.definitions = definitions
        self.text = text
        self.heading = heading
        singulars = [word.singular for word in text.words]
        self.masked = {at for name in masks for first in range(len(singulars) - len(name) + 1)
                       if name and singulars[first:first + len(name)] == name
                       for at in range(first, first + len(name))}
        upper, lower = (len(re.findall(letters, text.text)) for letters in ("[A-Z]", "[a-z]"))
        self.all_capitals = upper >= 4 * lower and len(text) > 1
        self.hits = []
        self.weak = []

    def spans(self, places):
        """(spans of labels, an empty set for those of composites)"""
        for key in sorted({(place.first, place.count) for place in places}):
            self.judge([place for place in places if (place.first, place.count) == key])
        labels = longest_of([hit for hit in self.hits if not hit.hint])
        hints = [hint for hint in longest_of(self.hits) if hint.hint and not any(
            hit.span.topic == hint.span.topic and hit.span.overlaps(hint.span) for hit in labels)]
        kept = labels + hints
        # Weak labels count beside another label of their concept.
        for weak in self.weak:
            beside = any(hit.span.topic == weak.span.topic for hit in kept)
            taken = any((weak.hint or not hit.hint) and hit.span.overlaps(weak.span) for hit in kept)
            if beside and not taken:
                labels = [*labels, *([] if weak.hint else [weak])]
        return {hit.span for hit in labels}, set()

    def judge(self, group):
        """Labels over the same words: of one concept, or the senses of an acronym."""
        defined = needs_context = False
        for place in group:
            entry = place.entry
            if entry.acronym and not self.acronym_stands(place):
                continue
            sense = self.definitions.sense_of(entry.acronym) if entry.acronym else None
            if sense:
                if not defined and sense[0]:
                    self.accept(place, *sense)
                defined = True
            elif entry.needs_context:
                needs_context = True
            elif entry.label.kind == "weak" and not self.heading:
                self.weak.append(Hit(Span(place.first, place.count, entry.topic), False, entry.label.hint))
            else:
                self.accept(place, entry.topic, entry.label.hint)
        if needs_context and not defined:
            self.judge_by_context(group)

    def judge_by_context(self, group):
        """The sense for which most words nearby speak; none if two are level."""
        scores = {}
        for place in group:
            if place.entry.needs_context and (not place.entry.acronym or self.acronym_stands(place)):
                score = self.context_score(place)
                if score > scores.get(place.entry.topic, (0, None))[0]:
                    scores[place.entry.topic] = (score, place)
        best = max((score for score, _ in scores.values()), default=0)
        meant = [place for score, place in scores.values() if score == best]
        if len(meant) == 1:
            self.accept(meant[0], meant[0].entry.topic, meant[0].entry.label.hint)

    def context_score(self, place):
        """How many of the concept's context entries stand near the place, itself left out."""
        begin = self.text.places[place.first][0]
        end = self.text.places[place.first + place.count - 1][1]
        before, after = self.text.text[:begin].encode(), self.text.text[end:].encode()
        near_before = before[-REACH:]
        if len(before) > REACH and re.match(rb"[A-Za-z0-9\x80-\xff]", before[-REACH - 1:-REACH]):
            near_before = re.sub(rb"^[A-Za-z0-9\x80-\xff]+", b"", near_before)  # no half word at the edge
        context = self.vocabulary.concepts[place.entry.topic].context
        return sum(begins_a_word(entry, near_before) or begins_a_word(entry, after[:REACH]) for entry in context)

    def acronym_stands(self, place):
        """Not before "&"; and in words set in capitals throughout, "BID" may be the plain word."""
        if self.text.after(place.first).startswith("&"):
            return False
        return place.entry.label.lower == "acronym" or not self.all_capitals

    def accept(self, place, topic, hint):
        if not self.masked & set(range(place.first, place.first + place.count)):
            self.hits.append(Hit(Span(place.first, place.count, topic), bool(place.entry.acronym), hint))


def paper_masks(paper):
    """Names under which nothing counts: of the council, the committee, lists of portfolios, titles of their holders."""
    names = [(paper[one] or {}).get("name") or "" for one in ("council", "committee")]
    masks = [name for name in names if " " in name]
    for portfolio in paper["portfolios"]:
        masks += [f"{title} {portfolio}" for title in PORTFOLIO_TITLES]
        if re.search(r",| and | & ", portfolio):
            masks.append(portfolio)
    return masks


def says_nothing(item):
    """"13. Social Value" over "N/A": the heading is the form's, not the paper's."""
    rest = item["passages"][1:]
    return bool(rest) and all(passage["kind"] == "boilerplate" for passage in rest)


def spans_of_paper(matcher, paper):
    """For each item of an inspected paper, for each passage, the set of its spans."""
    passages = [(passage["text"], passage["kind"] == "heading",
                 passage["kind"] in ("attendance", "boilerplate") or says_nothing(item), number,
                 passage["kind"] == "heading" and position == 0, passage.get("lang") == "cy")
                for number, item in enumerate(paper["items"]) for position, passage in enumerate(item["passages"])]
    found = iter(matcher.spans(passages, paper_masks(paper)))
    return [[next(found) for _ in item["passages"]] for item in paper["items"]]
