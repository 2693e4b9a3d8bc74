"""The simple form in which papers of the corpus are written before they become files of word processors. Knows no file format."""

import dataclasses
import re

RUN = re.compile(r"\{(note|del|ins|hidden|comment): ([^}]*)\}")


@dataclasses.dataclass
class Block:
    """kind: title, heading, item, bullet, bold, text, table."""
    kind: str
    runs: list = dataclasses.field(default_factory=list)  # (style, text): "" or one of RUN's words
    level: int = 0
    label: str = ""
    rows: list = dataclasses.field(default_factory=list)

    def text(self):
        return "".join(text for style, text in self.runs if style in ("", "ins"))


@dataclasses.dataclass
class Paper:
    header: str = ""
    item: str = "%1."
    start: int = 1
    blocks: list = dataclasses.field(default_factory=list)


def runs_of(text):
    runs, at = [], 0
    for match in RUN.finditer(text):
        runs.append(("", text[at:match.start()]))
        runs.append((match[1], match[2]))
        at = match.end()
    runs.append(("", text[at:]))
    return [(style, words) for style, words in runs if words]


class Numbers:
    """What a word processor would print before each numbered paragraph."""

    def __init__(self, paper):
        self.paper = paper
        self.counts = [paper.start - 1, 0, 0]

    def label(self, level, goes_on):
        if level == 3 and not goes_on:
            self.counts[2] = 0
        self.counts[level - 1] += 1
        self.counts[level:] = [0] * (3 - level)
        first, second, third = self.counts
        return (self.paper.item.replace("%1", str(first)), f"{first}.{second}", f"({chr(96 + third)})")[level - 1]


def block_of(line, numbers, before):
    sign, _, rest = line.partition(" ")
    if sign == "|":
        return Block("table", rows=[[cell.strip() for cell in line.strip().strip("|").split("|")]])
    if sign in ("+", "++", "+++"):
        goes_on = before is not None and before.kind == "item" and before.level == 3
        return Block("item", runs_of(rest), len(sign), numbers.label(len(sign), goes_on))
    if sign in ("#", "##"):
        return Block("heading", runs_of(rest), len(sign))
    kinds = {"=": "title", "-": "bullet", "!": "bold"}
    return Block(kinds[sign], runs_of(rest)) if sign in kinds else Block("text", runs_of(line))


def read(text):
    paper, numbers = Paper(), None
    for line in filter(None, map(str.strip, text.splitlines())):
        name, _, value = line.partition(" ")
        if name == "@header":
            paper.header = value
        elif name == "@item":
            paper.item, start = value.rsplit(" ", 1)
            paper.start = int(start)
        else:
            numbers = numbers or Numbers(paper)
            before = paper.blocks[-1] if paper.blocks else None
            block = block_of(line, numbers, before)
            if block.kind == "table" and before is not None and before.kind == "table":
                before.rows += block.rows
            else:
                paper.blocks.append(block)
    return paper
