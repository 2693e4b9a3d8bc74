// English, Welsh, both: of paragraphs, of papers, and what it means for the words.
#include <gtest/gtest.h>

#include "indexer/language.h"
#include "indexer/tagging.h"
#include "tests/unit/random_papers.h"

namespace minutebook::indexer {
namespace {

using schema::Language;
using schema::PassageKind;

struct ParagraphCase {
  const char* text;
  Language language;
};

class Paragraphs : public testing::TestWithParam<ParagraphCase> {};

TEST_P(Paragraphs, HaveALanguage) {
  EXPECT_EQ(language_of(GetParam().text), GetParam().language);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Paragraphs,
    testing::Values(
        ParagraphCase{"RESOLVED: That the report be noted.", Language::english},
        ParagraphCase{"PENDERFYNWYD: Bod yr adroddiad yn cael ei nodi.", Language::welsh},
        ParagraphCase{"Cofnodion y cyfarfod diwethaf", Language::welsh},
        ParagraphCase{"YMDDIHEURIADAU AM ABSENOLDEB", Language::welsh},
        ParagraphCase{"Apologies for absence", Language::english},
        ParagraphCase{"John Smith, Mary Jones, Gareth Williams, Dafydd Evans, Hywel Davies", Language::unknown},
        ParagraphCase{"Wards: Bangor, Caernarfon, Pwllheli", Language::unknown},
        ParagraphCase{"The Committee visited Pontypridd, Aberystwyth and Llandrindod Wells", Language::english},
        ParagraphCase{"Le comité a adopté le rapport à l'unanimité.", Language::unknown},
        ParagraphCase{"12.", Language::unknown}, ParagraphCase{"", Language::unknown}));

schema::Item item_of(const std::vector<std::string>& texts) {
  schema::Item item;
  for (const std::string& text : texts) {
    schema::Passage passage;
    passage.kind = item.passages.empty() ? PassageKind::heading : PassageKind::text;
    passage.text = text;
    if (item.passages.empty()) item.title = text;
    item.passages.push_back(passage);
  }
  return item;
}

constexpr const char* english = "The Chair presented the report on services for children and young people.";
constexpr const char* welsh = "Cyflwynodd y Cadeirydd yr adroddiad ar wasanaethau plant a phobl ifanc.";

std::vector<bool> welsh_passages(const schema::Item& item) {
  std::vector<bool> marked;
  for (const schema::Passage& passage : item.passages) marked.push_back(passage.welsh);
  return marked;
}

TEST(Papers, AreWrittenInOneLanguageOrBoth) {
  struct Case {
    std::vector<std::string> texts;
    Language language;
    std::vector<bool> marked;
  };
  const std::vector<Case> cases = {
      {{"Minutes", english, "5."}, Language::english, {false, false, false}},
      {{"Cofnodion", welsh, "5."}, Language::welsh, {true, true, true}},
      // A heading goes with what follows, a number with what stands before it.
      {{"EHCP", welsh, "7", english, "8"}, Language::both, {true, true, true, false, false}},
      {{"7", "8", english, welsh}, Language::both, {false, false, false, true}},
      {{"EHCP", "12.", "£5"}, Language::unknown, {false, false, false}}};
  for (const Case& one : cases) {
    schema::Paper paper;
    paper.items.push_back(item_of(one.texts));
    set_languages(paper);
    EXPECT_EQ(paper.language, one.language) << one.texts[0];
    EXPECT_EQ(welsh_passages(paper.items[0]), one.marked) << one.texts[0];
  }
}

TEST(Papers, AreNotBilingualByASentence) {
  schema::Paper paper;
  paper.items.push_back(item_of({"Minutes", welsh}));
  for (int i = 0; i < 20; ++i) paper.items.push_back(item_of({"Report", english}));
  set_languages(paper);
  EXPECT_EQ(paper.language, Language::english);
  EXPECT_TRUE(paper.items[0].passages[1].welsh) << "the sentence is Welsh all the same";
}

TEST(Papers, NamesOfThoseThereTellNothing) {
  schema::Paper paper;
  paper.items.push_back(item_of({"Minutes", english, "Present: Gareth Llywelyn, Dafydd Hughes, Hywel Rhys"}));
  paper.items.push_back(item_of({"Cofnodion", welsh}));
  paper.items[0].passages[2].kind = PassageKind::attendance;
  set_languages(paper);
  EXPECT_FALSE(paper.items[0].passages[2].welsh);
}

TEST(Words, OfWelshPassagesAreNotStemmed) {
  const auto vocabulary = testing_support::small_vocabulary();
  schema::Lexicon lexicon;
  Tagger tagger(*vocabulary, lexicon);
  schema::Paper paper;
  paper.items.push_back(item_of({"ysgolion plans", "ysgolion plans"}));
  paper.items[0].passages[1].welsh = true;
  const std::vector<AnalysedItem> analysed = tagger.tag(paper);
  const auto word = [&](std::size_t passage, std::size_t at) {
    return lexicon.word(analysed[0].passages[passage].tokens[at].word);
  };
  EXPECT_EQ(word(0, 1).stem, "plan");
  EXPECT_FALSE(word(0, 1).unstemmed);
  EXPECT_EQ(word(1, 1).stem, "plans");
  EXPECT_TRUE(word(1, 1).unstemmed);
  EXPECT_EQ(word(1, 1).written, "plans");
  EXPECT_EQ(analysed[0].passages[0].spans.size(), analysed[0].passages[1].spans.size())
      << "labels are found whatever the language";
  EXPECT_EQ(lexicon.unstemmed(analysed[0].passages[0].tokens[1].word), analysed[0].passages[1].tokens[1].word);
  EXPECT_EQ(lexicon.unstemmed(analysed[0].passages[1].tokens[1].word), analysed[0].passages[1].tokens[1].word);
}

}  // namespace
}  // namespace minutebook::indexer
