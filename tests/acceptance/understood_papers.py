"""What `inspect` prints of papers, as plain objects to evaluate queries on: which items there are, what stands in their
passages and which topics it names, which values of each facet they have.

Knows nothing of queries or indexes.
"""
import re

import label_choice
import plain_words
import vocabulary_file
from officer_names import names_of_officers

UNKNOWN = "unknown"
SINGLE_FACETS = ("council", "committee", "committee-kind", "kind", "calendar-year", "municipal-year")
FACETS = (*SINGLE_FACETS, "portfolio", "topic", "lang")
LANGUAGES = {None: {UNKNOWN}, "en": {"en"}, "cy": {"cy"}, "both": {"en", "cy"}}
NAMES_OF_COUNCIL = {"full", "council", "county", "borough", "city", "district", "metropolitan", "royal", "london",
                    "corporation"}
ADDRESSES = {"councillor", "cllr", "mr", "mrs", "ms", "miss", "dr", "lord", "lady", "reverend"}
LIST_ADDRESSES = {"councillors", "cllrs"}
MATCHER = label_choice.Matcher(vocabulary_file.Vocabulary())


def named_people(words):
    """Places of the words that belong to names: up to three with a capital after "Councillor" or "Mr", all of them
    after "Councillors", "and" between them."""
    named = set()
    left, in_list = 0, False
    for at, word in enumerate(words):
        if word.capitalised and word.folded in ADDRESSES | LIST_ADDRESSES:
            in_list = word.folded in LIST_ADDRESSES or (in_list and left > 0)
            left = 200 if in_list else 3
        elif left and in_list and word.folded == "and":
            continue
        elif left and word.capitalised:
            named.add(at)
            left -= 1
        else:
            left = 0
    return named | names_of_officers(words)


class Passage:
    def __init__(self, passage, is_title, spans):
        self.text = passage["text"]
        self.kind = passage["kind"]
        self.outcome = passage["outcome"]
        self.welsh = passage.get("lang") == "cy"
        self.spans = sorted(spans, key=lambda span: (span.first, span.count, span.topic))
        # An action that was resolved is a resolution too.
        self.resolution = self.kind == "resolution" or (self.kind == "action" and bool(passage["outcome"]))
        # "Resolved: that it be recommended to Cabinet" is both.
        self.recommendation = self.kind == "recommendation" or (self.resolution and passage["outcome"] == "recommended")
        self.title = is_title and self.kind == "heading"
        self.words = plain_words.words_of(passage["text"])
        self.folded = [word.folded for word in self.words]
        self.stems = [word.stem for word in self.words]
        self.capitals_tell = plain_words.capitals_tell(self.words)
        # In headings of capitals a label of one word tells the acronym from the word.
        labels = {span.first for span in self.spans if span.count == 1}
        self.acronyms = {at for at, word in enumerate(self.words)
                         if word.acronym and (self.capitals_tell or at in labels)}
        self.people = set(range(len(self.words))) if self.kind == "attendance" else named_people(self.words)

    def in_place(self, place):
        if place == "title":
            return self.title
        if place == "recommendation":
            return self.recommendation
        return self.resolution if place == "resolution" else self.kind == place


class Item:
    def __init__(self, item, paper, spans):
        self.paper = paper
        self.id = item["id"]
        self.number = item["number"]
        self.topics = set(item["topics"])
        # Pairs of an acronym and the long form that the item gives it.
        self.acronyms = [(one["acronym"], one["long_form"]) for one in item["acronyms"]]
        # The front of minutes may begin with a heading and have no title.
        self.passages = [Passage(passage, position == 0 and bool(item["title"]), some)
                         for position, (passage, some) in enumerate(zip(item["passages"], spans))]

    def values(self, facet):
        """All values of a facet."""
        return self.topics if facet == "topic" else self.paper.values[facet]


def name_key(name):
    """What spellings of one name have in common."""
    words = re.findall(r"\w+", re.sub(r"['’]s?\b", "", name.casefold()).replace("&", " "))
    return " ".join(word for word in words if word not in ("and", "the", "of"))


def committee_key(name):
    """All names of the full council are one."""
    key = name_key(name)
    words = set(key.split())
    return "council" if "council" in words and words <= NAMES_OF_COUNCIL else key


def municipal_year(date):
    """Municipal years begin on 1 May."""
    year = int(date[:4]) - (date[5:] < "05-01")
    return f"{year}/{(year + 1) % 100:02}"


class Paper:
    def __init__(self, paper, source):
        self.id = paper["id"]
        self.source = source
        self.date = paper["date"]
        council = paper["council"]["code"] if paper["council"] else UNKNOWN
        committee = paper["committee"]
        self.values = {
            "council": {council},
            # A committee is one of its council; which one is not known of "unknown".
            "committee": {f"{council}/{committee_key(committee['name'])}" if committee else UNKNOWN},
            "committee-kind": {committee["kind"] if committee else UNKNOWN},
            "kind": {paper["kind"]},
            "calendar-year": {self.date[:4] if self.date else UNKNOWN},
            "municipal-year": {municipal_year(self.date) if self.date else UNKNOWN},
            "portfolio": {name_key(name) for name in paper["portfolios"]} or {UNKNOWN},
            "lang": LANGUAGES[paper["lang"]],
        }
        self.committee_name = committee["name"] if committee else None
        self.portfolio_names = paper["portfolios"]
        # A paper that lacks one of them is a meeting of its own.
        known = self.date and council != UNKNOWN and committee
        self.meeting = (*self.values["committee"], self.date) if known else self.id
        self.words = [passage["text"] for item in paper["items"] for passage in item["passages"]]
        spans = label_choice.spans_of_paper(MATCHER, paper)
        self.items = [Item(item, self, some) for item, some in zip(paper["items"], spans) if not item["exempt"]]


class Collection:
    def __init__(self, inspected):
        """`inspected`: answers of `inspect`, in any order. A paper that stands in several sources is counted once."""
        self.papers = []
        seen = set()
        for source in inspected:
            for paper in source["papers"]:
                made = Paper(paper, source["source"])
                key = (made.id, *made.words)
                if not paper["exempt"] and key not in seen:
                    self.papers.append(made)
                seen.add(key)
        self.items = [item for paper in self.papers for item in paper.items]
