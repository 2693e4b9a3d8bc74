// Words of a text and their forms: tokenising, folding, stems, acronyms.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "schema/analysis.h"

namespace minutebook::schema {
namespace {

struct Words {
  Lexicon lexicon;
  std::vector<Token> tokens;

  explicit Words(std::string_view text) { tokenise(text, lexicon, tokens); }
  std::vector<std::string> written() const {
    std::vector<std::string> out;
    for (const Token& token : tokens) out.push_back(lexicon.word(token.word).written);
    return out;
  }
  std::vector<std::string> folded() const {
    std::vector<std::string> out;
    for (const Token& token : tokens) out.push_back(lexicon.word(token.word).folded);
    return out;
  }
};

using Strings = std::vector<std::string>;

struct TokenCase {
  std::string_view text;
  Strings written;
  Strings folded;
};

class Tokens : public testing::TestWithParam<TokenCase> {};

TEST_P(Tokens, AreCutAndFolded) {
  const Words words(GetParam().text);
  EXPECT_EQ(words.written(), GetParam().written);
  EXPECT_EQ(words.folded(), GetParam().folded);
}

INSTANTIATE_TEST_SUITE_P(
    Analysis, Tokens,
    testing::Values(
        TokenCase{"", {}, {}}, TokenCase{" -- ’ …", {}, {}},
        TokenCase{"Minute CYP15.", {"Minute", "CYP15"}, {"minute", "cyp15"}},
        TokenCase{"was 66.5%.", {"was", "66.5"}, {"was", "66.5"}}, TokenCase{"£2,429,873", {"2,429,873"}, {"2429873"}},
        TokenCase{"1,000.50 or 12,5", {"1,000.50", "or", "12", "5"}, {"1000.50", "or", "12", "5"}},
        TokenCase{"items 1,2,345 and 1234,567",
                  {"items", "1", "2,345", "and", "1234", "567"},
                  {"items", "1", "2345", "and", "1234", "567"}},
        TokenCase{"see 3.3.1.", {"see", "3.3.1"}, {"see", "3.3.1"}},
        TokenCase{"2019/20 2019-20 2019–2020 2019/2020",
                  {"2019/20", "2019-20", "2019–2020", "2019/2020"},
                  {"2019/20", "2019/20", "2019/20", "2019/20"}},
        TokenCase{"1999/00, 1999-2000", {"1999/00", "1999-2000"}, {"1999/00", "1999/00"}},
        TokenCase{"2019-2022 2019/22", {"2019", "2022", "2019", "22"}, {"2019", "2022", "2019", "22"}},
        TokenCase{
            "2020-05-01 2020-21-3", {"2020", "05", "01", "2020", "21", "3"}, {"2020", "05", "01", "2020", "21", "3"}},
        TokenCase{"23/03/2020", {"23", "03", "2020"}, {"23", "03", "2020"}},
        TokenCase{"a co-ordinated plan", {"a", "co", "ordinated", "plan"}, {"a", "co", "ordinated", "plan"}},
        TokenCase{"SEN&D", {"SEN", "&", "D"}, {"sen", "and", "d"}},
        TokenCase{"O'Brien, O’Brien, OʼBrien", {"O'Brien", "O'Brien", "O'Brien"}, {"obrien", "obrien", "obrien"}},
        TokenCase{"parents' 'views'", {"parents", "views"}, {"parents", "views"}},
        TokenCase{"parents’ children’s", {"parents", "children's"}, {"parents", "childrens"}},
        TokenCase{"SEN/SEND_x", {"SEN", "SEND", "x"}, {"sen", "send", "x"}},
        TokenCase{"Café CAFÉ cafe", {"Café", "CAFÉ", "cafe"}, {"cafe", "cafe", "cafe"}},
        TokenCase{"eﬃcient co\u00ADordinated", {"eﬃcient", "coordinated"}, {"efficient", "coordinated"}},
        TokenCase{"Llŷn Straße", {"Llŷn", "Straße"}, {"llyn", "strasse"}},
        TokenCase{"a\xFF"
                  "b",
                  {"a", "b"},
                  {"a", "b"}},
        TokenCase{"Q2 2023/24: 10.30am", {"Q2", "2023/24", "10.30am"}, {"q2", "2023/24", "10.30am"}}));

TEST(Analysis, TokensKeepTheirPlaceInTheText) {
  const std::string text = "“Children’s” plans";
  const Words words(text);
  ASSERT_EQ(words.tokens.size(), 2U);
  EXPECT_EQ(text.substr(words.tokens[0].begin, words.tokens[0].end - words.tokens[0].begin), "Children’s");
  EXPECT_EQ(text.substr(words.tokens[1].begin, words.tokens[1].end - words.tokens[1].begin), "plans");
}

TEST(Analysis, TokensAreAppended) {
  Lexicon lexicon;
  std::vector<Token> tokens;
  tokenise("one two", lexicon, tokens);
  tokenise("two three", lexicon, tokens);
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[1].word, tokens[2].word);
  EXPECT_EQ(lexicon.size(), 3U);
}

struct WordCase {
  std::string_view text;
  std::string_view singular;
  std::string_view stem;
  std::string_view capitals;
};

class Forms : public testing::TestWithParam<WordCase> {};

TEST_P(Forms, AreDerived) {
  Lexicon lexicon;
  const Word& word = lexicon.word(lexicon.id_of(GetParam().text));
  EXPECT_EQ(word.singular, GetParam().singular);
  EXPECT_EQ(word.stem, GetParam().stem);
  EXPECT_EQ(word.capitals, GetParam().capitals);
  EXPECT_EQ(word.acronym, !GetParam().capitals.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Analysis, Forms,
    testing::Values(WordCase{"children's", "children", "children", ""},
                    WordCase{"Children’s", "children", "children", ""},
                    WordCase{"childrens", "children", "children", ""}, WordCase{"plans", "plan", "plan", ""},
                    WordCase{"class", "class", "class", ""}, WordCase{"bus", "bus", "bus", ""},
                    WordCase{"crisis", "crisis", "crisi", ""}, WordCase{"classes", "class", "class", ""},
                    WordCase{"agencies", "agency", "agenc", ""}, WordCase{"branches", "branch", "branch", ""},
                    WordCase{"services", "service", "servic", ""}, WordCase{"gas", "gas", "gas", ""},
                    WordCase{"EHCP", "ehcp", "ehcp", "EHCP"}, WordCase{"EHCPs", "ehcp", "ehcp", "EHCP"},
                    WordCase{"EHCP's", "ehcp", "ehcp", "EHCP"}, WordCase{"EHCP’s", "ehcp", "ehcp", "EHCP"},
                    WordCase{"CPs", "cp", "cps", "CP"}, WordCase{"ehcps", "ehcp", "ehcp", ""},
                    WordCase{"CAMHs", "camh", "camh", "CAMH"}, WordCase{"ILACs", "ilac", "ilac", "ILAC"},
                    WordCase{"KS2", "ks2", "ks2", "KS2"}, WordCase{"CYP15", "cyp15", "cyp15", "CYP15"},
                    WordCase{"McDonnell", "mcdonnell", "mcdonnel", ""}, WordCase{"PhD", "phd", "phd", ""},
                    WordCase{"I", "i", "i", ""}, WordCase{"A", "a", "a", ""}, WordCase{"As", "as", "as", ""},
                    WordCase{"O'BRIEN", "obrien", "obrien", ""},
                    WordCase{"CHILDREN'S", "children", "children", "CHILDREN"},
                    WordCase{"SAFEGUARDING", "safeguarding", "safeguard", ""}, WordCase{"1990's", "1990s", "1990s", ""},
                    WordCase{"2,429,873", "2429873", "2429873", ""}, WordCase{"2019-20", "2019/20", "2019/20", ""},
                    WordCase{"&", "and", "and", ""}));

TEST(Analysis, LongWordsAreCutForTermsButKeptAsWritten) {
  Lexicon lexicon;
  const std::string text(199, 'a');
  const Word& word = lexicon.word(lexicon.id_of(text + "ééé"));
  EXPECT_EQ(word.written, text + "ééé");
  EXPECT_EQ(word.folded, text + "e");
  EXPECT_LE(word.stem.size(), 200U);
}

TEST(Analysis, NumbersOfWordsSurviveGrowth) {
  Lexicon lexicon;
  std::vector<WordId> ids;
  for (int i = 0; i < 20000; ++i) ids.push_back(lexicon.id_of("word" + std::to_string(i)));
  for (int i = 0; i < 20000; ++i) {
    const auto at = static_cast<std::size_t>(i);
    ASSERT_EQ(ids[at], static_cast<WordId>(i));
    ASSERT_EQ(lexicon.id_of("word" + std::to_string(i)), ids[at]);
    ASSERT_EQ(lexicon.word(ids[at]).written, "word" + std::to_string(i));
  }
}

TEST(Text, IsComposed) {
  EXPECT_EQ(to_nfc("plain"), "plain");
  EXPECT_EQ(to_nfc("cafe\u0301"), "café");
  EXPECT_EQ(to_nfc("a\xC3"
                   "b\xFF"),
            "a\uFFFDb\uFFFD");
}

TEST(Text, IsFolded) {
  EXPECT_EQ(fold_text("  Children’s   &\tYoung\u00A0People–SERVICES "), "childrens and young people-services");
  EXPECT_EQ(fold_text("SEN&D"), "sen and d");
  EXPECT_EQ(fold_text("&"), "and");
  EXPECT_EQ(fold_text("Château"), "chateau");
}

TEST(Text, MakesSlugs) {
  EXPECT_EQ(slug("Children and Young People"), "children-and-young-people");
  EXPECT_EQ(slug("(45/07) "), "45-07");
  EXPECT_EQ(slug("…"), "");
}

TEST(Text, IsCheckedForUtf8) {
  EXPECT_TRUE(valid_utf8("plain é – 😀"));
  for (const std::string_view bytes :
       {"\x80", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "abcdefgh\xE2\x82"}) {
    EXPECT_FALSE(valid_utf8(bytes));
  }
}

TEST(Text, IsCutBetweenCharacters) {
  EXPECT_EQ(cut_utf8("aé€😀", 1), "a");
  EXPECT_EQ(cut_utf8("aé€😀", 2), "a");
  EXPECT_EQ(cut_utf8("aé€😀", 3), "aé");
  EXPECT_EQ(cut_utf8("aé€😀", 5), "aé");
  EXPECT_EQ(cut_utf8("aé€😀", 9), "aé€");
  EXPECT_EQ(cut_utf8("aé€😀", 10), "aé€😀");
  EXPECT_EQ(cut_utf8("\x80\x80\x80\x80\x80\x80", 5).size(), 5U);
}

}  // namespace
}  // namespace minutebook::schema
