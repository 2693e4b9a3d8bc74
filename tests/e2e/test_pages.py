"""The search pages as text: what a reader of either language gets, where links lead, and that problems are pages too."""

import json
import re
import unittest
from html import unescape

import program
from test_serve import ServiceCase

SAID = program.ROOT / "server/catalogue/said_cy.tsv"
# Calls whose words reach people who search, by the files they stand in.
SAYING = re.compile(r"\b(?:refuse|refuse_value|note|notes\.emplace_back|notes\.push_back|notes_\.push_back|end_early|check)\(|"
                    r"Error\(\s*schema::ErrorCode::usage,|emptied\.reason = |return ")
SPEAKERS = ("lex.cc", "lex_characters.cc", "parse.cc", "resolve.cc", "resolve_dates.cc", "resolve_fields.cc", "resolve_papers.cc",
            "resolve_scopes.cc", "resolve_shape.cc", "resolve_spans.cc", "resolve_words.cc", "evaluate_filter.cc",
            "evaluate_shape.cc", "answer_rows.cc", "answer_emptied.cc", "boilerplate.cc", "search.cc")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
BAD_QUERIES = ('"damp', '"da*mp x"', '""', "a NEAR/900 b", "title:", "colour:red", '="x"', "da*mp", "=damp*", "a*", "damp)",
               "a NEAR b PARA c", "a NEAR -b", "damp OR", "AND damp", "title:(in:action x)", "()", "(damp", "...", "since:soon",
               "council:Nowhereshire", "kind:novel", "lang:fr", "year:soon", "year:2023..2020", "topic:zzyzx", "exempt:maybe",
               "in:nowhere x", "by:nobody in:recommendation x", "in:action in:question x", "(since:2020 NEAR b)",
               "damp " * 45, "aaa* bbb* ccc* ddd* eee* fff*", "(" * 120 + "damp" + ")" * 120, "kind:(a PARA b)",
               "who:(-Smith)", "committee:\"...\"", "x" * 1500)


def words_of(page):
    return unescape(re.sub(r"<[^>]+>", " ", page))


def statements(source):
    """From each call that speaks to its end, without what stands in characters of one sign."""
    for match in SAYING.finditer(source):
        end = source.find(";", match.end())
        yield source[match.start():end]


class Welsh(ServiceCase):
    def test_a_query_that_is_refused_is_explained_in_welsh(self):
        for query in BAD_QUERIES:
            with self.subTest(query[:60]):
                status, page = self.service.page("/search", q=query, ui="cy")
                self.assertEqual(status, 400)
                problem = re.search(r'<div class="problem".*?</div>', page)[0]
                self.assertNotIn('lang="en"', problem)
                self.assertIn('<p lang="cy">', problem)
                english = self.service.page("/search", q=query, ui="en")[1]
                self.assertNotIn('lang="cy"', re.search(r'<div class="problem".*?</div>', english)[0])

    def test_what_is_noted_is_noted_in_welsh(self):
        for query in ("emergency planning since:2022", "bus OR coach kind:minutes", "send", "zzyzx", "damp zzyzx council:ZZC", "damp -damp",
                      "on 8 January 2024", "call in", "kestermere roads"):
            for ui in ("cy", "en"):
                page = self.service.page("/search", q=query, ui=ui)[1]
                other = "en" if ui == "cy" else "cy"
                for box in re.findall(r'<div class="(?:understood|nothing)".*?</div>', page):
                    self.assertNotIn(f'<p lang="{other}">', box, (query, ui))

    def test_every_sentence_has_its_welsh(self):
        """Whoever adds a sentence to the query side finds here that it wants a line of the table."""
        table = [line.split("\t") for line in SAID.read_text("utf-8").splitlines() if not line.startswith("#")]
        english = "\n".join(row[0] for row in table)
        patterns = [re.compile(".+".join(map(re.escape, re.split(r"\{\d\}", row[0])))) for row in table]
        checked = 0
        for name in SPEAKERS:
            source = (program.ROOT / "query" / name).read_text("utf-8")
            source = re.sub(r"'(?:\\.|[^\\'])'", "", source)  # a quote as a character begins no text
            for statement in statements(source):
                # Pieces of one text on several lines are one text.
                whole = re.sub(r'"\s*\n\s*"', "", statement)
                for literal in LITERAL.findall(whole):
                    text = literal.replace('\\"', '"').strip()
                    if " " not in text or not re.search(r"[a-z]{3}", text):
                        continue
                    checked += 1
                    self.assertTrue(text in english or any(one.fullmatch(text) for one in patterns), f"{name}: {SAID.name} lacks {text!r}")
        self.assertGreater(checked, 80)

    def test_the_table_is_well_formed(self):
        seen = set()
        for number, line in enumerate(SAID.read_text("utf-8").splitlines(), 1):
            if line.startswith("#"):
                continue
            self.assertEqual(line.count("\t"), 1, number)
            english, welsh = line.split("\t")
            places = re.findall(r"\{(\d)\}", english)
            self.assertEqual(places, [str(n + 1) for n in range(len(places))], number)
            self.assertLessEqual(set(re.findall(r"\{(\d)\}", welsh)), set(places), number)
            self.assertNotIn(english, seen, number)
            seen.add(english)

    def test_programs_that_ask_for_welsh_are_told_in_welsh(self):
        wish = {"Accept-Language": "cy"}
        status, headers, body = self.service.ask("/api/v1/search", q="(damp", headers=wish)
        self.assertEqual((status, headers["content-language"]), (400, "cy"))
        self.assertEqual(json.loads(body)["detail"], "cromfach heb ei chau (nod 1 o’r chwiliad)")
        _, headers, body = self.service.ask("/api/v1/search", q="kestermere roads", headers=wish)
        self.assertEqual(headers["content-language"], "cy")
        self.assertIn("kestermere: y cyngor neu’r gair", json.loads(body)["interpreted"]["notes"])
        for accepted in ({}, {"Accept-Language": "en, cy"}):
            _, headers, body = self.service.ask("/api/v1/search", q="kestermere roads", headers=accepted)
            self.assertNotIn("content-language", headers)
            self.assertIn("kestermere: the council or the word", json.loads(body)["interpreted"]["notes"])

    def test_what_is_written_in_a_language_says_so(self):
        page = self.service.page("/search", q="school transport", ui="cy")[1]
        self.assertRegex(page, r'<h3 lang="en"><a href="/item/')
        self.assertRegex(page, r'<blockquote lang="en">')
        item = re.search(r'<h3[^>]*><a href="(/item/[^"]+)"', page)[1].replace("&amp;", "&")
        self.assertRegex(self.service.page(item.split("#")[0])[1], r'<h1 [^>]*lang="en">.*<article lang="en">')
        self.assertIn("mewn ", self.service.ask("/timeline.svg", q="damp", ui="cy")[2].decode())


class Links(ServiceCase):
    def links(self, page, words):
        return [unescape(link) for link, text in re.findall(r'<a(?: [a-z-]+="[^"]*")*? href="([^"]+)"[^>]*>(.*?)</a>', page)
                if words in unescape(re.sub(r"<[^>]+>", "", text))]

    def test_before_the_first_search_there_are_filters_and_what_can_be_searched(self):
        for parameters in ({}, {"q": " "}, {"q": "", "from": ""}):
            page = self.service.page("/search", **parameters)[1]
            self.assertIn("papers can be searched", page)
            self.assertRegex(page, r'name="kind" value="minutes"')
            self.assertNotIn("<mark", page)
            self.assertIn("/reviews", page)

    def test_the_way_back_keeps_filters_order_and_place(self):
        asked = {"q": "children", "kind": ["minutes", "report"], "from": "2015", "sort": "newest", "expand": "no", "ui": "cy"}
        _, page = self.service.page("/search", **asked)
        second = self.links(page, "Tudalen nesaf")[0]
        self.assertTrue(second.endswith("#results"), second)
        _, page = self.service.page(second.split("#")[0])
        item = next(link for link in self.links(page, "") if link.startswith("/item/"))
        _, shown = self.service.page(item.split("#")[0])
        back = self.links(shown, "Yn ôl")[0]
        self.assertEqual(self.titles(self.service.page(back.split("#")[0])[1]), self.titles(page))
        neighbour = self.links(shown, "Wedyn")[0]
        self.assertIn("kind=minutes&kind=report", neighbour)
        paper = self.links(shown, "Dangos pob crybwylliad yn y papur")[0]
        self.assertEqual(self.links(self.service.page(paper.split("#")[0])[1], "Yn ôl")[0], back)

    def titles(self, page):
        found = re.findall(r"<h3 lang.*?</h3>", page)
        self.assertTrue(found)
        return found

    def test_a_page_kept_from_an_older_index_is_read_from_its_beginning(self):
        first = self.service.page("/search", q="damp")
        status, page = self.service.page("/search", q="damp", cursor="7-3-0-0000")
        self.assertEqual(status, 200)
        self.assertEqual(self.titles(page), self.titles(first[1]))

    def test_feeds_and_exports_are_of_the_search_that_is_shown(self):
        _, page = self.service.page("/search", q="EHCP", expand="no", council="ZZB")
        for words in ("CSV", "feed", "lines of JSON", "reviewed this before", "as a table"):
            for link in self.links(page, words)[-1:]:
                self.assertIn("expand=no", link)
                self.assertIn("council=ZZB", link)
                self.assertEqual(self.service.ask(link)[0], 200)
        self.assertRegex(page, r'<link rel="alternate" type="application/atom\+xml" href="/feed.atom\?q=EHCP&amp;council=ZZB&amp;expand=no"')

    def test_what_was_added_can_be_switched_off_and_on_where_one_is(self):
        for path in ("/search", "/reviews"):
            _, page = self.service.page(path, q="EHCP")
            off = self.links(page, "Search only these words")[0]
            self.assertEqual(off, f"{path}?q=EHCP&expand=no")
            _, page = self.service.page(off)
            self.assertNotIn("also means", page)
            self.assertEqual(self.links(page, "Search other names as well")[0], f"{path}?q=EHCP")

    def test_all_mentions_of_a_paper_are_listed_where_it_begins(self):
        _, page = self.service.page("/search", q="EHCP timeliness")
        for link in [one for one in self.links(page, "Show all mentions in this paper")][:5]:
            shown = self.service.page(link)[1]
            listed = re.findall(r'<li><a[^>]* href="#(m\d+)"', shown)
            self.assertGreater(len(listed), 0)
            self.assertEqual(listed, re.findall(r'<(?:p|span)[^>]* id="(m\d+)"', shown))
            places = re.findall(r'<p class="passage.*?</p>|<h2.*?</h2>', shown)
            self.assertEqual(len(listed), len([one for one in places if "<mark>" in one]))

    def test_mentions_by_time_as_a_table(self):
        told = self.service.json("/api/v1/timeline", q="damp", kind="minutes", by="municipal-year")
        _, page = self.service.page("/timeline", q="damp", kind="minutes", by="municipal-year")
        rows = re.findall(r'<tr><th scope="row">(?:<a href="([^"]+)">)?([^<]+)(?:</a>)?</th>((?:<td>[^<]*</td>)+)', page)
        figures = {name: re.findall(r"<td>([^<]*)</td>", cells) for _, name, cells in rows}
        for one in told["periods"]:
            self.assertEqual(figures[one["period"]], [str(one[name]) for name in ("mentions", "items", "papers", "searched")])
        link, period = next((unescape(link), name) for link, name, _ in rows if link)
        found = words_of(self.service.page(link)[1])
        self.assertIn(f"{figures[period][1]} item", found)
        self.assertEqual(self.service.page("/timeline", q='"damp')[0], 400)

    def test_words_read_as_a_filter_are_told(self):
        page = words_of(self.service.page("/search", q="damp since 2020", kind="minutes")[1])
        self.assertIn("“since 2020” is read as a filter. Meetings from 1 January 2020", page)
        self.assertIn("Kind of paper: Minutes", page)
        self.assertNotIn("is read as a filter", self.service.page("/search", q="damp", kind="minutes")[1])


class Problems(ServiceCase):
    BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}

    def test_people_get_pages_and_programs_get_problems(self):
        for path, status, words in (("/nowhere", 404, "There is nothing at this address"), ("/search?colour=red", 400, "colour"),
                                    ("/search?sort=best", 400, "sort"), ("/item/none", 404, "no item or paper with this id")):
            got, headers, body = self.service.ask(path, headers=self.BROWSER)
            self.assertEqual((got, headers["content-type"]), (status, "text/html; charset=utf-8"), path)
            self.assertIn(words, unescape(body.decode()), path)
            self.assertIn("<h1>", body.decode())
            self.assertEqual(headers["cache-control"], "no-store")
        for path in ("/nowhere", "/search?colour=red"):
            self.assertEqual(self.service.ask(path)[1]["content-type"], "application/problem+json", path)
        self.assertEqual(self.service.ask("/api/v1/search?colour=red", headers=self.BROWSER)[1]["content-type"], "application/problem+json")

    def test_in_the_language_of_the_reader(self):
        _, _, body = self.service.ask("/nowhere", headers={**self.BROWSER, "Accept-Language": "cy"})
        self.assertIn("Nid oes dim yn y cyfeiriad hwn", body.decode())
        _, _, body = self.service.ask("/search?colour=red&ui=cy", headers=self.BROWSER)
        self.assertIn("nid oes paramedr", unescape(body.decode()))

    def test_what_is_refused_before_it_is_read_is_a_page_too(self):
        for language, words in ((b"cy", "pennawd y cais"), (b"cy;q=0.2, en;q=0.8", "header of the request")):
            head = b"GET /search?q=damp HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nAccept-Language: " + language + b"\r\n"
            for end, status in ((b"Cookie: " + b"a" * 9000, b"431"), (b"Cookie : a", b"400")):
                answer, _ = self.service.raw(head + end + b"\r\n\r\n")
                self.assertEqual(answer[9:12], status)
                self.assertIn(b"\r\nContent-Type: text/html; charset=utf-8\r\n", answer)
                self.assertIn(b'<html lang="' + language[:2] if language == b"cy" else b'<html lang="en', answer)
                if status == b"431":
                    self.assertIn(words, unescape(answer.decode()))
            answer, _ = self.service.raw(head.replace(b"/search", b"/api/v1/search") + b"Cookie: " + b"a" * 9000 + b"\r\n\r\n")
            self.assertIn(b"\r\nContent-Type: application/problem+json\r\n", answer)
            self.assertEqual(b"\r\nContent-Language: cy\r\n" in answer, language == b"cy")

    def test_languages_by_their_weight(self):
        for wish, language in (("en;q=0.2, cy;q=0.9", "cy"), ("cy;q=0", "en"), ("cy;q=0.5, *;q=0.1", "cy"), ("en, cy;q=0.9", "en"), ("fr", "en")):
            _, _, body = self.service.ask("/help", headers={"Accept-Language": wish})
            self.assertIn(f'<html lang="{language}">', body.decode(), wish)

    def test_nothing_of_a_wrong_address_becomes_markup(self):
        for path in ("/search?%3Cscript%3E=1", "/%3Cscript%3Ealert(1)%3C/script%3E", "/search?ui=%3Cscript%3E"):
            self.assertNotIn(b"<script", self.service.ask(path, headers=self.BROWSER)[2], path)

    def test_a_date_that_is_none_is_told_at_its_box(self):
        status, page = self.service.page("/search", q="damp", **{"from": "soon", "to": "31/2/2020"})
        self.assertEqual(status, 400)
        for end, typed in (("from", "soon"), ("to", "31/2/2020")):
            self.assertIn(f'<a href="#{end}">“{typed}” is not a date', page)
            self.assertRegex(page, f'<span class="wrong" id="wrong-{end}">.*?<input type="text" id="{end}" name="{end}" value="{typed}"[^>]* '
                                   f'aria-invalid="true" aria-describedby="wrong-{end} date-hint"')
        self.assertRegex(page, r'<details class="panel" open>')
        for typed in ("8/1/2024", "8fed Ionawr 2024", "May 2019", "2019/20", "1.2.2020", "Mai 2020", "2020"):
            self.assertEqual(self.service.page("/search", q="damp", **{"from": typed})[0], 200, typed)


if __name__ == "__main__":
    unittest.main()
