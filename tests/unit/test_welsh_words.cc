// Words and labels of queries against Welsh papers: first letters, what is told of them, and how they are switched off.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/unit/word_index.h"

namespace minutebook::query {
namespace {

using testing_support::label_of;
using testing_support::WordIndex;

const std::vector<std::string>& dog_papers() {
  static const std::vector<std::string> texts = {"cy:Rheoli cŵn ar y traethau.",
                                                 "cy:Gwaharddiad ar gŵn ar draethau.",
                                                 "cy:Adroddiad ar geffylau a chŵn.",
                                                 "The officer was called about the gwn on the beach.",
                                                 "cy:Gall y dŵr godi; mae dŵr yn y tŵr.",
                                                 "A call was made, and calls were taken.",
                                                 "The call for evidence.",
                                                 "cy:Mae ei ddŵr yn lân."};
  return texts;
}

std::string notes_of(const Answer& answer) {
  std::string notes;
  for (const std::string& note : answer.interpreted.notes) notes += note + "\n";
  return notes;
}

TEST(WelshWords, AreMetWithAnyFirstLetter) {
  for (const std::size_t shards : {1U, 3U}) {
    WordIndex index(dog_papers(), shards);
    EXPECT_EQ(index.items("cŵn"), 3U);
    EXPECT_EQ(index.items("traethau"), 2U) << "\"draethau\" is one of its forms";
    EXPECT_EQ(index.items("gŵn"), 4U) << "the form of another word, and itself in English";
    EXPECT_EQ(notes_of(index.ask("cŵn")), "cŵn: in Welsh also gwn, chwn\n");
  }
}

TEST(WelshWords, ThePapersTellWhichWordAFormIsOf) {
  WordIndex index(dog_papers());
  EXPECT_EQ(notes_of(index.ask("dŵr")), "dŵr: in Welsh also ddwr\n") << "not of \"tŵr\", whose other forms nobody has";
  EXPECT_EQ(index.items("dŵr"), 2U);
  EXPECT_EQ(index.items("ddŵr"), 2U);
}

TEST(WelshWords, StayAsTypedWhereEnglishHasThemAsOften) {
  WordIndex index(dog_papers());
  EXPECT_EQ(index.items("call"), 3U) << "not \"gall\"";
  EXPECT_EQ(notes_of(index.ask("call")), "");
}

TEST(WelshWords, StayAsTypedOnRequest) {
  WordIndex index(dog_papers());
  EXPECT_EQ(index.items("cŵn", {.expand = false}), 1U);
  EXPECT_EQ(index.items("\"cŵn\""), 1U);
  EXPECT_EQ(index.items("=cŵn"), 1U);
}

TEST(WelshWords, OfRemovedPapersAreForgotten) {
  WordIndex index(dog_papers());
  index.remove(2);
  EXPECT_EQ(notes_of(index.ask("cŵn")), "cŵn: in Welsh also gwn\n");
}

const std::vector<std::string>& transport_papers() {
  static const std::vector<std::string> texts = {"cy:Mae cludiant ysgol yn ddrud.", "cy:Cost gludiant ysgol.",
                                                 "cy:Trafodwyd school transport.",  "School transport is dear.",
                                                 "Home to school transport.",       "Cludiant ysgol in English."};
  return texts;
}

TEST(WelshWords, LabelsOfBothLanguagesAreOneTopic) {
  WordIndex index(transport_papers(), 2);
  for (const char* typed : {"cludiant ysgol", "gludiant ysgol", "school transport", "Home to school transport"})
    EXPECT_EQ(index.items(typed), 5U) << typed;
}

TEST(WelshWords, LabelsAreCountedAndLeftOutInAllForms) {
  WordIndex index(transport_papers());
  const Answer answer = index.ask("school transport");
  const ShownLabel* welsh = label_of(answer, "cludiant ysgol");
  ASSERT_NE(welsh, nullptr);
  EXPECT_EQ(welsh->items, 2U);
  ASSERT_NE(label_of(answer, "school transport"), nullptr);
  EXPECT_EQ(label_of(answer, "school transport")->items, 2U) << "once in a Welsh paper";
  EXPECT_EQ(index.items("school transport", {.without = {"cludiant ysgol"}}), 3U);
  const Answer mutated = index.ask("gludiant ysgol");
  const ShownLabel* typed = label_of(mutated, "cludiant ysgol");
  ASSERT_NE(typed, nullptr);
  EXPECT_TRUE(typed->typed);
  EXPECT_EQ(index.items("gludiant ysgol", {.only = true}), 2U) << "as the label, in any form";
  EXPECT_EQ(index.items("cludiant ysgol", {.only = true}), 3U) << "in English by its words";
}

TEST(WelshWords, LabelsAreShownInTheReadersLanguage) {
  WordIndex index(transport_papers());
  const auto shown = [&](const std::string& typed, bool welsh) {
    ResolveContext context{*index.index().index().vocabulary, schema::CouncilRegistry::built_in(),
                           index.index().names()};
    context.welsh = welsh;
    return resolve(parse(typed), context).expansions.at(0).to;
  };
  EXPECT_EQ(shown("school transport", false).front(), "Home to school transport");
  EXPECT_EQ(shown("school transport", true).front(), "Cludiant o'r cartref i'r ysgol");
  EXPECT_EQ(shown("cludiant ysgol", false).front(), "Cludiant o'r cartref i'r ysgol") << "whoever types Welsh reads it";
  const auto english = shown("school transport", false);
  EXPECT_TRUE(std::none_of(english.begin(), english.end(),
                           [](const std::string& one) { return one.find("ysgol") != one.npos; }));
}

}  // namespace
}  // namespace minutebook::query
