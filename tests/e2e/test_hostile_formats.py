"""Documents made to harm their reader: each is a row of the ledger, none stops the run or reaches outside."""

import io
import unittest
import zipfile

import invented_papers
import program
from program import CORPUS, ProgramCase

LAUGHS = ("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY l0 'ha'>"
          + "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10}'>" for i in range(1, 12)) + "]><document><body>&l11;</body></document>")
OUTSIDE = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><document><body>&x;</body></document>"
PARAGRAPH = b"<w:p><w:r><w:t>quorbomb</w:t></w:r></w:p>"


def office(document, **more):
    """A DOCX with `document` as its text and further parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml",
                       '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
                       'officedocument.wordprocessingml.document.main+xml"/></Types>')
        parts.writestr("_rels/.rels",
                       '<Relationships><Relationship Id="a" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
                       'officeDocument/2006/relationships/officeDocument"/></Relationships>')
        parts.writestr("word/document.xml", document)
        for name, data in more.items():
            parts.writestr(name, data)
    return out.getvalue()


def word(body):
    return b"<w:document xmlns:w='w'><w:body>" + body + b"</w:body></w:document>"


class HostileFormats(ProgramCase):
    def write(self, name, data):
        (self.papers / name).write_bytes(data if isinstance(data, bytes) else data.encode())

    def setUp(self):
        super().setUp()
        self.write("good.txt", invented_papers.minutes(1))

    def run_over(self, expected):
        """Indexes papers/; the sources of `expected` fail with a reason that holds the word beside them."""
        ended = self.command(program.PARTLY, "index", "--index", self.index_folder, "--format", "json", self.papers)
        failed = {source["source"].rsplit("/", 1)[-1]: source["reason"] for source in ended.json()["failed"]}
        self.assertEqual(sorted(failed), sorted(expected))
        for name, reason in expected.items():
            self.assertIn(reason, failed[name], name)
        self.assertEqual(self.sources_with(invented_papers.own_word(1)), ["good.txt"])
        self.assert_sound()

    def test_bombs_and_outside_entities(self):
        self.write("bomb.docx", office(word(PARAGRAPH * 2_000_000)))
        self.write("entities.docx", office(b"<!DOCTYPE a [<!ENTITY x 'y'>]>" + word(PARAGRAPH)))
        self.write("laughs.xml", LAUGHS)
        self.write("outside.xml", OUTSIDE)
        self.run_over({"bomb.docx": "would unpack to", "entities.docx": "document type", "laughs.xml": "entit", "outside.xml": "entit"})
        self.assertEqual(self.search("root nologin")["totals"]["items"], 0)

    def test_deep_nesting_keeps_the_text(self):
        depth = 300
        self.write("deep.html", "<html><body>" + "<div>" * depth + "<p>The quordeep cellar was inspected by the committee.</p>"
                   + "</div>" * depth + "</body></html>")
        self.write("deeper.html", "<html><body>" + "<div>" * 200_000 + "<p>The quorwell cellar was inspected as well.</p>")
        self.index()
        self.assertEqual(self.sources_with("quordeep"), ["deep.html"])
        self.assertEqual(self.sources_with("quorwell"), ["deeper.html"])

    def test_documents_cut_anywhere_end_in_the_ledger_or_in_the_index(self):
        whole = {path.suffix: path.read_bytes() for path in sorted(CORPUS.glob("*/*"))
                 if path.suffix in (".pdf", ".docx", ".odt", ".rtf", ".html", ".xml")}
        for suffix, data in whole.items():
            for percent in range(5, 100, 5):
                self.write(f"cut-{percent}{suffix}", data[:len(data) * percent // 100])
        ended = program.run("index", "--index", self.index_folder, "--format", "json", self.papers)
        self.assertIn(ended.code, (program.FOUND, program.PARTLY), ended)
        report = ended.json()
        rows = report["added"] + report["empty"] + report["duplicates"] + len(report["failed"])
        self.assertEqual(rows, 1 + 19 * len(whole), report)
        self.assertEqual([source for source in report["failed"] if not source["reason"] or "crash" in source["reason"]], [])
        self.assertEqual(self.sources_with(invented_papers.own_word(1)), ["good.txt"])
        self.assert_sound()


if __name__ == "__main__":
    unittest.main()
