"""How the first letters of Welsh words change. By docs/query-language.md. Knows nothing of indexes.
"""
import functools
import re

# What a word begins with in the dictionary: what it may begin with in a text.
CHANGES = {"p": ("b", "mh", "ph"), "t": ("d", "nh", "th"), "c": ("g", "ngh", "ch"), "b": ("f", "m"), "d": ("dd", "n"),
           "g": ("", "ng"), "m": ("f",), "ll": ("l",), "rh": ("r",)}
LETTERS = re.compile("(ll|rh|[ptcbdgm])[aeiouwylrn]|([aeiouwy])")


@functools.cache
def mutated(word):
    """Without the word itself, which is folded."""
    begins = LETTERS.match(word)
    if len(word) < 2 or not begins:
        return frozenset()
    if begins[2]:
        return frozenset({"h" + word})
    return frozenset(change + word[len(begins[1]):] for change in CHANGES[begins[1]])
