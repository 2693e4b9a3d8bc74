"""Random queries, from the pieces of the language and from bytes. Each is answered or refused; neither a crash nor a hang is an answer."""

import json
import time

import program

PIECES = ("school", "transport", "report", "be noted", "officers", "cases", "closed", "EHCP", "SEND", "send", "been", "since 2016", "in 2017",
          "OR", "AND", "NOT", "-", "(", ")", '"', "“", "”", "=", "*", "NEAR/3", "NEAR", "NEAR/0", "NEAR/101", "PARA", "ITEM", "PAPER", ":", "..",
          "since:", "before:2017", "date:2015..2016", "year:2015/16", "council:Kestermere", 'committee:"Planning Committee"', "kind:minutes",
          "kind:(minutes OR report)", "topic:send", "in:resolution", "in:(text OR title)", "by:officer", "who:Marl", "title:library", "number:3",
          "exempt:no", "source:paper-0003.txt", "council:unknown", "trans*", "=Report", "repor*", "\u00e9", "\u200b", "\u202e", "’", "a", "1", "/", "\\",
          "%", "\n", "\t", "école", "学校", "🚌", "n't", "children's", "co-operative", "2016", "3.1", "£500")


def random_query(source):
    """Bytes that can be an argument: without NUL."""
    count = source.choice((1, 2, 3, 5, 8, 13, 40))
    text = "".join(source.choice(PIECES) + source.choice((" ", " ", " ", "")) for _ in range(count)).encode()
    if source.random() < 0.15:
        at = source.randrange(len(text) + 1)
        text = text[:at] + bytes(source.randrange(1, 256) for _ in range(source.randrange(1, 6))) + text[at:]
    return text


def ask(case, source, seconds):
    """Asks random queries for a while; `case` is a ProgramCase with an index. Returns how many were answered and refused."""
    ends = time.monotonic() + seconds
    codes = {program.FOUND: 0, program.NOTHING: 0, program.USAGE: 0}
    while time.monotonic() < ends:
        query = random_query(source)
        options = source.choice(([], ["--mentions"], ["--strict"], ["--all"], ["--facet", "council"], ["--count", "mentions"],
                                 ["--group", "paper"], ["--sort", "newest"], ["--no-expand"], ["--explain"]))
        with case.subTest(query=query, options=options):
            ended = program.run("search", "--index", case.index_folder, "--format", "json", *options, "--", query, seconds=20)
            case.assertIn(ended.code, codes, ended)
            codes[ended.code] += 1
            if ended.code == program.USAGE:
                case.assertLessEqual(len(ended.err.splitlines()), 2, ended)
            else:
                answer = json.loads(ended.raw)
                case.assertEqual(ended.code == program.FOUND, answer["totals"]["items"] > 0, ended)
                case.assertLessEqual(answer["totals"]["papers"], answer["totals"]["items"])
    case.assertGreater(min(codes.values()), 0, codes)
    return codes
