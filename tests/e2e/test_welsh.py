"""Welsh throughout: topics under their Welsh names, questions as a Welsh user types them, pages without English sentences."""

import json
import re
import unittest
from html.parser import HTMLParser

import program
from test_serve import ServiceCase

CATALOGUES = [json.loads((program.ROOT / "server/catalogue" / f"{tag}.json").read_text("utf-8")) for tag in ("en", "cy")]
PAGES = (("/search", {}), ("/search", {"q": "damp"}), ("/search", {"q": "plant sy'n derbyn gofal"}), ("/search", {"q": "zzyzx parking"}),
         ("/search", {"q": "zzyzx"}), ("/search", {"q": "childern homes"}), ("/search", {"q": "(damp"}), ("/search", {"q": "damp", "from": "soon"}),
         ("/search", {"q": "EHCP timeliness since 2020 kind:minutes topic:send committee-kind:scrutiny lang:en"}),
         ("/search", {"q": "school", "kind": "minutes", "topic": "education", "lang": "en", "committee-kind": "scrutiny"}),
         ("/reviews", {}), ("/reviews", {"q": "parking"}), ("/timeline", {"q": "damp"}), ("/timeline", {"q": "damp", "by": "month"}), ("/help", {}),
         ("/item/none", {}), ("/nowhere", {}), ("/embed", {"language": "cy"}), ("/embed/demo", {"lang": "cy"}))
VOID = {"meta", "link", "input", "img", "br", "hr", "source"}
SPOKEN = ("alt", "aria-label", "title", "placeholder", "data-copied", "data-not-copied")


class Said(HTMLParser):
    """What a page says in the language of its root: the text and the attributes that are read out."""

    def __init__(self, page):
        super().__init__()
        self.open, self.texts = [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag not in VOID:
            self.open.append((tag, attributes.get("lang", self.open[-1][1] if self.open else "")))
        if attributes.get("lang", self.language()) == "cy":
            self.texts += [attributes[name] for name in SPOKEN if attributes.get(name)]

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if self.language() == "cy":
            self.texts.append(text)

    def language(self):
        return self.open[-1][1] if self.open else ""


def sentences():
    """English texts of several words that read otherwise in Welsh, as expressions."""
    for key, text in CATALOGUES[0].items():
        for form, english in (text.items() if isinstance(text, dict) else [("", text)]):
            welsh = CATALOGUES[1][key].get(form) if isinstance(text, dict) else CATALOGUES[1][key]
            words = re.sub(r"\{\w+\}", " ", english)
            if english != welsh and len(re.findall(r"[A-Za-z]{2,}", words)) >= 2:
                yield key, re.compile(r"(?<!\w)" + ".+?".join(map(re.escape, re.split(r"\{\w+\}", english))) + r"(?!\w)")


class Pages(ServiceCase):
    def pages(self):
        for path, parameters in PAGES:
            own = parameters if path.startswith("/embed") else {**parameters, "ui": "cy"}
            _, _, body = self.service.ask(path, headers={"Accept": "text/html"}, **own)
            yield f"{path} {parameters}", body.decode()
        found = self.service.json("/api/v1/search", q="EHCP", limit=1)["results"][0]
        yield "item", self.service.page(f"/item/{found['id']}", mark="EHCP", ui="cy")[1]
        yield "paper", self.service.page(f"/paper/{found['paper']['id']}", mark="EHCP", ui="cy")[1]

    def test_no_english_sentence_is_left(self):
        english = list(sentences())
        self.assertGreater(len(english), 150)
        for name, page in self.pages():
            self.assertIn('<html lang="cy">', page, name)
            said = "\n".join(Said(page).texts)
            self.assertGreater(len(said), 50, name)
            for key, sentence in english:
                found = sentence.search(said)
                self.assertIsNone(found, f"{name}: {key}: {found and found[0][:80]}")

    def test_topics_have_their_welsh_names(self):
        page = self.service.page("/search", q="children", ui="cy")[1]
        self.assertIn('<span lang="cy">Gofal cymdeithasol plant</span>', page)
        self.assertNotIn("social care</span>", page)
        self.assertIn('<span lang="en">Children&#39;s social care</span>'.replace("&#39;", "'"),
                      self.service.page("/search", q="children", ui="en")[1].replace("&#39;", "'"))
        found = self.service.json("/api/v1/search", q="looked after children", limit=1)["results"][0]
        item = self.service.page(f"/item/{found['id']}", ui="cy")[1]
        self.assertRegex(item, r'Pynciau: <span lang="cy">[^<]*Plant sy')

    def test_filters_are_named_in_welsh(self):
        page = self.service.page("/search", q="school kind:minutes lang:en committee-kind:scrutiny topic:education", ui="cy")[1]
        box = re.search(r'<div class="understood".*?</div>', page, re.S)[0]
        for words in ("Cofnodion", "Saesneg", "Craffu", "Addysg a sgiliau"):
            self.assertIn(words, box)


class Api(ServiceCase):
    def ask(self, path="/api/v1/search", language="cy", **parameters):
        _, headers, body = self.service.ask(path, headers={"Accept-Language": language}, **parameters)
        self.assertIn("Accept-Language", headers["vary"])
        return json.loads(body)

    def test_labels_are_in_the_language_of_the_answer(self):
        for path in ("/api/v1/search", "/api/v1/facets"):
            for language, label in (("cy", "Gofal cymdeithasol plant"), ("en", "Children's social care")):
                topics = self.ask(path, language, q="children", facet="topic")["facets"]["topic"]
                self.assertIn(label, [one["label"] for one in topics if one["value"] == "childrens-social-care"])
        english, welsh = (self.ask(q="children", language=language, facet="topic") for language in ("en", "cy"))
        self.assertEqual([one["value"] for one in english["facets"]["topic"]], [one["value"] for one in welsh["facets"]["topic"]])

    def test_filters_and_expansions_too(self):
        answer = self.ask(q="school transport topic:education")["interpreted"]
        self.assertEqual(answer["filters"][0]["labels"], ["Addysg a sgiliau"])
        self.assertEqual(answer["expansions"][0]["to"][0], "Cludiant o'r cartref i'r ysgol")
        english = self.ask(q="school transport topic:education", language="en")["interpreted"]
        self.assertEqual(english["filters"][0]["labels"], ["Education and skills"])
        self.assertNotIn("ysgol", " ".join(english["expansions"][0]["to"]))

    def test_items_too(self):
        found = self.ask(q="looked after children", limit=1)["results"][0]
        for language, label in (("cy", "Plant sy'n derbyn gofal"), ("en", "Looked after children")):
            shown = self.ask(f"/api/v1/items/{found['id']}", language)
            self.assertIn(label, json.dumps(shown, ensure_ascii=False))


class Caches(ServiceCase):
    """What a cache keeps for a reader of one language is not given to one of the other."""

    config = 'origins = ["https://intranet.example"]\n'

    def addresses(self):
        found = self.service.json("/api/v1/search", q="looked after children", limit=1)["results"][0]
        yield from (("/", {}), ("/search", {"q": "children"}), ("/reviews", {"q": "transport"}), ("/timeline", {"q": "children"}), ("/timeline.svg", {"q": "children"}),
                    (f"/item/{found['id']}", {}), (f"/paper/{found['paper']['id']}", {}), ("/feed.atom", {"q": "children"}))
        yield from ((f"/api/v1/{name}", {"q": "children"}) for name in ("search", "facets", "timeline", "reviews", "actions", "suggest"))
        yield from ((f"/api/v1/items/{found['id']}", {}), (f"/api/v1/papers/{found['paper']['id']}", {}), ("/api/v1/coverage", {}))

    def ask(self, language, path, parameters, tag=""):
        return self.service.ask(path, headers={"Accept-Language": language, "If-None-Match": tag}, **parameters)

    def test_each_language_has_its_own_answer(self):
        for path, parameters in self.addresses():
            with self.subTest(path):
                tags = {language: self.ask(language, path, parameters)[1]["etag"] for language in ("en", "cy")}
                self.assertNotEqual(tags["en"], tags["cy"])
                for language, other in (("en", "cy"), ("cy", "en")):
                    status, headers, body = self.ask(language, path, parameters, tags[other])
                    self.assertEqual((status, headers["etag"], bool(body)), (200, tags[language], True))
                    self.assertIn("Accept-Language", headers["vary"])
                    status, headers, body = self.ask(language, path, parameters, tags[language])
                    self.assertEqual((status, body), (304, b""))
                    self.assertIn("Accept-Language", headers["vary"])

    def test_a_page_in_a_chosen_language_is_another_address(self):
        tags = {self.ask("cy", "/search", {"q": "children", "ui": ui})[1]["etag"] for ui in ("en", "cy")}
        self.assertEqual(len(tags), 2)

    def test_pages_without_a_tag_and_refusals_say_so_too(self):
        for path, parameters in (("/help", {}), ("/embed", {}), ("/embed/demo", {}), ("/nowhere", {}), ("/api/v1/search", {"q": "(damp"}), ("/search", {"q": "(damp"})):
            self.assertIn("Accept-Language", self.ask("cy", path, parameters)[1]["vary"], path)

    def test_files_are_the_same_for_everybody(self):
        for path in ("/style.css", "/icon.svg", "/embed/v1/pages.css"):
            self.assertNotIn("vary", self.ask("cy", path, {})[1], path)

    def test_answers_for_scripts_depend_on_the_origin_too(self):
        self.assertEqual(self.ask("cy", "/api/v1/search", {"q": "children"})[1]["vary"], "Accept-Language, Origin")


class Questions(ServiceCase):
    def found(self, query, *options):
        return self.of_command("search", query, "--format", "json", *options).json()

    def test_a_topic_is_found_by_its_welsh_name_in_either_language(self):
        english = self.found("looked after children")
        for query in ("plant sy'n derbyn gofal", "blant sy’n derbyn gofal", "topic:\"plant sy'n derbyn gofal\"", "topic:\"Plant sy'n derbyn gofal\""):
            answer = self.found(query)
            self.assertGreater(answer["totals"]["items"], 0, query)
            if not query.startswith("topic:"):
                self.assertEqual(answer["totals"]["items"], english["totals"]["items"], query)

    def test_typed_in_welsh_the_names_are_welsh(self):
        expansion = self.found("gludiant ysgol")["interpreted"]["expansions"][0]
        self.assertEqual((expansion["of"], expansion["to"][0]), ("gludiant ysgol", "Cludiant o'r cartref i'r ysgol"))

    def test_words_are_met_in_all_their_forms_in_welsh(self):
        for query in ("rheoli cŵn", "rheoli gŵn", "gŵn", "cwn"):
            answer = self.found(query)
            self.assertGreater(answer["totals"]["items"], 0, query)
            self.assertTrue(all(row["paper"]["lang"] in ("cy", "both") for row in answer["results"]), query)
        noted = self.found("gŵn")["interpreted"]["notes"]
        self.assertTrue(any("in Welsh also" in note and "cwn" in note for note in noted), noted)
        self.assertEqual(self.found("gŵn", "--no-expand")["interpreted"].get("notes", []), [])
        for query, other_forms in (("gŵn", True), ('"gŵn"', False), ("=gŵn", False)):
            runs = [run for row in self.found(query)["results"] for mention in row["mentions"] for run in mention["runs"]]
            marked = {run["t"].lower() for run in runs if run.get("h")}
            self.assertEqual("cŵn" in marked, other_forms, query)
            self.assertLessEqual(marked, {"cŵn", "gŵn"}, query)

    def test_questions_as_people_ask_them(self):
        for query, dated in (("beth sydd wedi ei ddweud am gŵn ar y traethau ers 2020", True), ("enwau tai yn 2023", True),
                             ("a yw'r pwyllgor wedi trafod enwau strydoedd", False), ("enwau Cymraeg ar dai cyn 2030", True),
                             ("rheoli cŵn rhwng 2022 a 2024", True)):
            answer = self.found(query)
            self.assertGreater(answer["totals"]["items"], 0, query)
            self.assertEqual([one["field"] for one in answer["interpreted"]["filters"]], ["date"] if dated else [], query)
        self.assertEqual(self.found("enwau tai cyn 2020")["totals"]["items"], 0)


if __name__ == "__main__":
    unittest.main()
