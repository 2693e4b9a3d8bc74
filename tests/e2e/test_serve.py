"""The service as its users meet it: the API says what the command says, pages work without scripts, one bad request is
one clear refusal, and a new generation is answered without a restart."""

import csv
import io
import json
import re
import shutil
import signal
import socket
import tempfile
import threading
import unittest
import xml.etree.ElementTree
from pathlib import Path

import program
from service import Service, wait_until

try:
    import jsonschema
except ImportError:
    jsonschema = None


class ServiceCase(program.ProgramCase):
    """One service for all tests of a class, over the corpus."""

    config = None

    @classmethod
    def setUpClass(cls):
        cls.home = Path(tempfile.mkdtemp(prefix="minutebook-serve-"))
        cls.addClassCleanup(shutil.rmtree, cls.home, ignore_errors=True)
        cls.corpus_index = cls.home / "index"
        ended = program.run("index", "--index", cls.corpus_index, "--councils", program.CORPUS / "councils.tsv", "--manifest",
                            program.CORPUS / "manifest.tsv", program.CORPUS)
        assert ended.code in (program.FOUND, program.PARTLY), ended
        cls.service = Service(cls.corpus_index, config=cls.config, folder=cls.home)
        cls.addClassCleanup(cls.service.end)

    def of_command(self, *arguments):
        """What the command says, its sources called as the service calls them."""
        ended = program.run(*arguments, "--index", self.corpus_index)
        ended.out = ended.out.replace(f"{program.CORPUS}/", "")
        ended.raw = ended.out.encode("utf-8")
        return ended


class Api(ServiceCase):
    def test_a_search_says_what_the_command_says(self):
        mine = self.service.json("/api/v1/search", q="EHCP timeliness since 2020", limit=3, facet=["council", "kind:2"])
        ours = self.of_command("search", "EHCP timeliness since 2020", "--limit", "3", "--facet", "council", "--facet", "kind:2",
                               "--format", "json").json()
        self.assertGreater(ours["totals"]["items"], 3)
        self.assertEqual(mine, ours)

    def test_a_long_query_can_be_posted(self):
        status, _, body = self.service.ask("/api/v1/search", method="POST", body="q=damp&limit=1",
                                           headers={"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual((status, json.loads(body)["query"]), (200, "damp"))
        self.assertEqual(self.service.ask("/api/v1/search", method="POST", body="{}")[0], 415)

    def test_pages_put_together_are_the_whole(self):
        whole = [row["id"] for row in self.service.json("/api/v1/search", q="school transport", limit=100)["results"]]
        pages, cursor = [], ""
        while True:
            answer = self.service.json("/api/v1/search", q="school transport", limit=7, **({"cursor": cursor} if cursor else {}))
            pages += [row["id"] for row in answer["results"]]
            cursor = answer["next"]
            if not cursor:
                break
        self.assertGreater(len(whole), 7)
        self.assertEqual(pages[:100], whole)

    def test_every_mention_as_lines_and_as_table(self):
        lines = self.service.ask("/api/v1/mentions", q="damp")[2].decode().splitlines()
        ours = self.of_command("search", "damp", "--mentions", "--format", "ndjson").out.splitlines()
        self.assertEqual(lines, ours)
        self.assertGreater(len(lines), 10)
        table = list(csv.reader(io.StringIO(self.service.ask("/export.csv", q="damp")[2].decode())))
        self.assertEqual(len(table) - 1, json.loads(lines[-1])["mentions"])

    def test_filters_hold_for_the_whole_query(self):
        both = self.service.json("/api/v1/search", q="damp OR recycling", council="ZZF", limit=100)
        self.assertGreater(both["totals"]["items"], 0)
        self.assertEqual({row["council"] for row in both["results"] if row["tier"] == "all"}, {"ZZF"})
        since = self.service.json("/api/v1/search", q="damp", **{"from": "2023"}, limit=100)
        self.assertGreater(since["totals"]["items"], 0)
        self.assertTrue(all(row["date"] >= "2023" for row in since["results"]))
        # What an export writes down asks the same when it is read again.
        head = json.loads(self.service.ask("/api/v1/mentions", q="damp OR recycling", council="ZZF")[2].splitlines()[0])
        again = self.of_command("search", head["query"], "--format", "json", "--limit", "0").json()
        self.assertEqual(again["totals"]["items"], both["totals"]["items"])

    def test_items_and_papers_by_id(self):
        row = self.service.json("/api/v1/search", q="in:resolution damp", limit=1)["results"][0]
        item = self.service.json("/api/v1/items/" + row["id"], mark="damp")
        self.assertEqual(item["items"][0]["id"], row["id"])
        self.assertTrue(any(run.get("h") for passage in item["items"][0]["passages"] for run in passage["runs"]))
        paper = self.service.json("/api/v1/papers/" + row["paper"]["id"])
        self.assertIn(row["id"], [one["id"] for one in paper["items"]])
        for path in ("/api/v1/items/nothing.1", "/api/v1/papers/" + row["id"], "/api/v1/items/" + row["paper"]["id"]):
            self.assertEqual(self.service.ask(path)[0], 404, path)

    def test_the_timeline_says_what_the_command_says(self):
        self.assertEqual(self.service.json("/api/v1/timeline", q="damp", by="municipal-year"),
                         self.of_command("timeline", "damp", "--by", "municipal-year", "--format", "json").json())
        self.assertIn(b"<svg", self.service.ask("/timeline.svg", q="damp")[2])

    def test_reviews_requests_and_the_ledger_as_the_command_has_them(self):
        reviews = self.service.json("/api/v1/reviews", q="SEND transport", council="ZZB")
        self.assertEqual(reviews["reviews"], self.of_command("reviews", "SEND transport council:ZZB", "--format", "json").json()["reviews"])
        self.assertTrue(any(review["recommendations"] for review in reviews["reviews"]))
        actions = self.service.json("/api/v1/actions", q="damp", open="1")
        self.assertEqual(actions["actions"], self.of_command("actions", "damp", "--open", "--format", "json").json()["actions"])
        self.assertEqual(self.service.json("/api/v1/coverage"), self.of_command("coverage", "--format", "json").json())

    def test_a_feed_has_the_newest_items(self):
        status, headers, body = self.service.ask("/feed.atom", q="damp", council="ZZC")
        self.assertEqual((status, headers["content-type"]), (200, "application/atom+xml; charset=utf-8"))
        root = xml.etree.ElementTree.fromstring(body)
        total = self.service.json("/api/v1/search", q="damp", council="ZZC")["totals"]["items"]
        self.assertEqual(len(root.findall("{http://www.w3.org/2005/Atom}entry")), total)

    def test_what_is_typed_is_completed(self):
        words = self.service.json("/api/v1/suggest", q="dam")["completions"]
        self.assertIn("damp", [one["text"].lower() for one in words])
        self.assertEqual(self.service.json("/api/v1/suggest", q="zzzzq")["completions"], [])

    def test_what_is_wrong_is_a_problem_that_names_it(self):
        for parameters, words in (({"q": "damp", "colour": "red"}, "colour"), ({"q": '"damp'}, "quot"), ({"q": "x", "limit": "500"}, "limit"),
                                  ({"q": "damp", "sort": "best"}, "sort"), ({"q": "council:Nowhere"}, "Nowhere"),
                                  ({"q": "damp", "facet": "colour"}, "colour"), ({"q": "damp " * 40}, "40 words"),
                                  ({"q": "x" * 1500}, "1500 bytes"), ({"q": "damp", "cursor": "nonsense"}, "cursor"),
                                  ({"q": "aaa* bbb* ccc* ddd* eee*"}, "5 words with *"), ({"q": ["a", "b"]}, "twice")):
            status, headers, body = self.service.ask("/api/v1/search", **parameters)
            self.assertEqual((status, headers["content-type"]), (400, "application/problem+json"), parameters)
            self.assertIn(words.lower(), json.loads(body)["detail"].lower(), parameters)

    def test_an_answer_is_not_sent_twice_to_who_has_it(self):
        status, headers, _ = self.service.ask("/api/v1/search", q="damp")
        self.assertEqual(status, 200)
        status, again, body = self.service.ask("/api/v1/search", q="damp", headers={"If-None-Match": headers["etag"]})
        self.assertEqual((status, body), (304, b""))
        self.assertNotEqual(headers["etag"], self.service.ask("/api/v1/search", q="mould")[1]["etag"])

    def test_head_is_get_without_a_body(self):
        _, get, body = self.service.ask("/api/v1/search", q="damp")
        status, head, nothing = self.service.ask("/api/v1/search?q=damp", method="HEAD")
        self.assertEqual((status, nothing, head["content-length"]), (200, b"", str(len(body))))

    @unittest.skipIf(jsonschema is None, "python3-jsonschema is not installed")
    def test_answers_are_as_the_description_says(self):
        description = self.service.json("/openapi.json")
        row = self.service.json("/api/v1/search", q="damp", limit=1)["results"][0]
        calls = {"/api/v1/search": {"q": "has anyone reviewed school transport", "facet": "council"}, "/api/v1/facets": {"q": "damp"},
                 "/api/v1/mentions": {"q": "damp"}, "/api/v1/items/{id}": {"id": row["id"], "mark": "damp"},
                 "/api/v1/papers/{id}": {"id": row["paper"]["id"]}, "/api/v1/timeline": {"q": "damp"}, "/api/v1/reviews": {"q": "school transport"}, "/api/v1/actions": {"q": "damp"},
                 "/api/v1/suggest": {"q": "dam"}, "/api/v1/coverage": {}, "/readyz": {}}
        described = {path for path in description["paths"] if "schema" in json.dumps(description["paths"][path]["get"]["responses"]["200"])}
        self.assertEqual(described - {"/openapi.json"}, set(calls))
        for path, parameters in calls.items():
            content = description["paths"][path]["get"]["responses"]["200"]["content"]
            (media, answer), = content.items()
            names = {parameter["name"] for parameter in description["paths"][path]["get"]["parameters"]}
            self.assertLessEqual(set(parameters), names, path)
            place = path.replace("{id}", parameters.pop("id", ""))
            _, _, body = self.service.ask(place, **parameters)
            schema = {**answer["schema"], "components": description["components"]}
            for one in body.decode().splitlines() if "ndjson" in media else [body.decode()]:
                jsonschema.Draft202012Validator(schema).validate(json.loads(one))
        status, _, body = self.service.ask("/api/v1/search", colour="red")
        problem = {"$ref": "#/components/schemas/Problem", "components": description["components"]}
        jsonschema.Draft202012Validator(problem).validate(json.loads(body))


class Pages(ServiceCase):
    def test_a_search_by_form_alone(self):
        status, start = self.service.page("/search")
        self.assertEqual(status, 200)
        self.assertIn('name="q"', start)
        status, page = self.service.page("/search", q="EHCP timeliness since 2020", kind="minutes")
        self.assertEqual(status, 200)
        total = self.service.json("/api/v1/search", q="EHCP timeliness since 2020", kind="minutes")["totals"]
        self.assertIn(f"{total['items']} items in {total['papers']} papers", page)
        self.assertIn("<mark>", page)
        self.assertIn("also means", page)
        self.assertRegex(page, r'name="kind" value="minutes" checked')
        self.assertNotIn("<script", page)
        link = re.search(r'<h3[^>]*><a href="(/item/[^"]+)"', page)[1].replace("&amp;", "&")
        status, item = self.service.page(link)
        self.assertEqual(status, 200)
        self.assertIn('id="m1"', item)
        self.assertIn("<mark>", item)

    def test_every_link_of_a_page_leads_somewhere(self):
        _, page = self.service.page("/search", q="school transport", council="ZZB", sort="newest")
        links = set(re.findall(r'(?:href|src)="(/[^"]*)"', page))
        self.assertGreater(len(links), 10)
        for link in sorted(links):
            status, _, body = self.service.ask(link.replace("&amp;", "&").split("#")[0])
            self.assertEqual(status, 200, (link, body[:300]))

    def test_a_removed_filter_is_gone_and_the_others_stay(self):
        _, page = self.service.page("/search", q="damp", council=["ZZC", "ZZF"], kind="report")
        remove = re.findall(r'<li><a href="([^"]+)"><span class="unseen">Remove filter', page)
        self.assertEqual(len(remove), 3)
        self.assertIn("/search?q=damp&council=ZZF&kind=report", [link.replace("&amp;", "&") for link in remove])

    def test_another_spelling_is_offered_and_not_applied(self):
        _, page = self.service.page("/search", q="childern homes")
        self.assertIn("Did you mean", page)
        self.assertIn("/search?q=children%20homes", page)

    def test_prior_reviews_on_a_page(self):
        status, page = self.service.page("/reviews", q="SEND transport council:tarrowshire")
        self.assertEqual(status, 200)
        self.assertIn("Getting There", page)
        self.assertIn("Final report", page)
        self.assertIn("agreed in part", page)
        self.assertIn("No review was found", self.service.page("/reviews", q="quokkas")[1])

    def test_nothing_found_says_why(self):
        status, page = self.service.page("/search", q="emergency planning", **{"from": "2022"})
        self.assertEqual(status, 200)
        self.assertIn("Nothing found", page)
        self.assertIn("leaves none of the", page)

    def test_a_query_that_cannot_be_read_is_explained_and_kept(self):
        status, page = self.service.page("/search", q='"damp')
        self.assertEqual(status, 400)
        self.assertIn('role="alert"', page)
        self.assertIn('value="&quot;damp"', page)

    def test_welsh_by_wish_of_browser_or_reader(self):
        for how in ({"headers": {"Accept-Language": "cy, en;q=0.5"}}, {"ui": "cy"}):
            _, _, body = self.service.ask("/search", q="damp", **how)
            page = body.decode()
            self.assertIn('<html lang="cy">', page)
            self.assertIn("Chwilio", page)
            self.assertNotIn("page.", re.sub(r'"[^"]*"', "", page), "a text without a translation")
        self.assertIn('<html lang="en">', self.service.page("/search", q="damp")[1])

    def test_both_languages_have_the_same_texts(self):
        catalogues = [json.loads((program.ROOT / "server/catalogue" / f"{tag}.json").read_text("utf-8")) for tag in ("en", "cy")]
        self.assertEqual(set(catalogues[0]), set(catalogues[1]))
        for key, english in catalogues[0].items():
            welsh = catalogues[1][key]
            self.assertEqual(isinstance(english, str), isinstance(welsh, str), key)
            # "one" may do without the number.
            places = [set(re.findall(r"\{\w+\}", text if isinstance(text, str) else " ".join(text.values()))) for text in (english, welsh)]
            self.assertEqual(places[0], places[1], key)

    def test_markup_in_a_query_stays_text(self):
        for text in ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onfocus=alert(1) '", "</title><svg/onload=alert(1)>"):
            for path in ("/search", "/item/x", "/paper/x"):
                _, page = self.service.page(path, **({"q": text} if path == "/search" else {"mark": text}))
                self.assertNotIn("<script", page)
                self.assertNotIn("<img src=x", page)
                self.assertNotIn("<svg", page)
                bare = re.sub(r'"[^"]*"', '""', page)  # what stands in quotes is a value
                self.assertNotRegex(bare, r"<[^>]*\son\w+\s*=")


class Papers(program.ProgramCase):
    """Hostile words of papers and of their metadata."""

    def test_titles_names_and_addresses_stay_text(self):
        evil = "<img src=x onerror=alert(1)>"
        (self.papers / "evil&<b>.txt").write_text(
            f"NORTHVALE COUNCIL\nAudit {evil} Panel\nMinutes of the meeting held on 8 January 2024\n\n1. {evil} DAMP\n\nDamp {evil} was noted.\n", "utf-8")
        manifest = self.papers / "m.json"
        manifest.write_text(json.dumps([{"path": "evil&<b>.txt", "title": evil, "committee": evil, "url": "javascript:alert(1)"}]), "utf-8")
        self.index("--manifest", manifest, paths=[self.papers / "evil&<b>.txt"])
        service = Service(self.index_folder)
        self.addCleanup(service.end)
        _, page = service.page("/search", q="damp")
        self.assertIn("&lt;img src=x", page)
        row = service.json("/api/v1/search", q="damp")["results"][0]
        for text in (page, service.page("/item/" + row["id"])[1], service.page("/paper/" + row["paper"]["id"])[1]):
            self.assertNotIn("<img src=x", text)
            self.assertNotIn('href="javascript', text)


class Discretion(program.ProgramCase):
    """Where the machine keeps the papers is nobody's business."""

    def setUp(self):
        super().setUp()
        text = "NORTHVALE COUNCIL\nAudit Panel\nMinutes of the meeting held on {} January 2024\n\n1. DAMP\n\nDamp was noted: resolved that a report on damp be submitted.\n"
        for folder, names in (("northvale", ("a", "b")), ("northvale/old", ("a",)), ("southvale", ("gone", "c"))):
            (self.papers / folder).mkdir(parents=True, exist_ok=True)
            for number, name in enumerate(names):
                (self.papers / folder / f"{name}.txt").write_text(text.format(len(folder) + number if name != "a" else 8), "utf-8")
        (self.papers / "northvale/broken.pdf").write_bytes(b"%PDF-1.4 nothing")
        self.index(code=program.PARTLY)
        self.command(program.FOUND, "remove", "--index", self.index_folder, self.papers / "southvale/gone.txt")

    def test_no_answer_tells_a_folder(self):
        service = Service(self.index_folder)
        self.addCleanup(service.end)
        row = service.json("/api/v1/search", q="damp")["results"][0]
        item, paper = row["id"], row["paper"]["id"]
        self.assertEqual(self.search("damp")["results"][0]["paper"]["source"], f"{self.papers}/{row['paper']['source']}", "the command tells it")
        sources = set()
        for path in ("/api/v1/search?q=damp", "/api/v1/search?mentions=1", "/api/v1/facets", "/api/v1/mentions?q=damp", "/api/v1/mentions?q=damp&format=csv",
                     f"/api/v1/items/{item}", f"/api/v1/papers/{paper}?mark=damp", "/api/v1/timeline", "/timeline.svg", "/api/v1/reviews", "/api/v1/actions",
                     "/api/v1/actions?format=csv", "/api/v1/suggest?q=dam", "/api/v1/coverage", "/feed.atom", "/export.csv?q=damp", "/search?q=damp",
                     f"/item/{item}", f"/paper/{paper}", "/reviews", "/timeline", "/help", "/", "/embed", "/embed/demo", "/openapi.json", "/healthz",
                     "/readyz", "/metrics"):
            status, headers, body = service.ask(path)
            self.assertEqual(status, 200, path)
            sources |= set(re.findall(rb'"source":"([^"]*)"', body))
            self.assert_discreet(path, headers, body)
        for path in ("/nowhere", "/item/none", "/api/v1/papers/none", "/api/v1/search?q=%22a", "/search?q=source:", "/api/v1/search?cursor=x", "/api/v1/search?q=source:none",
                     "/%ff", "/search?colour=red"):
            for accept in ("text/html", "*/*"):
                _, headers, body = service.ask(path, headers={"Accept": accept})
                self.assert_discreet(path, headers, body)
        self.assertIn(b"northvale/a.txt", sources)
        self.assertIn(b"northvale/broken.pdf", sources)
        self.assertIn(b"southvale/gone.txt", service.ask("/api/v1/coverage")[2])
        self.assertEqual([one for one in sources if one.startswith(b"/")], [])

    def assert_discreet(self, path, headers, body):
        for part in (str(self.folder), self.folder.name, "/papers/north", "/papers/south"):
            self.assertNotIn(part.encode(), body, path)
            self.assertNotIn(part, str(headers), path)

    def test_a_source_is_found_by_what_is_told_of_it(self):
        service = Service(self.index_folder)
        self.addCleanup(service.end)
        for typed, found in (("northvale/b.txt", 1), ("b.txt", 1), ("/northvale/b.txt", 1), (f"{self.papers}/northvale/b.txt", 0), ("papers/northvale/b.txt", 0),
                             ("/b.txt", 1), ("vale/b.txt", 1)):
            answer = service.json("/api/v1/search", q=f'source:"{typed}"')
            self.assertEqual(answer["totals"]["papers"], found, typed)
        self.assertEqual(self.search(f'source:"{self.papers}/northvale/b.txt"')["totals"]["papers"], 1)

    def test_nor_does_an_index_that_cannot_be_opened(self):
        service = Service(self.index_folder)
        self.addCleanup(service.end)
        (self.index_folder / "CURRENT").write_text("nonsense\n", "utf-8")
        self.assertTrue(wait_until(lambda: service.ask("/readyz")[0] == 503))
        for path in ("/readyz", "/metrics", "/search?q=damp", "/api/v1/search?q=damp"):
            status, headers, body = service.ask(path)
            self.assertIn(status, (200, 503))
            self.assert_discreet(path, headers, body)


class Surface(ServiceCase):
    config = 'hosts = ["papers.example", "127.0.0.1"]\norigins = ["https://intranet.example"]\nframe-ancestors = ["https://intranet.example"]\n'

    def test_headers_that_keep_browsers_safe(self):
        _, page, _ = self.service.ask("/search", q="damp")
        self.assertIn("frame-ancestors 'none'", page["content-security-policy"])
        self.assertIn("default-src 'none'", page["content-security-policy"])
        for path in ("/search", "/api/v1/search", "/nothing", "/healthz"):
            _, headers, _ = self.service.ask(path)
            self.assertEqual(headers["x-content-type-options"], "nosniff", path)
            self.assertEqual(headers["referrer-policy"], "no-referrer", path)

    def test_only_named_origins_may_ask(self):
        _, allowed, _ = self.service.ask("/api/v1/search", q="damp", headers={"Origin": "https://intranet.example"})
        self.assertEqual(allowed["access-control-allow-origin"], "https://intranet.example")
        self.assertIn("Origin", allowed["vary"])
        for origin in ("https://intranet.example.evil", "https://evil.example", "null", "http://intranet.example"):
            _, headers, _ = self.service.ask("/api/v1/search", q="damp", headers={"Origin": origin})
            self.assertNotIn("access-control-allow-origin", headers, origin)
        status, headers, _ = self.service.ask("/api/v1/search", method="OPTIONS", headers={"Origin": "https://intranet.example"})
        self.assertEqual((status, headers["access-control-allow-origin"]), (204, "https://intranet.example"))

    def test_only_its_own_names_are_answered(self):
        for host, status in (("papers.example", 200), ("papers.example:8080", 200), ("evil.example", 421), ("", 421)):
            self.assertEqual(self.service.ask("/healthz", headers={"Host": host})[0], status, host)

    def test_methods_and_addresses_that_are_not_there(self):
        for method, path, status in (("PUT", "/api/v1/search", 405), ("DELETE", "/search", 405), ("POST", "/search", 405), ("GET", "/nothing", 404),
                                     ("GET", "/item/", 404), ("GET", "/search/../etc/passwd", 400), ("GET", "/%2e%2e/etc/passwd", 400),
                                     ("GET", "/search?q=%00", 400), ("GET", "/search?q=%ff", 400), ("GET", "/search?q=%2", 400),
                                     ("GET", "/search?q=" + "a" * 5000, 414)):
            self.assertEqual(self.service.ask(path, method=method)[0], status, (method, path[:60]))

    def test_counts_are_for_those_who_keep_the_service(self):
        path = self.folder / "metrics"

        def watch(address):
            with socket.socket(socket.AF_UNIX) as connection:
                connection.connect(str(path))
                connection.sendall(f"GET {address} HTTP/1.1\r\nHost: anything\r\nConnection: close\r\n\r\n".encode())
                return b"".join(iter(lambda: connection.recv(65536), b""))

        for config, status in (("", 200), ("behind-proxy = true\n", 404), (f'metrics-listen = "{path}"\n', 404)):
            service = Service(self.corpus_index, config=config, folder=self.folder)
            self.addCleanup(service.end)
            self.assertEqual(service.ask("/metrics")[0], status, config)
            self.assertEqual(service.ask("/healthz")[0], 200, config)
        service.ask("/search", q="damp")
        self.assertIn(b'minutebook_requests_total{route="/search",status="200"} 1', watch("/metrics"))
        self.assertIn(b"200 OK", watch("/readyz"))
        for address in ("/search?q=damp", "/api/v1/search", "/openapi.json"):
            self.assertIn(b"404 Not Found", watch(address), address)

    def test_the_log_has_no_queries(self):
        service = Service(self.corpus_index)
        service.ask("/api/v1/search", q="verysecretword")
        service.ask("/search", q="verysecretword")
        self.assertEqual(service.end(), 0)
        log = "\n".join(service.log)
        self.assertIn('"route":"/api/v1/search"', log)
        self.assertNotIn("verysecretword", log)


class Wire(ServiceCase):
    """Bytes that are no proper request."""

    def first_line(self, request):
        answer, _ = self.service.raw(request)
        return answer.split(b"\r\n")[0]

    def test_what_is_not_http_is_refused(self):
        host = b"Host: 127.0.0.1\r\n"
        for request in (b"GET / HTTP/1.1\r\n" + host + b"X: a\r\n b\r\n\r\n",  # a folded line
                        b"POST /api/v1/search HTTP/1.1\r\n" + host + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        b"POST /api/v1/search HTTP/1.1\r\n" + host + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nq=ab",
                        b"GET / HTTP/1.1\r\n" + host + b"X\x00Y: a\r\n\r\n",
                        b"GET / HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n",
                        b"GET /\x01 HTTP/1.1\r\n" + host + b"\r\n",
                        b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
                        b"GET / HTTP/9.9\r\n" + host + b"\r\n"):
            self.assertEqual(self.first_line(request), b"HTTP/1.1 400 Bad Request", request)

    def test_too_much_is_refused(self):
        self.assertIn(b" 431 ", self.first_line(b"GET / HTTP/1.1\r\nX: " + b"a" * 20000))
        self.assertIn(b" 431 ", self.first_line(b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 4000))
        post = b"POST /api/v1/search HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        self.assertIn(b" 413 ", self.first_line(post + b"Content-Length: 100000\r\n\r\n" + b"q=" + b"a" * 99998))
        chunks = post + b"Transfer-Encoding: chunked\r\n\r\n" + (b"1000\r\n" + b"a" * 4096 + b"\r\n") * 20
        self.assertIn(b" 413 ", self.first_line(chunks))

    def test_several_requests_in_one_piece_are_answered_in_order(self):
        one = b"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        answer, _ = self.service.raw(one * 3 + b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        self.assertEqual(answer.count(b"HTTP/1.1 200 OK"), 4)
        self.assertTrue(answer.endswith(b"ok\n"))

    def test_a_client_that_drips_is_cut_off_and_nobody_waits_for_it(self):
        slow = [self.service.connect() for _ in range(20)]
        for connection in slow:
            connection.sendall(b"GET / HT")
        self.assertEqual(self.service.ask("/healthz")[0], 200)
        # It ends by itself, or the test would wait in vain.
        self.assertEqual(self.service.raw(b"GET / HTTP/1.1\r\nX: ", seconds=60)[0], b"")
        for connection in slow:
            connection.settimeout(60 * program.PATIENCE)
            self.assertEqual(connection.recv(65536), b"")
            connection.close()

    @unittest.skipIf(program.SANITIZED, "a sanitizer keeps freed memory")
    def test_floods_take_no_memory(self):
        self.service.ask("/search", q="damp")
        before = self.service.memory_mb()
        for _ in range(4):
            connection = self.service.connect()
            try:
                for _ in range(200):
                    connection.sendall(b"A" * 65536)
            except OSError:
                pass
            connection.close()
        self.assertLess(self.service.memory_mb() - before, 32)


class Life(ServiceCase):
    def test_a_new_generation_is_answered_without_a_restart_or_a_failure(self):
        index = self.folder / "index"
        shutil.copytree(self.corpus_index, index)
        service = Service(index)
        self.addCleanup(service.end)
        wrong, done = [], threading.Event()

        def ask_on():
            while not done.is_set():
                status, _, body = service.ask("/api/v1/search", q="damp", limit=2)
                if status != 200:
                    wrong.append((status, body))

        threads = [threading.Thread(target=ask_on) for _ in range(4)]
        for thread in threads:
            thread.start()
        revision = service.json("/readyz")["revision"]
        for round_ in range(3):
            (self.papers / f"new{round_}.txt").write_text(
                f"Northvale Council\nAudit Panel\nMinutes of the meeting held on {round_ + 1} May 2024\n\n1. QUOKKA{round_}\n\nThe quokkas were noted.\n", "utf-8")
            self.index(paths=[self.papers], index=index)
            self.assertTrue(wait_until(lambda: service.json("/readyz")["revision"] > revision))
            revision = service.json("/readyz")["revision"]
            self.assertEqual(service.json("/api/v1/search", q=f"quokka{round_}")["totals"]["items"], 1)
        done.set()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_many_at_once_are_all_answered_or_told_to_come_again(self):
        self.service.wait_for_quiet()  # one address has 32 connections
        statuses = []

        def ask():
            statuses.append(self.service.ask_once("/search?q=school+transport")[0])

        threads = [threading.Thread(target=ask) for _ in range(30)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(statuses), 30)
        self.assertLessEqual(set(statuses), {200, 503})
        self.assertIn(200, statuses)
        self.assertEqual(self.service.ask("/healthz")[0], 200)

    def test_it_ends_when_told_and_finishes_what_is_under_way(self):
        service = Service(self.corpus_index)
        idle = service.connect()
        self.assertEqual(service.ask("/healthz")[0], 200)
        self.assertEqual(service.end(signal.SIGTERM, seconds=30), 0)
        idle.close()

    def test_a_unix_socket(self):
        path = self.folder / "socket"
        service = Service(self.corpus_index, "--listen", str(path))
        self.addCleanup(service.end)
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(path))
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: anything\r\nConnection: close\r\n\r\n")
            self.assertIn(b"200 OK", connection.recv(65536))

    def test_settings_that_mean_nothing_are_refused_with_their_place(self):
        for text, words in (('colour = "red"\n', 'line 1: there is no setting "colour"'), ("listen = 8080\n", '"listen" must be'),
                            ('title = "x"\nthreads = "many"\n', "line 2"), ("title = \n", "line 1"), ('origins = ["https://x/y"]\n', "no origin"),
                            ('language = "fr"\n', "language")):
            path = self.folder / "service.toml"
            path.write_text(text, "utf-8")
            ended = self.command(program.USAGE, "serve", "--config", path, "--index", self.corpus_index)
            self.assertIn(words, ended.err, text)
        # A folder is no file; no settings at all are settings.
        self.assertIn("cannot read", self.command(program.UNREADABLE, "serve", "--config", self.folder, "--index", self.corpus_index).err)
        path.write_text("", "utf-8")
        self.command(program.UNREADABLE, "serve", "--config", path, "--index", self.folder / "none")
        example = self.command(program.FOUND, "serve", "--example-config").out
        path.write_text(example, "utf-8")
        self.command(program.UNREADABLE, "serve", "--config", path, "--index", self.folder / "none")


if __name__ == "__main__":
    unittest.main()
