"""What of the corpus is exempt: items and papers that must never be indexed, and words that stand nowhere else.

Knows nothing of how that is found out.
"""
import dataclasses


@dataclasses.dataclass(frozen=True)
class Exempt:
    file: str
    kind: str
    number: str  # None: the whole paper
    words: str


PLACES = (
    Exempt("eskermouth/minutes-2018-07-25-audit.txt", "minutes", "18", "four current investigations"),
    Exempt("fenbourne/pack-2021-02-09-cabinet.md", "agenda", "8", "framework agreement"),
    Exempt("kestermere/minutes-2021-10-14-executive-board.md", "minutes", "EXB48", "a confidential report on"),
    Exempt("pellowdale/agenda-2024-04-18-planning-policy.txt", "agenda", "8", "option agreement"),
    Exempt("ravelstoke/minutes-2022-04-13-licensing-sub.txt", "minutes", "93", "fit and proper person"),
    Exempt("ravelstoke/report-2018-10-10-cabinet-exempt-homes.txt", "report", None, "to have had one other offer"),
)
