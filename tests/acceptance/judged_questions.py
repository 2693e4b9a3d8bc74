"""The judged questions of the corpus and which items a judgement means.

Format of questions.tsv: corpus/README.md. Knows nothing of figures or engines.
"""
import csv
import dataclasses
import re

import program

PARTS = ("tuning", "held-out")
# Papers without numbered items: whatever items they are cut into are the one thing that was judged.
WHOLE_KINDS = ("work-programme", "forward-plan", "presentation", "other")


@dataclasses.dataclass(frozen=True)
class Named:
    """One `FILE#KIND~fragment/NUMBER`."""
    file: str
    kind: str
    fragment: str
    number: str

    def __str__(self):
        fragment = f"~{self.fragment}" if self.fragment else ""
        return f"{self.file}#{self.kind}{fragment}/{self.number}"


@dataclasses.dataclass(frozen=True)
class Judgement(Named):
    """One `FILE#KIND~fragment/NUMBER=GRADE`."""
    grade: int

    def __str__(self):
        return f"{super().__str__()}={self.grade}"


@dataclasses.dataclass(frozen=True)
class Place:
    """Where an item stands: what an engine's answer has to say of it."""
    file: str
    kind: str
    paper_title: str
    number: str


@dataclasses.dataclass(frozen=True)
class Question:
    id: str
    part: str
    query: str
    judgements: tuple
    exact: tuple


def folded_number(number):
    """"3.0" and "3." are 3."""
    return re.sub(r"\.0$", "", (number or "").strip().rstrip("."))


def folded_title(title):
    return re.sub(r"\s+", " ", title.replace("’", "'").replace("‘", "'")).strip().casefold()


def parts_of_name(text):
    file, rest = text.split("#", 1)
    paper, number = rest.split("/", 1)
    kind, _, fragment = paper.partition("~")
    return file, kind, fragment, number


def read_named(text):
    return Named(*parts_of_name(text))


def read_judgement(text):
    name, grade = text.rsplit("=", 1)
    return Judgement(*parts_of_name(name), int(grade))


def read_list(cell, read):
    return tuple(read(text) for text in cell.split("|") if text)


def read_questions(path=program.CORPUS / "questions.tsv"):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Question(row["id"], row["part"], row["query"], read_list(row["relevant"], read_judgement),
                 read_list(row["exact"], read_named))
        for row in rows
    ]


def means_paper(judgement, place):
    same = judgement.file == place.file and judgement.kind == place.kind
    return same and folded_title(judgement.fragment) in folded_title(place.paper_title)


def judgement_of(judgements, place):
    """The judgement (or name) that means the item at `place`, or None."""
    number = folded_number(place.number)
    of_paper = [judgement for judgement in judgements if means_paper(judgement, place)]
    for judgement in of_paper:
        if number and judgement.number != "front" and folded_number(judgement.number) == number:
            return judgement
    for judgement in of_paper:
        if judgement.number == "front" and (not number or place.kind in WHOLE_KINDS):
            return judgement
    return None
