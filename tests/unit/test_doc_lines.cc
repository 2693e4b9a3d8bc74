// What the converter of old Word documents writes, made into what stood on the page.
#include <gtest/gtest.h>

#include "indexer/doc_lines.h"

namespace minutebook::indexer {
namespace {

struct Row {
  std::string line;
  std::string text;
};

TEST(DocLines, HaveNoFieldCodes) {
  const std::vector<Row> rows = {
      {"See  HYPERLINK \"http://northvale.example/a b\" the plan .", "See  the plan ."},
      {" HYPERLINK \"mailto:clerk@northvale.example\" \\o \"Write\" clerk@northvale.example ",
       " clerk@northvale.example "},
      {" TOC \\o \"1-3\" \\h \\z \\u Summary PAGEREF _Toc12345 \\h 3", " Summary 3"},
      {"FORMTEXT \\* MERGEFORMAT Yes", "Yes"},
      {"A REF to the TOC of the HYPERLINK policy", "A REF to the TOC of the HYPERLINK policy"},
      {"HYPERLINK \"no end of it", "HYPERLINK \"no end of it"},
      {"XHYPERLINK \"a\"", "XHYPERLINK \"a\""},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(without_field_codes(row.line), row.text) << row.line;
}

TEST(DocLines, NumbersStandBeforeTheirText) {
  const std::vector<Row> rows = {
      {"21.\tApologies", "21. Apologies"},
      {"4.1\tThe roof leaks.", "4.1 The roof leaks."},
      {"(a)\tthe fares be raised", "(a) the fares be raised"},
      {"\u2022\tbins", "- bins"},
      {"1 mile\t\u00A33.40", "1 mile\t\u00A33.40"},
      {"21.\tApologies\tNone", "21.\tApologies\tNone"},
      {"7\tParks", "7\tParks"},
      {"1.\t2.50", "1.\t2.50"},
      {"no tab", "no tab"},
  };
  for (const Row& row : rows) EXPECT_EQ(paragraph_of_doc(row.line), row.text) << row.line;
}

}  // namespace
}  // namespace minutebook::indexer
