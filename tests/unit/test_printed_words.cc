// How additions to a query and corrections of its words read, as text and as JSON.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "query/print_json.h"
#include "query/print_text.h"
#include "query/print_text_expansions.h"

namespace minutebook::query {
namespace {

struct Case {
  const char* name;
  ShownExpansion expansion;
  std::vector<std::string> lines;
};

void PrintTo(const Case& value, std::ostream* out) {
  *out << value.name;
}

ShownExpansion labelled(std::vector<ShownLabel> labels) {
  return {"EHCP", {"EHC plan"}, 12, std::move(labels), false, false, true, 0};
}

ShownExpansion mined(bool applied, std::uint32_t papers) {
  return {"EHAT", {"Early Help Assessment Tool"}, 3, {}, true, false, applied, papers};
}

ShownExpansion spelt() {
  return {"judgement", {"judgment"}, 3, {}, false, true, true, 0};
}

TEST(PrintedWords, AnotherSpellingIsNamedWithWhatItAdds) {
  EXPECT_EQ(expansion_lines(spelt()), std::vector<std::string>{"judgement: also written judgment (adds 3 items)"});
}

class Lines : public testing::TestWithParam<Case> {};

TEST_P(Lines, ReadAs) {
  EXPECT_EQ(expansion_lines(GetParam().expansion), GetParam().lines);
}

const std::string also = "EHCP also means: EHC plan (12 items)";

INSTANTIATE_TEST_SUITE_P(
    Expansions, Lines,
    testing::Values(
        Case{"not counted", labelled({}), {also}},
        Case{"nothing added", labelled({{"EHCP", 12, 0, true, false}}), {also}},
        Case{"in any spelling", {"EHCP", {}, 1, {}, false, false, true, 0}, {"EHCP in any spelling (1 item)"}},
        Case{"added",
             labelled({{"EHCP", 1200, 0, true, false}, {"EHC plan", 9, 5, false, false}, {"", 2, 1, false, false}}),
             {also, "  by label: EHCP 1,200, EHC plan adds 5, misspellings adds 1"}},
        Case{"left out",
             labelled({{"EHCP", 12, 0, true, false}, {"EHC plan", 9, 1, false, true}}),
             {also, "  by label: EHCP 12", "  left out: EHC plan (1 item)"}},
        Case{"mined", mined(true, 1), {"EHAT also means: Early Help Assessment Tool, as 1 paper says (adds 3 items)"}},
        Case{
            "mined and unsure",
            mined(false, 2),
            {"EHAT may mean: Early Help Assessment Tool, as 2 papers say; papers differ, so it was not added (it would "
             "add 3 items)"}}));

TEST(PrintedWords, MoreLabelsThanAreShownAreCounted) {
  std::vector<ShownLabel> labels;
  for (int i = 0; i < 11; ++i) labels.push_back({"label " + std::to_string(i), 5, 5, false, false});
  EXPECT_NE(expansion_lines(labelled(labels)).at(1).find("label 7 adds 5, and 3 labels more"), std::string::npos);
}

TEST(PrintedWords, CorrectionsAreOfferedInTextAndJson) {
  Answer answer;
  answer.suggestions = {{{{"lantren", "lantern"}}, "lantern since:2020", 1200}};
  std::ostringstream text;
  print_text(text, answer, {});
  EXPECT_NE(text.str().find("did you mean: lantern since:2020 (1,200 items)"), std::string::npos) << text.str();
  std::ostringstream out;
  print_json(out, answer, false);
  EXPECT_EQ(
      nlohmann::ordered_json::parse(out.str())["suggestions"].dump(),
      R"([{"query":"lantern since:2020","items":1200,"corrections":[{"typed":"lantren","suggestion":"lantern"}]}])");
  std::ostringstream none;
  print_json(none, Answer(), false);
  EXPECT_FALSE(nlohmann::json::parse(none.str()).contains("suggestions"));
}

TEST(PrintedWords, LabelsInJson) {
  Answer answer;
  answer.interpreted.expansions = {labelled({{"EHCP", 12, 0, true, false}, {"", 2, 1, false, true}}), mined(false, 2)};
  std::ostringstream out;
  print_json(out, answer, false);
  const auto expansions = nlohmann::ordered_json::parse(out.str())["interpreted"]["expansions"];
  EXPECT_EQ(expansions[0]["labels"].dump(), R"([{"label":"EHCP","items":12,"adds":0,"typed":true},)"
                                            R"({"label":null,"items":2,"adds":1,"left_out":true}])");
  EXPECT_EQ(expansions[1].dump(), R"({"of":"EHAT","to":["Early Help Assessment Tool"],"items":3,)"
                                  R"("mined":true,"papers":2,"applied":false})");
}

}  // namespace
}  // namespace minutebook::query
