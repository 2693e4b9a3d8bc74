"""The installed library: what a program built against it alone sees, and what it hands out.

tests/consumer is copied, built with the installed tree, and asked what the command is asked.
"""

import filecmp
import json
import os
import re
import shutil
import subprocess
import unittest

from program import BINARY, CORPUS, FOUND, PATIENCE, ROOT, SANITIZED, ProgramCase, run

BUILD = BINARY.resolve().parent
CONSUMER = ROOT / "tests" / "consumer"
SYMBOLS = ROOT / "tests" / "golden" / "library_symbols.txt"
HEADERS = ROOT / "query" / "include" / "minutebook"
QUERIES = ["EHCP timeliness since 2020", "in:resolution damp", "has anyone reviewed young carers before", "kind:minutes year:2023/24",
           "emergency planning since:2022", "school OR transport", "council:Eskermouth (carers PAPER review)"]


def setUpModule():
    if SANITIZED:
        raise unittest.SkipTest("the library is not built with sanitizers: its code is tested through the command")


def succeed(*command, **how):
    """Standard output of a tool that must succeed."""
    ended = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300 * PATIENCE, check=False, **how)
    if ended.returncode != 0:
        raise AssertionError(f"{command}\n{ended.stdout[-3000:]}\n{ended.stderr[-3000:]}")
    return ended.stdout


def text(value):
    """A value of the command's JSON as the consumer prints it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def marked(runs):
    return "".join(f"[{one['t']}]" if one.get("h") else one["t"] for one in runs)


class Row(list):
    """A line of the consumer: the cells after its name."""

    def __init__(self, line):
        name, *cells = line.split("\t")
        super().__init__(cells)
        self.name = name


class LibraryCase(ProgramCase):
    """The corpus indexed, the library installed and programs built against it: once, when first asked for."""

    class Owner(ProgramCase):
        """Owns what all tests of the module share."""

        def runTest(self):
            """Its folder is made like that of a test."""

        def prepare(self):
            self.setUp()
            unittest.addModuleCleanup(self.doCleanups)
            folders = [path for path in sorted(CORPUS.iterdir()) if path.is_dir() and path.name != "sources"]
            self.index("--manifest", CORPUS / "manifest.tsv", "--councils", CORPUS / "councils.tsv", paths=folders)
            installed = self.folder / "installed"
            for component in ("lib", "dev"):
                succeed("cmake", "--install", BUILD, "--prefix", installed, "--component", component)
            # A tree may stand where it was not installed to.
            self.prefix = self.folder / "moved" / "tree"
            self.prefix.parent.mkdir()
            installed.rename(self.prefix)
            self.libraries = next(self.prefix.glob("**/libminutebook.so")).parent
            self.build = self.folder / "build"
            source = self.folder / "consumer"
            shutil.copytree(CONSUMER, source)
            succeed("cmake", "-S", source, "-B", self.build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={self.prefix}",
                    "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON")
            succeed("cmake", "--build", self.build)

    owner = None

    @classmethod
    def setUpClass(cls):
        if LibraryCase.owner is None:
            LibraryCase.owner = LibraryCase.Owner()
            LibraryCase.owner.prepare()
        for name in ("prefix", "libraries", "build"):
            setattr(cls, name, getattr(LibraryCase.owner, name))

    def setUp(self):
        super().setUp()
        self.index_folder = LibraryCase.owner.index_folder

    def pkg_config(self):
        return dict(os.environ, PKG_CONFIG_PATH=str(self.libraries / "pkgconfig"))

    def consume(self, *arguments, index=None):
        """Rows that the consumer prints."""
        printed = succeed(self.build / "consumer", index or self.index_folder, *arguments)
        return [Row(line) for line in printed.splitlines()]

    def example(self, program, query):
        environment = dict(os.environ, LD_LIBRARY_PATH=str(self.libraries))
        return succeed(program, self.index_folder, query, env=environment)


class Installed(LibraryCase):
    def test_files(self):
        files = {path.relative_to(self.prefix).as_posix() for path in self.prefix.rglob("*") if not path.is_dir()}
        place = self.libraries.relative_to(self.prefix).as_posix()
        version = ".".join(re.search(rf"VERSION_{part} (\d+)", (HEADERS / "version.h").read_text())[1]
                           for part in ("MAJOR", "MINOR", "PATCH"))
        expected = {f"{place}/libminutebook.so", f"{place}/libminutebook.so.{version.split('.')[0]}",
                    f"{place}/libminutebook.so.{version}", f"{place}/libminutebook.a", f"{place}/pkgconfig/minutebook.pc",
                    f"share/doc/libminutebook{version.split('.')[0]}/copyright", "share/doc/libminutebook-dev/copyright"}
        self.assertEqual({name for name in files if "/cmake/" not in name and not name.startswith("include/")}, expected)
        self.assertIn(f"{place}/cmake/minutebook/minutebook-config.cmake", files)
        self.assertEqual(succeed("readelf", "-d", self.libraries / "libminutebook.so").count(f"[libminutebook.so.{version.split('.')[0]}]"), 1)

    def test_headers_know_the_standard_library_and_each_other(self):
        headers = sorted((self.prefix / "include" / "minutebook").iterdir())
        names = {header.name for header in headers}
        self.assertIn("minutebook.h", names)
        for header in headers:
            self.assertTrue(filecmp.cmp(header, HEADERS / header.name, shallow=False), header)
            for name in re.findall(r'#\s*include\s*[<"]([^>"]+)[>"]', header.read_text(encoding="utf-8")):
                own = name.startswith("minutebook/") and name.removeprefix("minutebook/") in names
                self.assertTrue(own or re.fullmatch(r"[a-z_]+", name), f"{header.name} includes {name}")

    def test_each_header_compiles_alone_from_the_installed_tree(self):
        flags = succeed("pkg-config", "--cflags", "minutebook", env=self.pkg_config()).split()
        for header in sorted((self.prefix / "include" / "minutebook").iterdir()):
            with self.subTest(header.name):
                line = f"#include <minutebook/{header.name}>\n"
                succeed("g++", *flags, "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only", "-x", "c++", "-", input=line * 2)

    def test_only_the_installed_tree_is_used(self):
        commands = (self.build / "compile_commands.json").read_text()
        self.assertIn(str(self.prefix / "include"), commands)
        self.assertNotIn(str(ROOT) + "/", commands)

    def test_pkg_config_and_the_static_library_make_the_same_program(self):
        program = self.folder / "by-pkg-config"
        flags = succeed("pkg-config", "--cflags", "--libs", "minutebook", env=self.pkg_config()).split()
        succeed("g++", CONSUMER / "example.cc", "-o", program, *flags)
        self.assertIn("libminutebook.so.", succeed("readelf", "-d", program))
        self.assertNotIn("libminutebook", succeed("readelf", "-d", self.build / "example"))
        printed = self.example(program, "school transport")
        self.assertEqual(printed, self.example(self.build / "example", "school transport"))
        answer = self.search("school transport", "--count", "mentions", "--facet", "council")
        lines = printed.splitlines()
        self.assertEqual(lines[0], f"{answer['totals']['items']} items in {answer['totals']['papers']} papers")
        self.assertIn(f"({answer['results'][0]['id']})", printed)
        self.assertTrue(lines[-1].startswith(f"{answer['totals']['mentions']} mentions, digest "), lines[-1])

    def test_another_version_is_refused(self):
        project = self.folder / "project"
        project.mkdir()
        (project / "CMakeLists.txt").write_text("cmake_minimum_required(VERSION 3.25)\nproject(p LANGUAGES CXX)\n"
                                                "find_package(minutebook ${WANTED} CONFIG REQUIRED)\n")
        for wanted, accepted in (("0.1", True), ("0.1.0", True), ("0.2", False), ("1", False)):
            with self.subTest(wanted):
                ended = subprocess.run(["cmake", "-S", project, "-B", self.folder / wanted, f"-DWANTED={wanted}",
                                        f"-DCMAKE_PREFIX_PATH={self.prefix}"], capture_output=True, text=True, check=False)
                self.assertEqual(ended.returncode == 0, accepted, ended.stderr)

    def test_the_example_of_the_readme_is_the_one_that_was_built(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        shown = readme.split("<!-- library -->\n```cpp\n", 1)[1].split("```\n", 1)[0]
        self.assertEqual(shown, (CONSUMER / "example.cc").read_text(encoding="utf-8"))


class Symbols(LibraryCase):
    def exported(self):
        """(type, demangled name) of what the shared library defines for others."""
        listed = succeed("nm", "-DC", "--defined-only", self.libraries / "libminutebook.so")
        return [tuple(line.split(" ", 2)[1:]) for line in listed.splitlines()]

    def test_nothing_but_our_own_leaves_the_library(self):
        own = re.compile(r"(?:(?:typeinfo|typeinfo name|vtable) for )?minutebook::(?!query::|schema::|detail::)")
        exported = self.exported()
        self.assertGreater(len(exported), 40)
        self.assertEqual([name for _, name in exported if not own.match(name)], [])

    def test_signatures_hold_nothing_of_other_libraries(self):
        foreign = re.compile(r"Xapian|icu_|boost|nlohmann|minutebook::(?:query|schema)::|xml[A-Z]|ZSTD")
        self.assertEqual([name for _, name in self.exported() if foreign.search(name)], [])

    def test_the_list_of_functions(self):
        """What programs may rely on changes only with the golden list (MINUTEBOOK_UPDATE=1 writes it)."""
        listed = "".join(sorted({name + "\n" for kind, name in self.exported() if kind == "T"}))
        if os.environ.get("MINUTEBOOK_UPDATE"):
            SYMBOLS.write_text(listed, encoding="utf-8")
        self.assertEqual(SYMBOLS.read_text(encoding="utf-8"), listed)


class Answers(LibraryCase):
    def rows(self, name, rows):
        return [row for row in rows if row.name == name]

    def printed(self, command, *arguments):
        return run(command, "--index", self.index_folder, "--format", "json", *arguments).json()

    def check_mention(self, row, mention):
        for at, key in ((0, "id"), (2, "kind"), (6, "paragraph"), (7, "text")):
            self.assertEqual(row[at], text(mention.get(key)), key)
        self.assertEqual(row[1], text(mention["match"] == "whole"))
        self.assertEqual(row[4], text(mention["page"] or 0))

    def check_item(self, row, item):
        for at, key in ((0, "id"), (2, "number"), (3, "title"), (5, "council"), (7, "committee"), (8, "date")):
            self.assertEqual(row[at], text(item[key]), key)
        self.assertEqual(row[1], text(item["tier"] == "all"))

    def check_paper(self, row, paper):
        for at, key in ((0, "id"), (1, "kind"), (2, "title"), (3, "source"), (4, "url")):
            self.assertEqual(row[at], text(paper[key]), key)

    def test_search(self):
        for query in QUERIES:
            with self.subTest(query):
                answer = self.search(query, "--count", "mentions")
                rows = self.consume("search", query)
                totals = answer["totals"]
                self.assertEqual(self.rows("totals", rows), [[str(totals[key]) for key in
                                 ("items", "papers", "meetings", "mentions", "whole_mentions", "some")]])
                read = answer["interpreted"]
                self.assertEqual(self.rows("text", rows), [[read["text"]]])
                self.assertEqual(self.rows("optional", rows), [[word] for word in read["optional"]])
                self.assertEqual([row[0] for row in self.rows("filter", rows)], [one["field"] for one in read["filters"]])
                self.assertEqual([row for row in self.rows("expansion", rows)],
                                 [[one["of"], str(one["items"])] for one in read["expansions"]])
                covered = answer["coverage"]
                self.assertEqual(self.rows("coverage", rows)[0][:5],
                                 [text(covered[key]) for key in ("papers", "not_searched", "undated", "from", "to")])
                self.assertEqual(self.rows("next", rows), [[text(answer["next"])]])

    def test_facets(self):
        for query in QUERIES:
            with self.subTest(query):
                counted = {}
                for row in self.consume("search", query):
                    if row.name == "facet":
                        values = counted[row[0]] = []
                    elif row.name == "count":
                        values.append((row[0], row[1], int(row[2])))
                expected = {name: [(one["value"], one["label"], one["count"]) for one in values]
                            for name, values in self.search(query)["facets"].items()}
                self.assertEqual(counted, expected)

    def test_items_papers_and_mentions(self):
        for query in QUERIES:
            with self.subTest(query):
                results = self.search(query)["results"]
                rows = self.consume("search", query)
                items = self.rows("item", rows)
                papers = self.rows("paper", rows)
                self.assertEqual(len(items), len(results))
                for row, paper, result in zip(items, papers, results):
                    self.check_item(row, result)
                    self.check_paper(paper, result["paper"])
                mentions = self.rows("mention", rows)
                expected = [mention for result in results for mention in result["mentions"]]
                self.assertEqual(len(mentions), len(expected))
                for row, mention in zip(mentions, expected):
                    self.check_mention(row, mention)
                    self.assertEqual(row[8], marked(mention["runs"]))

    def test_groups(self):
        grouped = self.search("school", "--group", "meeting")["results"]
        rows = self.rows("item", self.consume("search", "school", "by meeting"))
        self.assertEqual([row[0] for row in rows], [result["id"] for result in grouped])
        self.assertTrue(any(int(row[9]) > 1 for row in rows))

    def test_an_empty_answer_says_why(self):
        answer = self.search("emergency planning since:2022", "--strict")
        rows = self.consume("search", "emergency planning since:2022")
        self.assertEqual(self.rows("emptied", rows), [[answer["emptied"]["reason"]]])
        self.assertEqual(self.rows("alone", rows), [[one["typed"], text(one["filter"]), str(one["items"])] for one in answer["emptied"]["alone"]])
        self.assertEqual(self.rows("emptied", self.consume("search", "school")), [])

    def test_pages_hold_every_item_once(self):
        for query in QUERIES:
            with self.subTest(query):
                expected = [result["id"] for result in self.search(query, "--all", "--sort", "newest")["results"]]
                self.assertEqual([row[0] for row in self.consume("pages", query)], expected)

    def test_every_mention_is_streamed(self):
        for query in QUERIES:
            with self.subTest(query):
                _, *lines, end = map(json.loads, run("search", "--index", self.index_folder, "--mentions", "--format", "ndjson",
                                                      "--", query).out.splitlines())
                rows = self.consume("mentions", query)
                mentions = self.rows("mention", rows)
                self.assertEqual(len(mentions), len(lines))
                for row, line in zip(mentions, lines):
                    self.check_mention(row, dict(line, id=line["mention"]))
                items = {line["id"]: line for line in lines}
                self.assertEqual([row[0] for row in self.rows("item", rows)], list(items))
                for row, paper in zip(self.rows("item", rows), self.rows("paper", rows)):
                    self.check_item(row, items[row[0]])
                    self.check_paper(paper, items[row[0]]["paper"])
                self.assertEqual(rows[0], ["none", str(end["items"])])
                self.assertEqual(self.rows("end", rows), [[str(end["mentions"]), end["digest"], str(end["mentions"]),
                                                           str(end["whole_mentions"]), str(end["items"])]])
                self.assertEqual(rows[-1], ["true"])

    def test_show(self):
        result = self.search("school transport")["results"][0]
        for wanted, *mark in ((result["id"],), (result["id"], "school transport"), (result["paper"]["id"], "transport")):
            with self.subTest(wanted):
                shown = self.printed("show", wanted, *(["--mark", *mark] if mark else []))
                rows = self.consume("show", wanted, *mark)
                self.assertEqual(self.rows("document", rows)[0][0], text(wanted == result["paper"]["id"]))
                self.assertEqual(self.rows("document", rows)[0][2:], [text(shown[key]) for key in ("council", "council_name", "committee", "date")])
                self.check_paper(self.rows("paper", rows)[0], shown["paper"])
                self.assertEqual([row[:4] for row in self.rows("item", rows)],
                                 [[text(item[key]) for key in ("id", "number", "agenda_number", "title")] for item in shown["items"]])
                self.assertEqual(self.rows("topic", rows), [[topic] for item in shown["items"] for topic in item["topics"]])
                passages = [passage for item in shown["items"] for passage in item["passages"]]
                self.assertEqual([(row[0], row[1], row[4], row[5]) for row in self.rows("passage", rows)],
                                 [(one["kind"], text(one["outcome"]), text(one["paragraph"]), marked(one["runs"])) for one in passages])
                self.assertEqual(any("[" in row[5] for row in self.rows("passage", rows)), bool(mark))

    def test_timeline(self):
        for period in ("year", "municipal-year", "month"):
            with self.subTest(period):
                made = self.printed("timeline", "transport", "--by", period)

                def counts(one):
                    return [text(one.get("period")), *(str(one[key]) for key in ("searched", "papers", "items", "mentions"))]
                rows = self.consume("timeline", "transport", period)
                first_council = next(at for at, row in enumerate(rows) if row.name == "council")
                self.assertEqual(rows[0], counts(made["total"]))
                self.assertEqual(rows[1], counts(made["undated"]))
                self.assertEqual(rows[2:first_council], [counts(one) for one in made["periods"]])
                self.assertEqual(len(self.rows("council", rows)), len({row[0] for row in self.rows("council", rows)}))
                sums = [sum(int(row[4]) for row in self.rows("total", rows)[1:])]
                self.assertEqual(sums, [made["total"]["mentions"]])

    def cited(self, where):
        """Two rows: the passage, and whose it is."""
        paper = where["paper"]
        return [[text(one) for one in (where["mention"], where["kind"], where["outcome"], paper["id"], paper["kind"],
                                       paper["title"], paper["source"], paper["url"], where["item"], where["number"],
                                       where["title"], where["page"] or 0, where.get("scanned", False), where["paragraph"],
                                       where["text"])],
                [text(where[key]) for key in ("council", "council_name", "committee", "date")]]

    def lists(self, name, values):
        return [[name, *map(text, value if isinstance(value, list) else [value])] for value in values]

    def check_review(self, rows, review):
        """The rows of one review, in order, each behind its name."""
        expected = [["review", *(text(review[key]) for key in ("name", "council", "council_name", "stage", "names_subject",
                                                               "first_mention", "last_mention", "report_date"))]]
        for name, key in (("also called", "also_called"), ("form", "forms"), ("committee", "committees"),
                          ("planned for", "planned_for"), ("joined by", "joined_by"), ("year", "years_stated"),
                          ("may be same", "may_be_same")):
            expected += self.lists(name, review[key])

        def add(where):
            passage, of = self.cited(where)
            expected.extend((["cited", *passage], ["of", *of]))
        for one in review["members"]:
            expected += self.lists("member", one["names"])
            add(one["where"])
        for one in review["recommendations"]:
            expected.append(["recommendation", text(one["number"]), one["text"]])
            add(one["where"])
            for name, replies in (("response", one["responses"]), ("update", one["updates"])):
                for reply in replies:
                    expected.append([name, text(reply["stance"]), reply["words"], text(reply["officer"])])
                    add(reply["where"])
        for one in review["statements"]:
            expected.append(["statement", one["stage"], one["form"]])
            add(one["where"])
        self.assertEqual([[row.name, *row] for row in rows], expected)

    def test_reviews(self):
        found = stages = responses = 0
        for subject in ("young carers", "school transport", "kind:minutes", "emergency planning since:2022"):
            with self.subTest(subject):
                printed = self.printed("reviews", subject)
                rows = self.consume("reviews", subject)
                starts = [at for at, row in enumerate(rows) if row.name == "review"] + [len(rows)]
                head = rows[:starts[0]]
                self.assertEqual(head[0], [subject, str(printed["items_with_subject"]),
                                           str(printed["coverage"]["papers"]), "0"])
                self.assertEqual([row[0] for row in head[1:]], printed["councils"])
                self.assertEqual(len(starts) - 1, len(printed["reviews"]))
                for first, end, review in zip(starts, starts[1:], printed["reviews"]):
                    self.check_review(rows[first:end], review)
                found += len(printed["reviews"])
                stages += len({one["stage"] for one in printed["reviews"]})
                responses += sum(len(one["responses"]) for review in printed["reviews"] for one in review["recommendations"])
        self.assertGreater(min(found, stages, responses), 3, "else it proves little")

    def test_actions(self):
        for query, *option in (("transport",), ("",), ("council:Eskermouth", "open"), ("damp", "everything")):
            with self.subTest(query=query, option=option):
                options = {"open": "--open", "everything": "--all"}
                printed = self.printed("actions", query, *(options[one] for one in option))
                rows = self.consume("actions", query, *option)
                self.assertEqual(rows[0][1:], [str(printed["items_with_subject"]), str(printed["coverage"]["papers"]), "0"])
                self.assertEqual(rows[1], [str(printed[key]) for key in ("answered", "open", "cannot_tell")])
                expected = []
                for action in printed["actions"]:
                    expected.append([text(action[key]) for key in
                                     ("asked", "said", "status", "text", "addressee", "due", "due_date", "searched_until")])
                self.assertEqual(self.rows("action", rows), expected)
                self.assertGreater(len(expected), 0)
                cited = [self.cited(where) for action in printed["actions"]
                         for where in (action["where"], *action["also"], *([action["answer"]["where"]] if action["answer"] else []))]
                self.assertEqual(self.rows("cited", rows), [passage for passage, _ in cited])
                self.assertEqual(self.rows("of", rows), [of for _, of in cited])
                answers = [action["answer"] for action in printed["actions"] if action["answer"]]
                self.assertEqual(self.rows("answer", rows), [[text(one["in_title"]), text(one["says_so"])] for one in answers])
                self.assertEqual(self.rows("shared", rows), [[word] for one in answers for word in one["words"]])

    def test_suggestions(self):
        rows = self.consume("suggest", "child", "3")
        kinds = [row.name for row in rows]
        self.assertEqual(kinds, sorted(kinds, key=("label", "committee", "word").index))
        for kind in ("label", "committee", "word"):
            items = [int(row[1]) for row in rows if row.name == kind]
            self.assertEqual(items, sorted(items, reverse=True), kind)
            self.assertTrue(0 < len(items) <= 3, kind)
        for row in rows:
            self.assertIn("child", row[0].casefold())
            if row.name == "committee":
                self.assertEqual(int(row[1]), self.search(f'committee:"{row[0]}"')["totals"]["items"])
        for typed in ("", "c", "zzzzzz", "(", "\""):
            self.assertEqual(self.consume("suggest", typed), [], typed)

    def test_state(self):
        rows = self.consume("state")
        version = run("--version").out.split()[1]
        self.assertEqual(rows[0], [version, version, "true"])
        self.assertEqual(rows[1][:3], [str(self.index_folder), str(self.status()["revision"]), "false"])
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        for row in self.rows("field", rows):
            self.assertIn(f"| `{row[0]}:` |", readme)


class Threads(LibraryCase):
    def test_one_index_serves_many_threads(self):
        self.assertEqual(self.consume("threads", *QUERIES[:4]), [["0"]])

    def test_streams_outlive_their_index(self):
        digests = [self.consume("mentions", query)[-2][:2] for query in QUERIES[:2]]
        self.assertEqual(self.consume("interleaved", *QUERIES[:2]), digests)


class Memory(LibraryCase):
    """Items with thousands of mentions each, more than are held at once."""

    MOST_MORE = 6 << 10  # KiB

    def paper(self, number):
        paragraphs = "\n\n".join(f"{at}. Damp was found in house {at} of street {number}, and the officer said that works were due."
                                 for at in range(1, 4000))
        (self.papers / f"{number:02}.txt").write_text(f"Minutes of the Audit Panel\n{number} January 2024\n\n{paragraphs}\n")

    def test_long_items_come_whole_and_in_order(self):
        folder = self.folder / "own-index"
        for number in range(1, 6):
            self.paper(number)
        self.index(index=folder)
        rows = self.search("damp", "--mentions", "--all", index=folder)["results"]
        streamed = [row[0] for row in self.consume("mentions", "damp", index=folder) if row.name == "mention"]
        self.assertEqual(len(rows), 5 * 3999)
        self.assertEqual(streamed, [row["mention"] for row in rows])

    def test_it_does_not_grow_with_the_mentions(self):
        used = []
        folder = self.folder / "own-index"
        for first, last in ((1, 5), (5, 25)):
            for number in range(first, last):
                self.paper(number)
            self.index(index=folder)
            count, memory = map(int, self.consume("memory", "damp", index=folder)[0])
            self.assertEqual(count, 3999 * (last - 1))
            used.append(memory)
        self.assertLess(used[1] - used[0], self.MOST_MORE)


class Refusals(LibraryCase):
    def test_every_refusal_says_what_where_and_what_next(self):
        nowhere = self.folder / "nowhere"
        *rows, items = self.consume("errors", nowhere)
        expected = [
            ("unreadable", "none", f"{nowhere} holds no index", "minutebook index"),
            ("query", "15", "(character 15 of the query)", ""),
            ("query", "11", "Nowhereshire", "registry"),
            ("query", "8", "exempt: neither yes nor no", "exempt:no"),
            ("query", "1", "(character 1 of the query)", ""),
            ("query", "6", "nothing", "agenda, minutes"),
            ("query", "6", "nothing", "agenda, minutes"),
            ("query", "12", "(character 12 of the query)", ""),
            ("not_found", "none", "nosuchid", ""),
            ("query", "1", "(character 1 of the query)", ""),
            ("usage", "none", "\"title\" cannot be counted", "council, committee"),
            ("usage", "none", "cursor", ""),
        ]
        for row, (code, position, what, hint) in zip(rows, expected, strict=True):
            with self.subTest(row):
                self.assertEqual(row[:2], [code, position])
                self.assertIn(what, row[2])
                self.assertIn(hint, row[3])
                self.assertNotEqual(row[3], "")
        self.assertEqual(items, [str(self.search("school")["totals"]["items"])])

    def test_a_newer_state_is_told(self):
        folder = self.folder / "own-index"
        paper = self.papers / "one.txt"
        paper.write_text("Minutes of the Audit Panel\n8 January 2024\n\n1. Damp\n\nDamp was found.\n")
        self.index(index=folder)
        with subprocess.Popen([self.build / "consumer", folder, "outdated"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as waiting:
            self.assertEqual(waiting.stdout.readline(), "outdated\tfalse\t1\n")
            paper.write_text("Minutes of the Audit Panel\n8 January 2024\n\n1. Damp\n\nNo damp was found, nor damp expected.\n")
            self.index(index=folder)
            printed, _ = waiting.communicate("\n", timeout=60)
        self.assertEqual(printed, "outdated\ttrue\t1\n")

    def test_a_damaged_index_is_unreadable(self):
        folder = self.folder / "damaged"
        shutil.copytree(self.index_folder, folder)
        for database in folder.glob("shards/*/**/postlist.glass"):
            database.write_bytes(b"no table")
        ended = subprocess.run([self.build / "example", folder, "school"], capture_output=True, text=True, check=False,
                               env=dict(os.environ, LD_LIBRARY_PATH=str(self.libraries)))
        self.assertEqual(ended.returncode, 1, ended)
        self.assertRegex(ended.stderr, r"postlist\.glass is damaged.*\n.*index the sources again")


if __name__ == "__main__":
    unittest.main()
