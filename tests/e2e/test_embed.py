"""What the service answers below /embed, and the lines that `serve --embed-line` prints."""

import base64
import hashlib
import tempfile
import unittest
from pathlib import Path

import program
from service import Service

MODULE = "/embed/v1/minutebook-search.js"
ANCESTOR = "https://intranet.northvale.example"


class Embed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        (cls.folder / "minutes.txt").write_text("North Vale Council\n\nMinutes of the Cabinet, 8 January 2024\n\n1. Buses\n\nBuses were late.\n")
        cls.index = cls.folder / "index"
        program.run("index", "--index", cls.index, cls.folder / "minutes.txt")
        config = f'frame-ancestors = ["{ANCESTOR}"]\norigins = ["https://other.example"]\n'
        cls.service = Service(cls.index, config=config, folder=cls.folder)
        cls.addClassCleanup(cls.service.end)
        cls.made = cls.service.ask(MODULE)[0] == 200

    def need_component(self):
        if not self.made:
            self.skipTest("the program was built without the component")

    def test_without_npm_the_module_says_so(self):
        if self.made:
            self.skipTest("the program was built with the component")
        status, headers, body = self.service.ask(MODULE)
        self.assertEqual((status, headers["content-type"]), (404, "application/problem+json"))
        self.assertIn(b"npm", body)

    def test_any_page_may_load_the_module(self):
        self.need_component()
        status, headers, body = self.service.ask(MODULE, headers={"Origin": "https://anywhere.example"})
        self.assertEqual(status, 200)
        self.assertIn(b"minutebook-search", body)
        for name, value in (("content-type", "text/javascript; charset=utf-8"), ("access-control-allow-origin", "*"),
                            ("cross-origin-resource-policy", "cross-origin"), ("x-content-type-options", "nosniff"),
                            ("cache-control", "public, max-age=3600")):
            self.assertEqual(headers[name], value, name)

    def test_one_version_is_kept_for_a_year(self):
        self.need_component()
        line = self.embed_lines()[1]
        version = line.split("?v=")[1].split('"')[0]
        self.assertIn("immutable", self.service.ask(MODULE, v=version)[1]["cache-control"])
        self.assertNotIn("immutable", self.service.ask(MODULE, v="another")[1]["cache-control"])
        digest = base64.b64encode(hashlib.sha384(self.service.ask(MODULE)[2]).digest()).decode()
        self.assertIn(f'integrity="sha384-{digest}" crossorigin="anonymous"', line)

    def embed_lines(self, base="https://papers.northvale.example/"):
        config = self.folder / "lines.toml"
        config.write_text(f"base-url = '{base}'\n")
        return program.run("serve", "--config", config, "--embed-line").out.splitlines()

    def test_lines_to_paste(self):
        self.need_component()
        self.assertEqual(self.embed_lines()[0], '<script type="module" src="https://papers.northvale.example/embed/v1/minutebook-search.js">'
                         "</script><minutebook-search></minutebook-search>")

    def test_other_files(self):
        self.need_component()
        for name, kind in (("minutebook-search.d.ts", "text/plain"), ("minutebook-frame.js", "text/javascript"),
                           ("embed.js", "text/javascript"), ("demo.js", "text/javascript"), ("pages.css", "text/css")):
            status, headers, body = self.service.ask("/embed/v1/" + name)
            self.assertEqual((status, headers["content-type"].split(";")[0]), (200, kind), name)
            self.assertTrue(body, name)
        self.assertEqual(self.service.ask("/embed/v1/integrity")[0], 404)

    def test_only_listed_pages_may_frame_it(self):
        _, headers, body = self.service.ask("/embed", language="cy", councils="ZZA; ZZB")
        self.assertTrue(headers["content-security-policy"].endswith(f"frame-ancestors {ANCESTOR}"))
        self.assertEqual(headers["cross-origin-resource-policy"], "cross-origin")
        self.assertIn(f'data-ancestors="{ANCESTOR}"'.encode(), body)
        for path in ("/embed/demo", MODULE):
            self.assertTrue(self.service.ask(path)[1]["content-security-policy"].endswith("frame-ancestors 'none'"), path)

    def test_pages_speak_the_language_that_is_asked_for(self):
        welsh = {"headers": {"Accept-Language": "cy"}}
        for path, asked, tag in (("/embed/demo", {"lang": "cy"}, "cy"), ("/embed/demo", {"lang": "en", **welsh}, "en"),
                                 ("/embed/demo", welsh, "cy"), ("/embed/demo", {}, "en"), ("/embed", {"language": "cy"}, "cy"),
                                 ("/embed", {"language": "en", **welsh}, "en"), ("/embed", welsh, "cy"), ("/embed", {}, "en")):
            with self.subTest(path=path, **asked):
                _, headers, body = self.service.ask(path, **asked)
                self.assertIn(f'<html lang="{tag}">'.encode(), body)
                self.assertIn("Chwilio papurau" if tag == "cy" else "Search council papers", body.decode())
                self.assertIn("Accept-Language", headers["vary"])

    def test_nothing_of_the_address_comes_back(self):
        body = self.service.ask("/embed", label="<script>alert(1)</script>")[2]
        self.assertNotIn(b"alert", body)

    def test_icon(self):
        """Pages name theirs; what names none (a feed, an answer of the API) makes browsers ask for /favicon.ico."""
        for path in ("/icon.svg", "/favicon.ico"):
            status, headers, body = self.service.ask(path)
            self.assertEqual((status, headers["content-type"], headers["cache-control"]),
                             (200, "image/svg+xml", "public, max-age=86400"), path)
            self.assertTrue(body.startswith(b"<svg "), path)
        for path, address in (("/search", "/icon.svg"), ("/help", "/icon.svg"), ("/item/none", "/icon.svg"),
                              ("/embed", "icon.svg"), ("/embed/demo", "../icon.svg")):
            _, headers, body = self.service.ask(path)
            self.assertIn(f'<link rel="icon" type="image/svg+xml" sizes="any" href="{address}">'.encode(), body, path)
            self.assertIn("img-src 'self'", headers["content-security-policy"], path)

    def test_unknown_parameters_are_refused(self):
        for path, parameters in (("/embed", {"colour": "red"}), ("/embed", {"language": "fr"}), ("/embed/demo", {"lang": "fr"}), (MODULE, {"w": "1"})):
            self.assertEqual(self.service.ask(path, **parameters)[0], 400, parameters)

    def test_pages_hold_no_inline_script_or_style(self):
        for path in ("/embed", "/embed/demo"):
            status, headers, body = self.service.ask(path)
            self.assertEqual((status, headers["content-type"]), (200, "text/html; charset=utf-8"))
            text = body.decode()
            self.assertNotRegex(text, r"<style|<script(?! type=.module. src=)| style=| on[a-z]+=|\{\{|\}\}")


if __name__ == "__main__":
    unittest.main()
