"""What `inspect` prints of papers, as plain objects to evaluate queries on: which items there are, what stands in their
passages, which values of each facet they have.

Knows nothing of queries or indexes.
"""
import re

import plain_words

UNKNOWN = "unknown"
SINGLE_FACETS = ("council", "committee", "committee-kind", "kind", "calendar-year", "municipal-year")
FACETS = (*SINGLE_FACETS, "portfolio", "topic", "lang")
LANGUAGES = {None: {UNKNOWN}, "en": {"en"}, "cy": {"cy"}, "both": {"en", "cy"}}


class Passage:
    def __init__(self, passage, position):
        self.kind = passage["kind"]
        # An action that was resolved is a resolution too.
        self.resolution = self.kind == "resolution" or (self.kind == "action" and bool(passage["outcome"]))
        # "Resolved: that it be recommended to Cabinet" is both.
        self.recommendation = self.kind == "recommendation" or (self.resolution and passage["outcome"] == "recommended")
        self.title = position == 0 and self.kind == "heading"
        self.words = plain_words.words_of(passage["text"])
        self.folded = [word.folded for word in self.words]
        self.capitals_tell = plain_words.capitals_tell(self.words)

    def in_place(self, place):
        if place == "title":
            return self.title
        if place == "recommendation":
            return self.recommendation
        return self.resolution if place == "resolution" else self.kind == place


class Item:
    def __init__(self, item, paper):
        self.paper = paper
        self.number = item["number"]
        self.topics = set(item["topics"])
        # Pairs of an acronym and the long form that the item gives it.
        self.acronyms = [(one["acronym"], one["long_form"]) for one in item["acronyms"]]
        self.passages = [Passage(passage, position) for position, passage in enumerate(item["passages"])]

    def values(self, facet):
        """All values of a facet."""
        return self.topics if facet == "topic" else self.paper.values[facet]


def name_key(name):
    """What spellings of one name have in common."""
    words = re.findall(r"\w+", re.sub(r"['’]s?\b", "", name.casefold()).replace("&", " "))
    return " ".join(word for word in words if word not in ("and", "the", "of"))


def municipal_year(date):
    """Municipal years begin on 1 May."""
    year = int(date[:4]) - (date[5:] < "05-01")
    return f"{year}/{(year + 1) % 100:02}"


class Paper:
    def __init__(self, paper):
        self.id = paper["id"]
        self.date = paper["date"]
        council = paper["council"]["code"] if paper["council"] else UNKNOWN
        committee = paper["committee"]
        self.values = {
            "council": {council},
            # A committee is one of its council; which one is not known of "unknown".
            "committee": {f"{council}/{name_key(committee['name'])}" if committee else UNKNOWN},
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
        self.items = [Item(item, self) for item in paper["items"] if not item["exempt"]]


class Collection:
    def __init__(self, inspected):
        """`inspected`: answers of `inspect`, in any order. A paper that stands in several sources is counted once."""
        self.papers = []
        seen = set()
        for source in inspected:
            for paper in source["papers"]:
                made = Paper(paper)
                key = (made.id, *made.words)
                if not paper["exempt"] and key not in seen:
                    self.papers.append(made)
                seen.add(key)
        self.items = [item for paper in self.papers for item in paper.items]
