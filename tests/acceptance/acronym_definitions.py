"""Acronyms that a paper defines itself: "Long Form (ACR)", "ACR (Long Form)", "ACR – Long Form".

Knows only acronyms of the vocabulary.
"""
import re

from label_places import gap_of
from plain_words import DASHES

SMALL = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"}
CLOSES_BRACKET = re.compile(r"[ \"'\u2018\u2019\u201c\u201d]*\)")
EQUATION = re.compile(rf" *[:=|] *| +[{re.escape(DASHES)}] +")
LONGEST_LABEL = 20
FOREIGN = (None, False)  # something that the vocabulary has no label for


def spelled(words, letters):
    """The initials of the words, small words left out or not, are the letters in order."""
    if not letters or not words:
        return not letters and not words
    if words[0].folded[:1] == letters[0] and spelled(words[1:], letters[1:]):
        return True
    return words[0].folded in SMALL and spelled(words[1:], letters)


def letters_of(word):
    """Small; empty if digits make the initials uncertain."""
    if re.search(r"[0-9]", word.written):
        return ""
    return "".join(c.lower() for c in word.written if "A" <= c <= "Z")


class Definitions:
    def __init__(self, labels, passages):
        """`passages`: pairs of a Text and the places of labels in it."""
        self.labels = labels
        self.senses = {}
        for text, places in passages:
            for at in range(len(text)):
                group = [place for place in places if (place.first, place.count) == (at, 1)]
                acronym = next((key for key in text.keys[at] if key in labels.own_case), None)
                if group and acronym:
                    self.read(text, places, group, acronym)

    def sense_of(self, acronym):
        """(topic or None for a foreign one, whether it is a hint); None: not defined, or in two ways."""
        senses = self.senses.get(acronym, ())
        return next(iter(senses)) if len(senses) == 1 else None

    def read(self, text, places, group, acronym):
        at = group[0].first
        bracketed = at > 0 and gap_of(text.between(at))[0] == "bracket"
        before = bracketed and CLOSES_BRACKET.match(text.after(at))
        sense = self.before(text, places, group) if before else self.behind(text, places, group)
        if sense:
            self.senses.setdefault(acronym, set()).add(sense)

    def before(self, text, places, group):
        """"Long Form (ACR)"."""
        at = group[0].first
        letters = letters_of(text.words[at])
        form = range(at, at)
        for begin in range(at - 1, max(at - len(letters) * 2 - 2, -1), -1):
            if begin + 1 < at and gap_of(text.between(begin + 1))[0] in ("broken", "dot"):
                break
            if spelled(text.words[begin:at], letters):
                form = range(begin, at)
                break
        ending = [place for place in places if place.first + place.count == at and not place.entry.acronym
                  and place.first >= at - LONGEST_LABEL]
        return self.judge(text, group, longest(ending), form)

    def behind(self, text, places, group):
        """"ACR (Long Form)" and "ACR – Long Form"."""
        at = group[0].first
        between = text.between(at + 1)
        bracket = "(" in between and gap_of(between)[0] == "bracket"
        if not bracket and not EQUATION.fullmatch(between):
            return None
        letters = letters_of(text.words[at])

        def ends(last):
            return not bracket or CLOSES_BRACKET.match(text.after(last))

        form = range(at + 1, at + 1)
        for end in range(at + 2, min(len(text), at + 1 + len(letters) * 2 + 1) + 1):
            if ends(end - 1) and spelled(text.words[at + 1:end], letters):
                form = range(at + 1, end)
                break
        beginning = [place for place in places if place.first == at + 1 and not place.entry.acronym
                     and ends(at + place.count)]
        return self.judge(text, group, longest(beginning), form)

    def judge(self, text, group, label, form):
        if label:
            listed = next((place for place in group if place.entry.topic == label.entry.topic), None)
            whole = form and label.first <= form.start and label.first + label.count >= form.stop
            # What the vocabulary says of the acronym counts before what it says of the long form.
            if listed:
                return listed.entry.topic, listed.entry.label.hint
            if whole:
                return label.entry.topic, label.entry.label.hint
        ours = any(self.speaks_of(text, place.entry, form) for place in group)
        return FOREIGN if form and not ours else None

    def speaks_of(self, text, entry, form):
        """A variant of wording does not make an acronym with one sense foreign."""
        if entry.label.kind == "ambiguous":
            return False
        words = [text.words[at] for at in form if text.words[at].folded not in SMALL]
        return 2 * sum(word.singular in self.labels.concept_words[entry.topic] for word in words) >= len(words)


def longest(places):
    """The first of the longest."""
    return max(places, key=lambda place: place.count, default=None)
