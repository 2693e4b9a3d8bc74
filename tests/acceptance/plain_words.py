"""Words of a text by the rules of the design, written down once more and as plainly as can be.

A word is a run of letters, digits and marks. Apostrophes inside it, decimal points and thousands commas inside a
number, and the slash or dash between two years that follow each other belong to it; "&" is a word. Stems are those of
the English Snowball stemmer. Knows nothing of concepts or the program.
"""
import dataclasses
import functools
import re
import sys
import unicodedata

try:
    import snowballstemmer
except ModuleNotFoundError:  # Debian installs it for its own Python; another one can read it too.
    sys.path.append("/usr/lib/python3/dist-packages")
    import snowballstemmer

APOSTROPHES = "'\u2019\u2018\u02bc"
INVISIBLE = "\u00ad\u200c\u200d\u2060"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
YEARS = re.compile(rf"(\d{{4}})[/{re.escape(DASHES)}](\d{{4}}|\d\d)(?![/-]\d)")
NUMBER = re.compile(r"[\d.,]+")
STEMMER = snowballstemmer.stemmer("english")


@dataclasses.dataclass(frozen=True)
class Word:
    written: str
    folded: str
    singular: str  # folded, without possessive and plural ending
    stem: str
    capitals: str  # of an acronym, without plural ending: "EHCP"; else empty

    @property
    def acronym(self):
        return bool(self.capitals)

    @property
    def has_letter(self):
        return any(c.isalpha() for c in self.written)

    @property
    def has_lower_case(self):
        return any(c.islower() for c in self.written)

    @property
    def capitalised(self):
        return self.written[0].isupper()


def is_word_character(c):
    return c not in APOSTROPHES and unicodedata.category(c)[0] in "LM" or unicodedata.category(c) == "Nd"


def year_pair_end(text, begin):
    """End of "2019/20" or "2019-2020" at `begin`; None if there is none."""
    match = YEARS.match(text, begin)
    if not match or (match.end() < len(text) and is_word_character(text[match.end()])):
        return None
    first, second = int(match[1]), match[2]
    follows = str(first + 1)[-len(second):] == second
    return match.end() if 1900 <= first <= 2099 and follows else None


def is_digit(text, at):
    return 0 <= at < len(text) and text[at] in "0123456789"


def is_thousands_comma(text, begin, at):
    """"2,429,873": groups of three after a first group of one to three digits."""
    before = re.fullmatch(r"\d{1,3}(,\d{3})*", text[begin:at])
    return before is not None and re.match(r",\d{3}(?!\d)", text[at:]) is not None


def joins(text, begin, at):
    """The sign at `at` stands inside a word that began at `begin`."""
    c = text[at]
    inside = at + 1 < len(text) and is_word_character(text[at + 1])
    if c in APOSTROPHES or c in INVISIBLE:
        return inside
    if c == ".":
        return is_digit(text, at - 1) and is_digit(text, at + 1)
    return c == "," and is_thousands_comma(text, begin, at)


def word_end(text, begin):
    at = begin
    while at < len(text):
        if at - begin == 4:
            pair = year_pair_end(text, begin)
            if pair:
                return pair
        if not is_word_character(text[at]) and not joins(text, begin, at):
            break
        at += 1
    return at


def folded(written):
    """Lower case, accents and apostrophes dropped, a year pair as "2019/20", numbers without commas."""
    if written == "&":
        return "and"
    if year_pair_end(written, 0) == len(written):
        return f"{written[:4]}/{written[-2:]}"
    bare = re.sub("," if NUMBER.fullmatch(written) else f"[{APOSTROPHES}]", "", written)
    lower = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", bare).casefold())
    marks_apart = unicodedata.normalize("NFD", lower)
    return unicodedata.normalize("NFC", "".join(c for c in marks_apart if unicodedata.category(c) != "Mn"))


def without_possessive(written):
    if len(written) < 3 or written[-2:] not in ("'s", "'S"):
        return written
    return written if NUMBER.fullmatch(written[:-2]) else written[:-2]


def acronym_capitals(written):
    """Two to eight capitals, digits inside allowed, perhaps with a final s or 's; empty if the word is no acronym."""
    base = without_possessive(written)
    if base == written and len(base) > 2 and base.endswith("s"):
        base = base[:-1]
    capitals = sum(c.isupper() for c in base)
    others = all(c.isupper() or (at > 0 and c in "0123456789&") for at, c in enumerate(base))
    return base if others and 2 <= capitals <= 8 else ""


def without_plural(word):
    """"agencies" -> "agency", "branches" -> "branch", "plans" -> "plan"; "class", "bus", "crisis" stay."""
    if len(word) < 4 or not word.endswith("s") or re.search(r"[0-9]", word) or word.endswith(("ss", "us", "is")):
        return word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]


SPELT_TWICE = """
    adviser advisor, advisers advisors, aluminium aluminum, analogue analog, analogues analogs, catalogue catalog,
    catalogues catalogs, catalogued cataloged, centre center, centres centers, centred centered, counsellor counselor,
    counsellors counselors, dialogue dialog, dialogues dialogs, disc disk, discs disks, fibre fiber, fibres fibers,
    focus focussed, focuses focusses, focused focussed, focusing focussing, jewellery jewelry, kilometre kilometer,
    kilometres kilometers, licence license, licences licenses, licensed>licence, litre liter, litres liters, practice practise,
    practices practises, practised>practice, practising>practice, programme program, programmes programs, programmed>program,
    skilful skillful, skilfully skillfully, theatre theater, theatres theaters, wilful willful, wilfully willfully"""
BEGINNINGS_SPELT_TWICE = """
    acknowledgement acknowledgment, anaesthe anesthe, archaeolog archeolog, behaviour behavior, colour color,
    endeavour endeavor, favour favor, flavour flavor, gynaecolog gynecolog, harbour harbor, humour humor,
    judgement judgment, labour labor, neighbour neighbor, odour odor, orthopaed orthoped, paediatr pediatr, rumour rumor,
    sceptic skeptic, sulph sulf, tumour tumor"""
ISE = re.compile(r"([a-z]{4,}i)([sz])(e|ed|er|ers|es|ing|able|ations?|ational|ationally)")
LYSE = re.compile(r"([a-z]{2,}ly)([sz])(e|ed|er|ers|es|ing)")


def pairs_of(table):
    """(spelling, other spelling), in both directions; with ">" in one."""
    pairs = [re.split("[ >]", pair.strip()) for pair in table.split(",")]
    return pairs + [[other, one] for one, other in (pair.split() for pair in table.split(",") if ">" not in pair)]


def other_spellings(folded):
    """"organization" for "organisation", and the other way round."""
    found = set()
    found |= {other for one, other in pairs_of(SPELT_TWICE) if one == folded}
    found |= {other + folded[len(one):] for one, other in pairs_of(BEGINNINGS_SPELT_TWICE) if folded.startswith(one)}
    for match in filter(None, (pattern.fullmatch(folded) for pattern in (ISE, LYSE))):
        found.add(match[1] + {"s": "z", "z": "s"}[match[2]] + match[3])
    return found


def stem_of(folded):
    """The stemmer takes an adviser for a form of "advise", "organization" for one of "organ"; "learnt" it does not know."""
    own = {"adviser": "adviser", "advisers": "adviser", "learnt": "learn"}.get(folded)
    match = ISE.fullmatch(folded)
    if own or re.search(r"[0-9]", folded):
        return own or folded
    if match and match[2] == "z":
        return re.sub("s$", "z", STEMMER.stemWord(match[1] + "s" + match[3]))
    return STEMMER.stemWord(folded)


@functools.cache
def word_of(text):
    written = unicodedata.normalize("NFC", "".join("'" if c in APOSTROPHES else c for c in text if c not in INVISIBLE))
    capitals = acronym_capitals(written)
    base = without_possessive(written)
    folded_base = folded(base)
    plural_acronym = capitals and base == written and capitals != written
    singular = folded(capitals) if plural_acronym else without_plural(folded_base)
    return Word(written, folded(written), singular, stem_of(folded_base), capitals)


def places_of_words(text):
    """(begin, end) of each word of a text."""
    places = []
    at = 0
    while at < len(text):
        end = at + 1 if text[at] == "&" else word_end(text, at) if is_word_character(text[at]) else at
        if end > at:
            places.append((at, end))
        at = max(end, at + 1)
    return places


def words_of(text):
    return [word_of(text[begin:end]) for begin, end in places_of_words(text)]


def written(text):
    """The words of a text as written."""
    return [word.written for word in words_of(text)]


def capitals_tell(words):
    """False where everything stands in capitals: there they tell no acronym from a word."""
    return sum(word.has_letter for word in words) < 3 or any(word.has_lower_case for word in words)
