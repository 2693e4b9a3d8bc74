// Names of officers in fields of front sheets and beside their offices; what only looks like a name.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis.h"
#include "schema/officer_names.h"
#include "schema/word_marks.h"

namespace minutebook::schema {
namespace {

std::string names_in(std::string_view text) {
  Lexicon lexicon;
  std::vector<Token> tokens;
  tokenise(text, lexicon, tokens);
  std::vector<std::string_view> folded;
  std::vector<std::uint8_t> marks;
  for (const Token& token : tokens) {
    folded.push_back(lexicon.word(token.word).folded);
    marks.push_back(marks_of(lexicon.word(token.word)));
  }
  std::string names;
  for (const NamedWords& name : names_of_officers(folded, marks)) {
    if (!names.empty()) names += "; ";
    for (std::size_t at = name.first; at < name.end; ++at)
      names += std::string(at > name.first ? " " : "") + std::string(folded[at]);
  }
  return names;
}

struct Case {
  std::string_view text;
  std::string_view names;
};

class Officers : public testing::TestWithParam<Case> {};

TEST_P(Officers, AreTold) {
  EXPECT_EQ(names_in(GetParam().text), GetParam().names);
}

INSTANTIATE_TEST_SUITE_P(
    Fields, Officers,
    testing::Values(Case{"Report of: Judith Quill, Director of Housing", "judith quill"},
                    Case{"Contact officer: R. Quill", "r quill"}, Case{"Author: Mary J. Quill, Lamps", "mary j quill"},
                    Case{"From: Judith Quill, Head of Housing", "judith quill"},
                    Case{"By: Tom Wick, Scrutiny Research Officer", "tom wick"},
                    Case{"Report of: Director of Education (Jane Smith)", "jane smith"},
                    Case{"Report by: Head of Housing (V. Saltmarsh)", "v saltmarsh"},
                    Case{"Report of: Strategic Director of Children and Young People's Services (Jane Smith)",
                         "jane smith"},
                    Case{"Decision taken by: Judith Quill, Head of Housing", "judith quill"},
                    Case{"Decision taken by: Head of Housing (V. Saltmarsh)", "v saltmarsh"},
                    // Subjects, services, offices and prose.
                    Case{"Report of Housing Allocations", ""}, Case{"Report of Ofsted Inspection", ""},
                    Case{"Report of Internal Audit Findings", ""}, Case{"Report of Task Group", ""},
                    Case{"REPORT OF HOUSING ALLOCATIONS", ""}, Case{"Report of: Director of Place Shaping", ""},
                    Case{"Report of: Director of Growth, Environment and Transport", ""},
                    Case{"Report of: Corporate Director Adult Social Care", ""}, Case{"Author: Finance", ""},
                    Case{"From Monday Evening parking is free.", ""}, Case{"By Easter Sunday the work was done", ""},
                    Case{"From: Head of Housing", ""}, Case{"The author Sam Lamp wrote about wicks.", ""}));

INSTANTIATE_TEST_SUITE_P(
    BesideOffices, Officers,
    testing::Values(Case{"Jane Smith (Director of Education) presented the report.", "jane smith"},
                    Case{"It was presented by Jane Smith, Interim Head of Housing.", "jane smith"},
                    Case{"Members thanked J B Ember, Chief Executive, and Tom Wick, Principal Planning Officer.",
                         "j b ember; tom wick"},
                    Case{"Jane Smith directed the officers.", ""}, Case{"Public Health Director", ""},
                    Case{"the Passenger Transport Manager attended", ""}, Case{"Democratic Services Officer", ""},
                    Case{"Council Cabinet Member", ""}, Case{"Mere Street Committee", ""},
                    Case{"Great Tithe Lane Barn Road Cabinet Member", ""}, Case{"", ""}));

}  // namespace
}  // namespace minutebook::schema
