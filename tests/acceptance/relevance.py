#!/usr/bin/env python3
"""How well the judged questions of the corpus are answered, as a table: tests/golden/relevance.tsv.

usage: relevance.py [--update]
One row a question and one for the mean of all and of each part: nDCG@10, recall@20 and reciprocal rank of minutebook
(tier `all` before tier `some`) and of SQLite FTS5 on the same items, all words (and_) or any (or_). A question that nothing
answers counts as right if tier `all` is empty.
Then, with a heading of their own, the questions whose exact answer is known: how many items tier `all` has to hold, how
many of these it holds, how many it holds at all and how many of those are right; and the same for all together.
Without --update the table is compared and differences are printed; exit code 1 if there are any.
"""
import argparse
import collections
import pathlib
import sys
import tempfile

import exact_answers
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
HEADER = ["id", "query", "part", "relevant", *(f"{engine}_{figure}" for engine in ENGINES for figure in FIGURES)]

EXACT_HEADER = ["exact", "query", "part", "wanted", "found", "given", "right", "recall", "precision"]
ALL = "all"


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


def cells_of(count):
    numbers = (count.wanted, count.found, count.given, count.right)
    return [*map(str, numbers), f"{count.recall:.3f}", f"{count.precision:.3f}"]


class Table:
    """Figures of all engines for all questions."""

    def __init__(self, folder, items):
        self.folder = folder
        self.baseline = fts5_baseline.Fts5(items)
        self.rows = []
        self.exact_rows = []
        self.values = collections.defaultdict(list)
        self.exact = collections.defaultdict(exact_answers.Count)
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
        if question.exact:
            self.add_exact(question)

    def add_figures(self, question, places):
        rankings = [ranking_of(one, question.judgements) for one in places]
        values = [value for ranking in rankings for value in ranking_figures.figures(ranking, question.judgements)]
        self.values[ALL].append(values)
        self.values[question.part].append(values)
        cells = [f"{value:.3f}" for value in values]
        self.rows.append([question.id, question.query, question.part, str(len(question.judgements)), *cells])

    def add_nothing(self, question, empty):
        self.unanswerable += 1
        self.right_about_nothing = [count + right for count, right in zip(self.right_about_nothing, empty)]
        cells = [cell for right in empty for cell in ("right" if right else "wrong", "", "")]
        self.rows.append([question.id, question.query, question.part, "0", *cells])

    def add_exact(self, question):
        answer = program.search(self.folder, question.query, "--all")
        count = exact_answers.count(question.exact, [place_of(result) for result in answer["results"]])
        self.exact[ALL] += count
        self.exact[question.part] += count
        self.exact_rows.append([f"exact {question.id}", question.query, question.part, *cells_of(count)])

    def means(self, name, part):
        columns = zip(*self.values[part])
        return [name, "", "" if part == ALL else part, "", *(f"{sum(column) / len(column):.3f}" for column in columns)]

    def text(self):
        nothing = [cell for count in self.right_about_nothing for cell in (f"{count} of {self.unanswerable}", "", "")]
        rows = [HEADER, *self.rows, self.means("mean", ALL), ["nothing", "", "", "0", *nothing],
                *(self.means(f"mean {part}", part) for part in judged_questions.PARTS),
                EXACT_HEADER, *self.exact_rows,
                *([f"exact {part}", "", "", *cells_of(self.exact[part])] for part in (*judged_questions.PARTS, ALL))]
        return "".join("\t".join(row) + "\n" for row in rows)


def missing_items(items, questions):
    """Judgements and names for which the program makes no item."""
    made = [place for place, _ in items]
    return sorted({
        str(named) for question in questions for named in (*question.judgements, *question.exact)
        if not any(judged_questions.judgement_of((named,), place) for place in made)
    })


def measure():
    """The table, the judgements that mean no item, and the count of the exact answers together."""
    items = corpus_items()
    questions = judged_questions.read_questions()
    with tempfile.TemporaryDirectory(prefix="minutebook-relevance-") as folder:
        program.index(folder, program.corpus_papers(), program.CORPUS_OPTIONS)
        table = Table(folder, items)
        for question in questions:
            table.add(question)
    return table.text(), missing_items(items, questions), table.exact[ALL]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="rewrite the golden table")
    update = parser.parse_args().update
    text, missing, _ = measure()
    for judgement in missing:
        print("no such item:", judgement, file=sys.stderr)
    difference = golden_text.difference(GOLDEN, text)
    if update:
        golden_text.write(GOLDEN, text)
    if difference:
        print(difference)
    shown = ("id\t", "mean", "nothing", "exact\t", *(f"exact {part}\t" for part in (*judged_questions.PARTS, ALL)))
    print(*[line for line in text.splitlines() if line.startswith(shown)], sep="\n")
    return 1 if missing or (difference and not update) else 0


if __name__ == "__main__":
    sys.exit(main())
