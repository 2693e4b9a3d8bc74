"""How the first letters of Welsh words change, and which forms of a word a collection has in Welsh. By
docs/query-language.md. Knows nothing of indexes.
"""
import collections
import functools
import re

# What a word begins with in the dictionary: what it may begin with in a text.
CHANGES = {"p": ("b", "mh", "ph"), "t": ("d", "nh", "th"), "c": ("g", "ngh", "ch"), "b": ("f", "m"), "d": ("dd", "n"),
           "g": ("", "ng"), "m": ("f",), "ll": ("l",), "rh": ("r",)}
LETTERS = re.compile("(ll|rh|[ptcbdgm])[aeiouwylrn]|([aeiouwy])")
FEWEST_LETTERS = 3


@functools.cache
def mutated(word):
    """Without the word itself, which is folded."""
    begins = LETTERS.match(word)
    if len(word) < 2 or not begins:
        return frozenset()
    if begins[2]:
        return frozenset({"h" + word})
    return frozenset(change + word[len(begins[1]):] for change in CHANGES[begins[1]])


def radicals(word):
    """Words of which it may be a form, in the order of the table; itself first."""
    found = [word]
    for letter, changes in CHANGES.items():
        for change in changes:
            radical = letter + word[len(change):]
            if word.startswith(change) and word in mutated(radical) and radical not in found:
                found.append(radical)
    if word.startswith("h") and word in mutated(word[1:]):
        found.append(word[1:])
    return found


class WelshWords:
    """Which forms are met in the Welsh passages of a collection."""

    def __init__(self, collection):
        self.welsh, self.english = collections.Counter(), collections.Counter()
        for item in collection.items:
            welsh = [passage.welsh for passage in item.passages]
            self.welsh.update({word for here, passage in zip(welsh, item.passages) if here for word in passage.folded})
            self.english.update({stem for here, passage in zip(welsh, item.passages) if not here for stem in passage.stems})

    def forms(self, word):
        """Other forms of a word of a query; none of one that stands in English as often."""
        best, most = (), 0
        for radical in radicals(word.folded):
            met = {form: self.welsh[form] for form in {*mutated(radical), radical} - {word.folded}
                   if len(form.encode()) >= FEWEST_LETTERS and self.welsh[form]}
            if sum(met.values()) > most:
                best, most = met, sum(met.values())
        return frozenset(best) if most + self.welsh[word.folded] > self.english[word.stem] else frozenset()
