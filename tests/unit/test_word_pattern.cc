// The words of labels and of patterns: what may stand between them, and what a pattern matches.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "schema/analysis.h"
#include "schema/label_words.h"
#include "schema/word_pattern.h"

namespace minutebook::schema {
namespace {

TEST(LabelWords, GapsBetweenWords) {
  EXPECT_EQ(classify_gap(" ").gap, Gap::joined);
  EXPECT_EQ(classify_gap("-").gap, Gap::joined);
  EXPECT_EQ(classify_gap("\u2013").gap, Gap::joined);
  EXPECT_EQ(classify_gap(") ").gap, Gap::joined);
  EXPECT_EQ(classify_gap("\u2019 \u201C").gap, Gap::joined);
  EXPECT_TRUE(classify_gap(", ").comma);
  EXPECT_EQ(classify_gap(".").gap, Gap::dot);
  EXPECT_EQ(classify_gap(" (").gap, Gap::bracket);
  for (const char* broken : {". ", "; ", ": ", " - ", " \u2013 ", " | ", "? ", " \u2022 "}) {
    EXPECT_EQ(classify_gap(broken).gap, Gap::broken) << broken;
  }
}

/// Number of tokens that `pattern` matches from the first word of `text` on.
std::uint32_t matched(const std::string& pattern, const std::string& text) {
  Lexicon lexicon;
  std::vector<Token> tokens;
  tokenise(text, lexicon, tokens);
  return WordPattern(pattern).match(text, tokens, 0, lexicon);
}

TEST(WordPattern, Grammar) {
  EXPECT_EQ(matched("backlog*", "Backlogs of requests"), 1U);
  EXPECT_EQ(matched("(20|twenty) (week|weeks)", "twenty-week limit"), 2U);
  EXPECT_EQ(matched("(20|twenty) (week|weeks)", "20 weekly visits"), 0U);
  EXPECT_EQ(matched("# week*", "1,234 weeks"), 2U);
  EXPECT_EQ(matched("# week*", "many weeks"), 0U);
  EXPECT_EQ(matched("statutory ~2 deadline", "statutory deadline"), 2U);
  EXPECT_EQ(matched("statutory ~2 deadline", "statutory 20 week deadline"), 4U);
  EXPECT_EQ(matched("statutory ~2 deadline", "statutory one two three deadline"), 0U);
  EXPECT_EQ(matched("on time", "on. Time"), 0U);
}

TEST(WordPattern, Faults) {
  for (const char* pattern : {"", "a  b", "(a|b", "a|", "~2 a", "a ~x b", "a ~0 b", "a ~2", "a-b", "a**"}) {
    EXPECT_TRUE(WordPattern::fault_of(pattern).has_value()) << pattern;
  }
  for (const char* pattern : {"a", "-a b*", "(a|b*|#) ~3 c"})
    EXPECT_FALSE(WordPattern::fault_of(pattern).has_value()) << pattern;
}

}  // namespace
}  // namespace minutebook::schema
