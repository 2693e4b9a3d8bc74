// The first letters of Welsh words: what they become, and what a word met in a text may be a form of.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "schema/welsh_mutation.h"

namespace minutebook::schema {
namespace {

using Words = std::vector<std::string>;

struct Mutated {
  const char* word;
  Words forms;
};

void PrintTo(const Mutated& value, std::ostream* out) {
  *out << value.word;
}

class WelshMutation : public testing::TestWithParam<Mutated> {};

TEST_P(WelshMutation, GivesTheFormsAndBack) {
  EXPECT_EQ(mutated_forms(GetParam().word), GetParam().forms);
  for (const std::string& form : GetParam().forms) {
    const Words radicals = radicals_of(form);
    EXPECT_NE(std::find(radicals.begin(), radicals.end(), GetParam().word), radicals.end()) << form;
  }
}

INSTANTIATE_TEST_SUITE_P(Letters, WelshMutation,
                         testing::Values(Mutated{"plant", {"blant", "mhlant", "phlant"}},
                                         Mutated{"tai", {"dai", "nhai", "thai"}},
                                         Mutated{"cludiant", {"gludiant", "nghludiant", "chludiant"}},
                                         Mutated{"bysiau", {"fysiau", "mysiau"}},
                                         Mutated{"digartrefedd", {"ddigartrefedd", "nigartrefedd"}},
                                         Mutated{"gofalwyr", {"ofalwyr", "ngofalwyr"}}, Mutated{"maethu", {"faethu"}},
                                         Mutated{"llyfrgell", {"lyfrgell"}}, Mutated{"rheoli", {"reoli"}},
                                         Mutated{"ysgol", {"hysgol"}}, Mutated{"addysg", {"haddysg"}}));

INSTANTIATE_TEST_SUITE_P(LettersThatStay, WelshMutation,
                         testing::Values(Mutated{"chwaraeon", {}}, Mutated{"ffordd", {}}, Mutated{"seicoleg", {}},
                                         Mutated{"hamdden", {}}, Mutated{"lori", {}}, Mutated{"thema", {}},
                                         Mutated{"ddoe", {}}, Mutated{"phlant", {}}, Mutated{"c", {}}, Mutated{"", {}},
                                         Mutated{"2023", {}}));

TEST(WelshRadicals, AreThoseThatBecomeTheWord) {
  EXPECT_EQ(radicals_of("gludiant"), Words{"cludiant"});
  EXPECT_EQ(radicals_of("fawr"), (Words{"bawr", "mawr"}));
  EXPECT_EQ(radicals_of("ofalwyr"), Words{"gofalwyr"});
  EXPECT_EQ(radicals_of("hysgol"), Words{"ysgol"});
  EXPECT_EQ(radicals_of("ddigartref"), Words{"digartref"});
  EXPECT_EQ(radicals_of("chwaraeon"), Words{"cwaraeon"});
  EXPECT_TRUE(radicals_of("plant").empty());
  EXPECT_TRUE(radicals_of("tai").empty());
}

}  // namespace
}  // namespace minutebook::schema
