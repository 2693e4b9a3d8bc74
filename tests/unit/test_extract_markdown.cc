// Markdown with a head of fields, as site builders keep it.
#include <gtest/gtest.h>

#include "indexer/extract/extract_markdown.h"

namespace minutebook::indexer {
namespace {

using Lines = std::vector<std::string>;

TEST(ExtractMarkdown, LeavesTheHeadOfFieldsOut) {
  struct Row {
    std::string bytes;
    Lines lines;
    std::string date;
  };
  const std::vector<Row> rows = {
      {"---\ntitle: \"Council, June\"\ndate: 2016-08-18\ncategories:\n  - minutes\n- parish\n---\nText",
       {"# Council, June", "", "Text"},
       ""},
      {"---\ntitle: Minutes\n---\n# Minutes\nText", {"# Minutes", "Text"}, ""},
      {"+++\ntitle = 'Agenda'\nmeeting_date = \"2025-11-04\"\n+++\nText", {"# Agenda", "", "Text"}, "2025-11-04"},
      {"---\nlayout: post\n\n---\nText", {"Text"}, ""},
      {"---\n\nText under a rule\n\n---\nMore", {"---", "", "Text under a rule", "", "---", "More"}, ""},
      {"---\nThe vote was: five for\n---\nMore", {"---", "The vote was: five for", "---", "More"}, ""},
      {"---\ntitle: no end\nText", {"---", "title: no end", "Text"}, ""},
      {"Text\n---\ntitle: a\n---", {"Text", "---", "title: a", "---"}, ""},
  };
  for (const Row& row : rows) {
    const Extraction extraction = extract_markdown(row.bytes);
    ASSERT_EQ(extraction.text.pages.size(), 1U) << row.bytes;
    EXPECT_EQ(extraction.text.pages[0].lines, row.lines) << row.bytes;
    EXPECT_EQ(extraction.text.facts.date, row.date) << row.bytes;
  }
  EXPECT_EQ(extract_markdown("  \n ").status, ExtractionStatus::empty);
}

}  // namespace
}  // namespace minutebook::indexer
