"""What must not stand in a file of the project, as functions from text to complaints. Knows nothing of where the files are."""

import hashlib
import re

MARKERS = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
EMPTY_CATCH = re.compile(r"catch\s*\([^)]*\)\s*\{\s*(?://[^\n]*\s*)*\}")
# An empty handler by way of a try block that is a function's body counts too; so does one with a lone semicolon.
LONE_SEMICOLON = re.compile(r"catch\s*\([^)]*\)\s*\{\s*;+\s*\}")
MACHINE_PATH = re.compile(r"(?<![\w.$}~])/(?:work|tmp|root|home|Users|mnt)/")
OUTSIDE = re.compile(r"\.\." r"/shared")
TICKET = re.compile(r"\b(?:issue|ticket|bug|pull request|pr|fixes|closes)\s*#?\d+\b|\(#\d+\)", re.IGNORECASE)
WORD = re.compile(r"[A-Za-z]+")
# Two capitals as a word of a sentence; "<XY12>" and "XY" in quotes are marks of a format.
CAPITALS = re.compile(r"""(?<![<>/"'=\w])[A-Z]{2}(?![\w"'>])""")

# Words, and pairs of them, about how texts are made rather than about council papers; as digests, so that they do not stand here.
WORDS = {"11fb682be0a0", "c857d09db23e", "c70eca6b0f88", "7d3194f79e64", "60965168ce76", "053ea4804ef1",
         "3ea125d0bff3", "487b91042c7c", "de2187af3fb0", "386ebc0efd04", "94a168d2da57", "d298391b0743",
         "5eff592cc497", "442e56863b7e", "e3f27b59e163", "6f23d18048a7", "803b3eb2b6af", "953de24889d6",
         "e9acff1bccde", "31a85e22a24a"}


def digest(words):
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def without_comments(text):
    """C++ or Python text without comments; strings stay."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return re.sub(r"(?m)(?<!:)//.*$|^\s*#(?!\s*include).*$", "", text)


def markers(text):
    return MARKERS.findall(text)


def empty_handlers(text):
    """Handlers that hold nothing but perhaps a comment: whatever went wrong is forgotten."""
    return EMPTY_CATCH.findall(text) + LONE_SEMICOLON.findall(text)


def machine_paths(text):
    return MACHINE_PATH.findall(text)


def outside_paths(text):
    return OUTSIDE.findall(text)


def tickets(text):
    return TICKET.findall(text)


def unfitting_words(text):
    words = WORD.findall(text)
    lower = [word.lower() for word in words]
    # Two capitals may be a name only as capitals; longer words in any case.
    single = {word for word in words if len(word) > 2 and digest(word.lower()) in WORDS}
    single |= {word for word in CAPITALS.findall(text) if digest(word) in WORDS}
    return sorted(single | {f"{a} {b}" for a, b in zip(lower, lower[1:]) if digest(f"{a} {b}") in WORDS})
