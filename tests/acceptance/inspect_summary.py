#!/usr/bin/env python3
"""What `minutebook inspect` understands of each paper of the corpus, as text a person can read: tests/golden/inspect/.

usage: inspect_summary.py [--update] [FILE...]
Without --update the goldens are compared and differences are printed; exit code 1 if there are any.
"""
import argparse
import collections
import pathlib
import sys

import golden_text
import program

GOLDEN = program.GOLDEN / "inspect"
FIRST_WORDS = 12
DECISIONS = ("resolution", "recommendation", "action")


def golden_path(path):
    return GOLDEN / (path.relative_to(program.CORPUS).as_posix().replace("/", "__") + ".txt")


def first_words(text):
    words = text.split()
    return " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")


def stated(value):
    return value if value else "not stated"


def with_detail(name, detail):
    return f"{name} ({detail})" if detail else name


def people_lines(people):
    """One line for each way of attending."""
    by_attendance = collections.defaultdict(list)
    for person in people:
        by_attendance[person["attendance"]].append(with_detail(person["name"], person["role"]))
    return [f"  {attendance}: {'; '.join(names)}" for attendance, names in by_attendance.items()]


def paper_lines(paper):
    council, committee = paper["council"], paper["committee"]
    lines = [f"{paper['kind']}: {stated(paper['title'])}{' [exempt]' if paper['exempt'] else ''}",
             f"  council: {stated(council and with_detail(council['name'], council['code']))}",
             f"  committee: {stated(committee and with_detail(committee['name'], committee['kind']))}",
             f"  date: {stated(paper['date'])}"]
    for name in ("portfolios", "wards"):
        if paper[name]:
            lines.append(f"  {name}: {'; '.join(paper[name])}")
    if paper["lang"] != "en":
        lines.append(f"  language: {stated(paper['lang'])}")
    if paper["key_decision"] is not None:
        lines.append(f"  key decision: {'yes' if paper['key_decision'] else 'no'}")
    lines += people_lines(paper["people"])
    lines += [f"  warning: {warning}" for warning in paper["warnings"]]
    for item in paper["items"]:
        lines += item_lines(item)
    return lines


def item_lines(item):
    kinds = collections.Counter(passage["kind"] for passage in item["passages"])
    places = [f"agenda item {item['agenda_number']}"] if item["agenda_number"] else []
    places += [f"page {item['page']}"] if item["page"] else []
    places += ["exempt"] if item["exempt"] else []
    marks = f" [{', '.join(places)}]" if places else ""
    lines = [f"  {item['number'] or '–'} {item['title'] or '(no title)'}{marks}",
             "      " + ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))]
    for passage in item["passages"]:
        if passage["kind"] in DECISIONS:
            kind = with_detail(passage["kind"], passage["outcome"])
            number = f" {passage['paragraph']}" if passage["paragraph"] else ""
            lines.append(f"      {kind}{number}: {first_words(passage['text'])}")
    if item["topics"]:
        lines.append(f"      topics: {', '.join(sorted(item['topics']))}")
    return lines


def summary(inspected):
    """The golden text of one file."""
    lines = [f"format: {stated(inspected['format'])}", f"pages: {inspected['pages']}"]
    lines += [f"warning: {warning}" for warning in inspected["warnings"]]
    for paper in inspected["papers"]:
        lines += ["", *paper_lines(paper)]
    return "\n".join(lines) + "\n"


def summaries(paths):
    """Pairs of a path and its golden text."""
    return zip(paths, map(summary, program.inspect(paths, program.CORPUS_OPTIONS)))


def stale_goldens():
    """Goldens of files that are no longer in the corpus."""
    return sorted(set(GOLDEN.glob("*.txt")) - {golden_path(path) for path in program.corpus_papers()})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="rewrite the goldens")
    parser.add_argument("files", nargs="*", type=pathlib.Path, help="papers of the corpus (default: all)")
    arguments = parser.parse_args()
    differences = []
    for path, text in summaries([file.resolve() for file in arguments.files] or program.corpus_papers()):
        differences.append(golden_text.difference(golden_path(path), text))
        if arguments.update:
            golden_text.write(golden_path(path), text)
    if arguments.update:
        for path in stale_goldens():
            path.unlink()
    print("\n\n".join(filter(None, differences)))
    return 1 if any(differences) and not arguments.update else 0


if __name__ == "__main__":
    sys.exit(main())
