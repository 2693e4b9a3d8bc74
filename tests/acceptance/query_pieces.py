"""Pieces of queries, made at random from the words and facts of a collection: each as it is typed and as what it means."""
import re

from brute_force import Together, Typed, Words, part_of
from label_places import Text
from plain_words import other_spellings
from query_parts import Any, Every, Exact, Inside, Name, Near, Phrase, Prefix, SamePaper, SamePassage, Without
from understood_papers import UNKNOWN
from word_reading import Context, FUNCTION_WORDS, Run

PLAIN_WORD = re.compile(r"[A-Za-z]{3,}")
OPERATORS = {"OR", "AND", "NOT", "NEAR", "PARA", "ITEM", "PAPER"}
# Beside the name of a council these make another name of it: "North Kestermere", "Kestermere Road".
OTHER_NAMES = {"north", "south", "east", "west", "mid", "central", "greater", "upper", "lower", "new", "inner", "outer",
               "road", "street", "avenue", "lane", "drive", "crescent", "close", "town", "parish", "community"}
PLACES = ("resolution", "resolution", "recommendation", "action", "title", "text", "table-row", "attendance", "question",
          "declaration")
QUESTIONS = (("has anyone reviewed", "before"), ("have the committee ever looked at", ""), ("what has the panel said about", ""),
             ("when was", "last discussed"), ("mentions of", ""), ("is there anything about", "?"), ("all the", "there are"))


def near_inside(part, distance):
    """(a b OR c) NEAR/5 d: a and b within 5 words of each other too."""
    if type(part) is Every:
        return Near([near_inside(one, distance) for one in part.parts], distance)
    return Any([near_inside(one, distance) for one in part.parts]) if type(part) is Any else part


def chain(operator, operands):
    """Operands joined by NEAR, NEAR/n, PARA, ITEM or PAPER. Words in parentheses are parts of the chain."""
    text = f" {operator} ".join(operand.text() for operand in operands)
    parts = []
    for part in map(part_of, operands):
        parts += part.parts if type(part) is Every else [part]
    if operator.startswith("NEAR"):
        distance = int(operator.partition("/")[2] or 10)
        return Typed(text, Near([near_inside(part, distance) for part in parts], distance))
    return Typed(text, {"PARA": SamePassage, "ITEM": Every, "PAPER": SamePaper}[operator](parts))


def enclosed(operand):
    return Typed(f"({operand.text()})", part_of(operand))


def without(operand, sign="-"):
    return Typed(f"{sign}{operand.text()}", Without(part_of(operand)))


def either(operands):
    """One of them; in parentheses."""
    return Typed(f"({' OR '.join(operand.text() for operand in operands)})", Any(map(part_of, operands)))


# What with or without "this", "last" or "y" means a year.
NAMED_YEARS = {"year", "eleni", "llynedd"}


class Pieces:
    def __init__(self, collection, councils, matcher, random):
        """`councils`: words of each name, folded: code."""
        self.random = random
        self.items = [item for item in collection.items if any(passage.words for passage in item.passages)]
        self.councils = councils
        self.council_words = {word for name in councils for word in name} - FUNCTION_WORDS - {"council", "borough"}
        self.labels = [label.text for concept in matcher.vocabulary.concepts.values() for label in concept.labels]
        committees = {}
        for committee in {one for item in collection.items for one in item.values("committee")} - {UNKNOWN}:
            committees.setdefault(committee.rpartition("/")[2], set()).add(committee)
        # minutebook-ask reads words without what the papers tell of them: forms of Welsh words are not looked for.
        self.contexts = {expand: Context(matcher.labels, matcher.vocabulary, councils, expand, committees)
                         for expand in (True, False)}
        self.context = self.contexts[True]
        self.longer_labels = [label for label in self.labels if self.holds_labels(label)]
        self.listed_labels = self.labels_in_lists(collection, matcher)

    def holds_labels(self, label):
        """There are shorter labels in it."""
        run = Run(label.split(), self.context, in_operator=True)
        return any(span.count == len(run.words) > 1 and run.labels_inside(run.words, span.value[0]) for span in run.spans)

    @staticmethod
    def labels_in_lists(collection, matcher):
        """Labels as they are written in lists of people and standing text, where no topics are told of."""
        texts = [Text(passage.text) for item in collection.items for passage in item.passages
                 if passage.kind in ("attendance", "boilerplate")]
        return sorted({" ".join(word.written for word in text.words[place.first:place.first + place.count])
                       for text in texts for place in matcher.labels.places_in(text)}) or ["EHCP"]

    def some_item(self):
        return self.random.choice(self.items)

    def passage(self, item):
        return self.random.choice([passage for passage in item.passages if passage.words])

    def often(self, chance):
        return self.random.random() < chance

    # Marked words.

    def exact(self, item):
        plain = [word for word in self.passage(item).words if PLAIN_WORD.fullmatch(word.written)]
        if not plain:
            return self.phrase(item)
        word = self.random.choice(plain)
        return Exact(word.written if word.acronym else word.folded)

    def phrase(self, item):
        words = [word.written for word in self.passage(item).words]
        length = min(self.random.choice((1, 2, 2, 3, 4)), len(words))
        start = self.random.randrange(len(words) - length + 1)
        words = words[start:start + length]
        if words == ["&"]:  # by itself it is refused: there is nothing to search for
            return self.phrase(item)
        if self.often(0.2) and len(words[-1]) > 3 and PLAIN_WORD.fullmatch(words[-1]):
            words[-1] = words[-1][:self.random.randint(3, len(words[-1]) - 1)]
            return Phrase(tuple(words), starred=True)
        return Phrase(tuple(words))

    def prefix(self, item):
        long = [word for word in self.passage(item).folded if PLAIN_WORD.fullmatch(word) and len(word) > 4]
        if not long:
            return self.phrase(item)
        word = self.random.choice(long)
        return Prefix(word[:self.random.randint(3, len(word) - 1)])

    def marked(self, item):
        return self.random.choice((self.exact, self.phrase, self.prefix))(item)

    # Bare words.

    def bare_word(self, item):
        """A word of the item as somebody might type it."""
        plain = [word for word in self.passage(item).words
                 if PLAIN_WORD.fullmatch(word.written.replace("'", "")) and word.folded not in FUNCTION_WORDS]
        if not plain:
            return "report"
        word = self.random.choice(plain)
        typed = word.written if word.acronym and self.often(0.7) else word.folded
        spellings = sorted(other_spellings(word.folded))
        if spellings and self.often(0.5):
            typed = self.random.choice(spellings)
        if not word.acronym and self.often(0.15):
            typed = word.stem if PLAIN_WORD.fullmatch(word.stem) and self.often(0.5) else typed + "s"
        return typed.lower() if typed in OPERATORS else typed

    def words_beside(self, item):
        """Two to five words as they stand in a passage, perhaps a label."""
        passage = self.passage(item)
        if passage.spans and self.often(0.6):
            span = self.random.choice(passage.spans)
            first, end = span.first, span.end
        else:
            first = self.random.randrange(len(passage.words))
            end = min(first + self.random.randint(2, 5), len(passage.words))
        words = [word.written for word in passage.words[first:end]]
        return words if all(PLAIN_WORD.fullmatch(word.replace("'", "")) for word in words) else [self.bare_word(item)]

    def run(self, item):
        """Typed words, now and then with a hyphen, a stop, a council, a label of the vocabulary."""
        kind = self.random.random()
        if kind < 0.35:
            typed = [self.bare_word(item) for _ in range(self.random.randint(1, 3))]
        elif kind < 0.65:
            typed = self.words_beside(item)
        elif kind < 0.8:
            labels = self.random.choice((self.labels, self.longer_labels, self.listed_labels))
            typed = self.random.choice(labels).split() + [self.bare_word(item)] * self.random.randint(0, 1)
        elif kind < 0.9:
            words = self.words_beside(item)[:self.random.choice((2, 2, 3))]
            typed = [self.random.choice(("-", "-", "/")).join(words)]
        else:
            name = self.random.choice(sorted(self.councils))
            typed = [self.bare_word(item), *(word.capitalize() if word != "of" else word for word in name)]
        if self.often(0.1):
            typed[-1] += self.random.choice((",", "?", ".", ";"))
        return self.sensible(typed, item)

    def sensible(self, typed, item):
        """What would be read as something else is left out: operators, dates, fields, other names of a council."""
        folded = {word.casefold().strip(",.;?") for word in typed}
        dated = re.search(r"[0-9:()\"*=]|(^| )-", " ".join(typed)) or folded & NAMED_YEARS
        other_name = any(word in self.council_words for one in folded for word in re.split("[-/]", one.replace("'s", "")))
        if dated or folded & {word.casefold() for word in OPERATORS} or (other_name and folded & OTHER_NAMES):
            return [self.bare_word(item)]
        return typed

    def question(self, item):
        before, after = self.random.choice(QUESTIONS)
        return [*before.split(), *self.run(item), *after.replace("?", "").split()]

    def words(self, item, in_operator=False):
        return Words(self.run(item), self.context, in_operator)

    def one_word(self, item, in_operator=True):
        word = self.bare_word(item)
        if self.often(0.2):
            word = "-".join(self.words_beside(item)[:2])
        return Words(self.sensible([word], item), self.context, in_operator)

    def leaf(self, item, in_operator=False):
        return self.one_word(item, in_operator) if self.often(0.5) else self.marked(item)

    # Operators.

    def alternatives(self, item, in_operator=False):
        """Alternatives, one of them from the item at hand, one perhaps of several words."""
        other = self.some_item()
        last = self.leaf(other, in_operator)
        if self.often(0.4):
            last = Together([self.words(other, in_operator), self.marked(other)][::self.random.choice((1, -1))])
        return either([self.leaf(item, in_operator), last])

    def part(self, item):
        """A part of NEAR, PARA, ITEM or PAPER."""
        kind = self.random.random()
        if kind < 0.2:
            return self.alternatives(item, in_operator=True)
        if kind < 0.3:
            return enclosed(self.words(item, in_operator=True))
        if kind < 0.36:
            return enclosed(chain(f"NEAR/{self.random.randint(1, 5)}", [self.leaf(item, True), self.leaf(item, True)]))
        return self.leaf(item, in_operator=True)

    def chain(self, item, operator=None):
        operator = operator or self.random.choice(("NEAR", f"NEAR/{self.random.randint(1, 30)}", "PARA", "ITEM", "PAPER"))
        made = chain(operator, [self.part(item) for _ in range(self.random.choice((2, 2, 3)))])
        return enclosed(made) if self.often(0.5) else made

    # Fields that look in some passages only.

    def place(self):
        """`in:` or `by:` as it is typed, and which passages it means."""
        kind = self.random.random()
        if kind < 0.15:
            return "by:committee", lambda one: one.recommendation and bool(one.outcome)
        if kind < 0.25:
            return "in:recommendation by:officer", lambda one: one.kind == "recommendation" and not one.outcome
        if kind < 0.45:
            places = self.random.sample(sorted(set(PLACES)), 2)
            return f"in:({' OR '.join(places)})", lambda one: any(one.in_place(place) for place in places)
        place = self.random.choice(PLACES)
        return f"in:{place}{self.random.choice(('', '', 's'))}", lambda one: one.in_place(place)

    def title(self, item):
        heading = item.passages[0]
        words = [word.folded for word in heading.words if PLAIN_WORD.fullmatch(word.folded)]
        chosen = self.random.sample(words, min(len(words), self.random.randint(1, 2))) or ["report"]
        if self.often(0.3):
            value = either([Words([word], self.context, True) for word in [*chosen, self.bare_word(item)]])
        elif self.often(0.3) and heading.words:
            value = self.phrase_of(heading)
        else:
            value = Words(chosen, self.context, True)
            value = enclosed(value) if len(chosen) > 1 else value
        part = part_of(value)
        parts = part.parts if type(part) is Every else [part]
        return Typed(f"title:{value.text()}", Inside(lambda one: one.title, parts))

    def phrase_of(self, passage):
        first = self.random.randrange(len(passage.words))
        return Phrase(tuple(word.written for word in passage.words[first:first + 2]))

    def person(self, item):
        """`who:Name`, `who:"J Name"`, `who:(One OR Other)`."""
        named = [(passage, at) for passage in item.passages for at in sorted(passage.people)
                 if PLAIN_WORD.fullmatch(passage.words[at].written)]
        if not named:
            return None
        passage, at = self.random.choice(named)
        name = passage.words[at].written
        kind = self.random.random()
        if kind < 0.5:
            return Typed(f"who:{name}", Inside(lambda one: True, [Name(name)]))
        if kind < 0.8 and at > 0 and PLAIN_WORD.fullmatch(passage.words[at - 1].written + "xx"):
            two = [passage.words[at - 1].written, name]
            return Typed(f'who:"{" ".join(two)}"', Inside(lambda one: True, [Near([Name(one) for one in two], 3)]))
        other = self.random.choice(("Marl", "Grey", "Patel"))
        return Typed(f"who:({name} OR {other})", Inside(lambda one: True, [Any([Name(name), Name(other)])]))
