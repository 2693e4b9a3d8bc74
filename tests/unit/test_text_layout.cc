// Text for terminals: nothing in a paper or a file name can move the cursor; figures as people write them.
#include <gtest/gtest.h>

#include "query/text_layout.h"

namespace minutebook::query {
namespace {

TEST(TextLayout, LeavesNoControlCharacters) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"plain caf\u00E9 \u2013 \u5B66", "plain caf\u00E9 \u2013 \u5B66"},
      {"new\nline\ttab\rend", "new line tab end"},
      {"\x1b[31mred\x7f", " [31mred "},
      {"a\u009B31mb\u0085\u0080", "a 31mb  "},
      {"\u00A0\u00C2\u00A3", "\u00A0\u00C2\u00A3"},
      {"bad\xFF\xC2", "bad\uFFFD\uFFFD"},
      {"", ""},
  };
  for (const auto& [given, shown] : cases) EXPECT_EQ(printable(given), shown);
}

TEST(TextLayout, CountsColumnsAndFigures) {
  EXPECT_EQ(width("caf\u00E9"), 4U);
  EXPECT_EQ(with_commas(999), "999");
  EXPECT_EQ(with_commas(1234567), "1,234,567");
  EXPECT_EQ(counted(1, "paper"), "1 paper");
  EXPECT_EQ(counted(2000, "paper"), "2,000 papers");
}

}  // namespace
}  // namespace minutebook::query
