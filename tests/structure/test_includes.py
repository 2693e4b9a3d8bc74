"""Who may include whom: DESIGN.md section 2, read from the #include lines."""

import unittest

import sources

# A part may include itself and these.
MAY_INCLUDE = {
    "schema": set(),
    "indexer": {"schema"},
    "query": {"schema"},
    "server": {"schema", "query"},
    "cli": {"schema", "indexer", "query", "server"},
}

# Where documents, queries and terms are built or run.
XAPIAN_FILES = {"schema/analysis.cc", "indexer/index_check.cc", "indexer/shard_builder_postings.cc", "query/postings.cc"}

# Library headers (by their beginning) and the beginnings of the files that may include them.
LIBRARIES = {
    "xapian.h": XAPIAN_FILES,
    "libxml/": {"schema/vocabulary", "indexer/extract/", "query/print_atom.cc"},
    "unicode/": {"schema/", "indexer/extract/"},
    "boost/program_options": {"cli/"},
    "boost/beast": {"server/"},
    "zstd.h": {"schema/"},
    "zip.h": {"indexer/extract/zip_parts.cc"},
    "cld2/": {"indexer/language.cc"},
    "leptonica/": {"indexer/extract/extract_picture_file.cc"},
    "openssl/": {"schema/digest.cc", "indexer/hash.cc"},
    "gtest/": set(),
}


def part_of(name):
    return name.split("/")[0]


def wrong_parts(name, text):
    """Quoted headers that the file must not include."""
    part = part_of(name)
    wrong = []
    for header in sources.quoted(text):
        other = part_of(header)
        if other not in sources.PARTS:
            wrong.append(f"{name} includes \"{header}\", which is not written from the root")
        elif other != part and other not in MAY_INCLUDE[part]:
            wrong.append(f"{name} includes {header}, but {part}/ must not know {other}/")
    return wrong


def wrong_libraries(name, text):
    wrong = []
    for header in sources.angled(text):
        for library, allowed in LIBRARIES.items():
            if header.startswith(library) and not name.startswith(tuple(allowed)):
                wrong.append(f"{name} includes <{header}>, which belongs into {', '.join(sorted(allowed)) or 'tests'} only")
    return wrong


def reachable(name, text_of):
    """The project's headers that a file includes, and those that these include."""
    seen, todo = set(), [name]
    while todo:
        for header in sources.quoted(text_of(todo.pop())):
            if header not in seen:
                seen.add(header)
                todo.append(header)
    return seen


class Rules(unittest.TestCase):
    """The rules themselves, on lines that break them."""

    def test_forbidden_parts(self):
        self.assertEqual(len(wrong_parts("schema/a.h", '#include "query/ast.h"\n#include "schema/b.h"\n')), 1)
        self.assertEqual(len(wrong_parts("indexer/a.cc", '#  include "query/ast.h"')), 1)
        self.assertEqual(len(wrong_parts("query/a.cc", '#include "indexer/b.h"')), 1)
        self.assertEqual(len(wrong_parts("query/a.cc", '#include "cli/b.h"')), 1)
        self.assertEqual(len(wrong_parts("query/a.cc", '#include "ast.h"')), 1)
        self.assertEqual(wrong_parts("cli/a.cc", '#include "indexer/b.h"\n#include "query/ast.h"'), [])

    def test_forbidden_libraries(self):
        self.assertEqual(len(wrong_libraries("query/rank.h", "#include <xapian.h>")), 1)
        self.assertEqual(len(wrong_libraries("query/lex.cc", "#include <unicode/uchar.h>")), 1)
        self.assertEqual(len(wrong_libraries("schema/councils.cc", "#include <libxml/tree.h>")), 1)
        self.assertEqual(len(wrong_libraries("query/a.cc", "#include <boost/program_options.hpp>")), 1)
        self.assertEqual(wrong_libraries("schema/vocabulary_xml.cc", "#include <libxml/tree.h>\n#include <string>"), [])


class Includes(unittest.TestCase):
    def setUp(self):
        self.names = sources.code_files()
        self.assertGreater(len(self.names), 100, "the sources are not where they should be")

    def test_parts(self):
        self.assertEqual([line for name in self.names for line in wrong_parts(name, sources.read(name))], [])

    def test_libraries(self):
        self.assertEqual([line for name in self.names for line in wrong_libraries(name, sources.read(name))], [])

    def test_the_list_of_files_that_know_xapian_is_true(self):
        knowing = {name for name in self.names if "xapian.h" in sources.angled(sources.read(name))}
        self.assertEqual(knowing, XAPIAN_FILES)

    def test_public_headers_show_no_xapian(self):
        public = [name for name in self.names if name.startswith("query/include/")]
        self.assertTrue(public)
        for name in public:
            for header in {name} | reachable(name, sources.read):
                text = sources.read(header)
                self.assertNotIn("Xapian::", text, f"{header}, which {name} includes")
                self.assertNotIn("xapian.h", sources.angled(text), f"{header}, which {name} includes")

    def test_no_header_includes_itself_by_way_of_others(self):
        circles = [name for name in self.names if name.endswith(".h") and name in reachable(name, sources.read)]
        self.assertEqual(circles, [])


if __name__ == "__main__":
    unittest.main()
