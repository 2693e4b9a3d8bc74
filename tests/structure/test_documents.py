"""Documents that the sources and the documents name exist, and so do the places they link to."""

import re
import unittest

import sources

# docs/testing.md, DESIGN.md, tests/run … as comments and texts name them.
NAMED = re.compile(r"(?<![\w./-])((?:docs/[\w/-]+|DESIGN|README|CHANGELOG)\.md)\b")
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
TEXTS = (".h", ".cc", ".md", ".py", ".txt", ".sh")


def texts():
    for path in sources.all_files():
        name = sources.name_of(path)
        invented = name.startswith(("corpus/", "tests/golden/")) and name != "corpus/README.md"
        if name.endswith(TEXTS) and not invented:
            yield path, name, path.read_text(encoding="utf-8")


class Documents(unittest.TestCase):
    def test_named_documents_exist(self):
        missing = {(document, name) for _, name, text in texts() for document in NAMED.findall(text)
                   if not (sources.ROOT / document).exists()}
        self.assertEqual(sorted(missing), [])

    def test_links_lead_somewhere(self):
        broken = [(name, link) for path, name, text in texts() if name.endswith(".md") for link in LINK.findall(text)
                  if not (path.parent / link).exists()]
        self.assertEqual(broken, [])


if __name__ == "__main__":
    unittest.main()
