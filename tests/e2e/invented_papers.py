"""Invented minutes, as many as a test needs, each with a word of its own that no other paper holds.

The same number gives the same paper. Knows nothing of indexes.
"""

import datetime

COUNCILS = ("Eskermouth Metropolitan Borough Council", "Kestermere Borough Council", "Pellowdale District Council")
COMMITTEES = ("Housing Scrutiny Committee", "Planning Committee", "Cabinet", "Audit and Governance Committee")
SUBJECTS = ("school transport", "food waste", "flood defences", "library opening hours", "temporary accommodation",
            "parking charges", "care leavers", "the local plan")
VERBS = ("reviewed", "considered", "questioned", "welcomed", "deferred")


def own_word(number):
    """Letters only, so that it is one word whatever the rules for figures are."""
    letters = ""
    for _ in range(4):
        letters = chr(ord("a") + number % 26) + letters
        number //= 26
    return "quor" + letters


def minutes(number, *words, items=4):
    """Text of the minutes of a meeting; `words` are put into their second item."""
    day = datetime.date(2015, 1, 5) + datetime.timedelta(days=7 * number)
    lines = [COUNCILS[number % len(COUNCILS)].upper(), "", COMMITTEES[number % len(COMMITTEES)].upper(), "",
             f"Minutes of the meeting held on {day.day} {day:%B %Y}", "",
             "Present: Councillor A Thornfield (Chair), Councillors B Marl, C Ostler and D Wray", "",
             "1 APOLOGIES FOR ABSENCE", "", "There were no apologies.", ""]
    for item in range(2, items + 1):
        subject = SUBJECTS[(number + item) % len(SUBJECTS)]
        verb = VERBS[(number * 3 + item) % len(VERBS)]
        own = " ".join((own_word(number), *words)) + " " if item == 2 else ""
        lines += [f"{item} {subject.upper()}", "",
                  f"The Committee {verb} the report {own}on {subject}. Officers said that {17 + number % 40} cases had been "
                  f"closed since the last meeting and that {3 + item} were open.", "",
                  f"Members asked how {SUBJECTS[(number + item + 3) % len(SUBJECTS)]} compared with other districts.", "",
                  f"RESOLVED that the report on {subject} be noted.", ""]
    return "\n".join(lines)


def write_papers(folder, numbers, *words):
    """Writes paper-0007.txt … into `folder`; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in numbers:
        path = folder / f"paper-{number:04}.txt"
        path.write_text(minutes(number, *words), encoding="utf-8")
        paths.append(path)
    return paths
