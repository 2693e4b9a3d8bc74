#!/usr/bin/env python3
"""How well the judged questions of the corpus are answered, as a table: tests/golden/relevance.tsv.

usage: relevance.py [--update]
One row a question and one for the mean: nDCG@10, recall@20 and reciprocal rank of minutebook (tier `all` before tier
`some`) and of SQLite FTS5 on the same items, all words (and_) or any (or_). A question that nothing answers counts as
right if tier `all` is empty.
Without --update the table is compared and differences are printed; exit code 1 if there are any.
"""
import argparse
import pathlib
import sys
import tempfile

import fts5_baseline
import golden_text
import judged_questions
import program
import ranking_figures
from judged_questions import Place

GOLDEN = program.GOLDEN / "relevance.tsv"
LIMIT = 20
FIGURES = ("ndcg10", "recall20", "rr")
ENGINES = ("minutebook", "and", "or")
HEADER = ["id", "query", "relevant", *(f"{engine}_{figure}" for engine in ENGINES for figure in FIGURES)]


def file_of(source):
    """Path inside the corpus."""
    return pathlib.Path(source).resolve().relative_to(program.CORPUS).as_posix()


def corpus_items():
    """(place, text) of every item that may be found."""
    items = []
    for inspected in program.inspect(program.corpus_papers(), program.CORPUS_OPTIONS):
        for paper in inspected["papers"]:
            for item in paper["items"]:
                if paper["exempt"] or item["exempt"]:
                    continue
                place = Place(file_of(inspected["source"]), paper["kind"], paper["title"], item["number"] or "")
                items.append((place, "\n".join(passage["text"] for passage in item["passages"])))
    return items


def place_of(result):
    paper = result["paper"]
    return Place(file_of(paper["source"]), paper["kind"], paper["title"], result["number"] or "")


def ranking_of(places, judgements):
    """Judgements where there is one, else the place itself."""
    return [judged_questions.judgement_of(judgements, place) or (place, rank) for rank, place in enumerate(places)]


class Table:
    """Figures of all engines for all questions."""

    def __init__(self, folder, items):
        self.folder = folder
        self.baseline = fts5_baseline.Fts5(items)
        self.rows = []
        self.sums = [0.0] * (len(ENGINES) * len(FIGURES))
        self.answerable = 0
        self.unanswerable = 0
        self.right_about_nothing = [0] * len(ENGINES)

    def add(self, question):
        answer = program.search(self.folder, question.query, "--limit", LIMIT)
        places = [[place_of(result) for result in answer["results"]],
                  self.baseline.search(question.query, "AND", LIMIT),
                  self.baseline.search(question.query, "OR", LIMIT)]
        if question.judgements:
            self.add_figures(question, places)
        else:
            self.add_nothing(question, [answer["totals"]["items"] == 0, not places[1], not places[2]])

    def add_figures(self, question, places):
        rankings = [ranking_of(one, question.judgements) for one in places]
        values = [value for ranking in rankings for value in ranking_figures.figures(ranking, question.judgements)]
        self.sums = [total + value for total, value in zip(self.sums, values)]
        self.answerable += 1
        cells = [f"{value:.3f}" for value in values]
        self.rows.append([question.id, question.query, str(len(question.judgements)), *cells])

    def add_nothing(self, question, empty):
        self.unanswerable += 1
        self.right_about_nothing = [count + right for count, right in zip(self.right_about_nothing, empty)]
        cells = [cell for right in empty for cell in ("right" if right else "wrong", "", "")]
        self.rows.append([question.id, question.query, "0", *cells])

    def text(self):
        means = [f"{total / self.answerable:.3f}" for total in self.sums]
        nothing = [cell for count in self.right_about_nothing for cell in (f"{count} of {self.unanswerable}", "", "")]
        rows = [HEADER, *self.rows, ["mean", "", "", *means], ["nothing", "", "0", *nothing]]
        return "".join("\t".join(row) + "\n" for row in rows)


def missing_items(items, questions):
    """Judgements for which the program makes no item."""
    made = [place for place, _ in items]
    return sorted({
        str(judgement) for question in questions for judgement in question.judgements
        if not any(judged_questions.judgement_of((judgement,), place) for place in made)
    })


def measure():
    """The table, and the judgements that mean no item."""
    items = corpus_items()
    questions = judged_questions.read_questions()
    with tempfile.TemporaryDirectory(prefix="minutebook-relevance-") as folder:
        program.index(folder, program.corpus_papers(), program.CORPUS_OPTIONS)
        table = Table(folder, items)
        for question in questions:
            table.add(question)
    return table.text(), missing_items(items, questions)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="rewrite the golden table")
    update = parser.parse_args().update
    text, missing = measure()
    for judgement in missing:
        print("no such item:", judgement, file=sys.stderr)
    difference = golden_text.difference(GOLDEN, text)
    if update:
        golden_text.write(GOLDEN, text)
    if difference:
        print(difference)
    print(text.splitlines()[0], *[line for line in text.splitlines() if line.startswith(("mean", "nothing"))], sep="\n")
    return 1 if missing or (difference and not update) else 0


if __name__ == "__main__":
    sys.exit(main())
