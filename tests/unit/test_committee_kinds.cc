// Committees and portfolios: kinds by rule, keys under which spellings meet, display forms.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <thread>
#include <vector>

#include "schema/committee_kinds.h"
#include "schema/data.h"
#include "schema/tab_table.h"

namespace minutebook::schema {
namespace {

TEST(CommitteeKind, OfEveryExampleIsThatOfItsRule) {
  std::size_t examples = 0;
  for (const TabRow& row : read_tab_table(embedded_committee_kinds(), {"kind", "examples"}, "committee_kinds.tsv")) {
    const std::vector<std::string_view> names = split_list(row.cells[1], ';');
    EXPECT_FALSE(names.empty()) << "line " << row.line;
    for (const std::string_view name : names) EXPECT_EQ(committee_kind(name), row.cells[0]) << name;
    examples += names.size();
  }
  EXPECT_GT(examples, 50U);
}

struct Pair {
  std::string_view from;
  std::string_view to;
};

void PrintTo(const Pair& pair, std::ostream* out) {
  *out << pair.from;
}

class Kinds : public testing::TestWithParam<Pair> {};
TEST_P(Kinds, FollowTheName) {
  EXPECT_EQ(committee_kind(GetParam().from), GetParam().to);
}

INSTANTIATE_TEST_SUITE_P(
    Names, Kinds,
    testing::Values(Pair{"", ""}, Pair{"  ", ""},
                    Pair{"AUDIT & FINANCIAL MONITORING OVERVIEW & SCRUTINY PANEL", "scrutiny"},
                    Pair{"Planning Policy Scrutiny Panel", "scrutiny"},
                    Pair{"Adult Social Care Cabinet Committee", "policy_committee"},
                    Pair{"Children’s Select Committee (Informal)", "scrutiny"}, Pair{"Cabinet - Cancelled", "cabinet"},
                    Pair{"The Cabinet", "cabinet"}, Pair{"Extraordinary Meeting of the Council", "full_council"},
                    Pair{"Oakmere Community Council", "other"}, Pair{"Community Council", "full_council"},
                    Pair{"Oakmere Parish Council", "other"}, Pair{"Oakmere Town Council", "other"},
                    Pair{"North Area Council", "area_committee"}, Pair{"Community Committee East", "area_committee"},
                    Pair{"SCHOOLS FORUM", "schools_forum"}, Pair{"Schools’ Forum", "schools_forum"},
                    Pair{"Call in, Growth Scrutiny Committee", "scrutiny"}, Pair{"Members' Allowances", "other"},
                    Pair{"Joint Health Scrutiny Committee", "joint_health_scrutiny"}));

TEST(CommitteeKind, IsListedOnceInOrderOfTheRules) {
  const std::vector<std::string>& kinds = committee_kinds();
  EXPECT_EQ(std::set<std::string>(kinds.begin(), kinds.end()).size(), kinds.size());
  EXPECT_EQ(kinds.front(), "schools_forum");
  EXPECT_EQ(kinds.back(), "other");
  EXPECT_EQ(kinds.size(), 25U);
}

TEST(CommitteeKind, MayBeAskedForByThreads) {
  std::vector<std::thread> threads;
  std::vector<std::string> last(4);
  for (std::size_t t = 0; t < last.size(); ++t) {
    threads.emplace_back([&last, t] {
      for (int i = 0; i < 500; ++i) last[t] = committee_kind("Scrutiny Panel " + std::to_string(i % 50));
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& kind : last) EXPECT_EQ(kind, "scrutiny");
}

class CommitteeDisplays : public testing::TestWithParam<Pair> {};
TEST_P(CommitteeDisplays, AreTidy) {
  EXPECT_EQ(committee_display(GetParam().from), GetParam().to);
}

INSTANTIATE_TEST_SUITE_P(
    Names, CommitteeDisplays,
    testing::Values(Pair{"CHILDREN AND YOUNG PEOPLE SERVICES SCRUTINY COMMITTEE",
                         "Children and Young People Services Scrutiny Committee"},
                    Pair{"CHILDREN AND YOUNG PEOPLE’S  PANEL", "Children and Young People's Panel"},
                    Pair{"CYPS SCRUTINY PANEL", "CYPS Scrutiny Panel"},
                    Pair{"SEND WORKING GROUP", "SEND Working Group"}, Pair{"SACRE", "SACRE"},
                    Pair{"LICENSING SUB-COMMITTEE A", "Licensing Sub-Committee A"},
                    Pair{"HEALTH AND WELL-BEING BOARD", "Health and Well-Being Board"},
                    Pair{"ST MARY'S WARD FORUM", "St Mary's Ward Forum"}, Pair{"O'BRIEN INQUIRY", "O'Brien Inquiry"},
                    Pair{"SCRUTINY BOARD (THE ENVIRONMENT)", "Scrutiny Board (The Environment)"},
                    Pair{"Cabinet - Cancelled", "Cabinet"}, Pair{"Cabinet (Scheduled)", "Cabinet"},
                    Pair{"Scrutiny Panel - Special Meeting (Cancelled)", "Scrutiny Panel"},
                    Pair{"Council Budget Meeting", "Council"}, Pair{"Call in, Growth Committee", "Growth Committee"},
                    Pair{"Call-in of the Growth Committee", "Growth Committee"},
                    Pair{"Cabinet (during Government Intervention - 18 January 2016 to 23 September 2018)", "Cabinet"},
                    Pair{"Panel (Historic)", "Panel"},
                    Pair{"Scrutiny Panel (Special Educational Needs)", "Scrutiny Panel (Special Educational Needs)"},
                    Pair{"Special Educational Needs Panel", "Special Educational Needs Panel"},
                    Pair{"Meeting", "Meeting"}, Pair{"", ""}, Pair{"Informal", "Informal"},
                    Pair{"iSEND Board", "iSEND Board"}));

struct KeyCase {
  std::string_view name;
  std::string_view council;
  std::string_view key;
};

void PrintTo(const KeyCase& value, std::ostream* out) {
  *out << value.name;
}

class CommitteeKeys : public testing::TestWithParam<KeyCase> {};
TEST_P(CommitteeKeys, GroupSpellings) {
  EXPECT_EQ(committee_key(GetParam().name, GetParam().council), GetParam().key);
}

constexpr std::string_view cyps_panel = "children young people services overview scrutiny panel";

INSTANTIATE_TEST_SUITE_P(
    Names, CommitteeKeys,
    testing::Values(KeyCase{"CHILDREN AND YOUNG PEOPLE'S SERVICES OVERVIEW & SCRUTINY PANEL", "", cyps_panel},
                    KeyCase{"Children and Young Peoples Services Overview and Scrutiny Panel", "", cyps_panel},
                    KeyCase{"Children & Young People’s Services Overview and Scrutiny Panel - Cancelled", "",
                            cyps_panel},
                    KeyCase{"Childrens, Young People Services Overview, Scrutiny Panel Meeting", "", cyps_panel},
                    KeyCase{"Licensing Sub-Committee A", "", "licensing sub committee a"},
                    KeyCase{"Licensing Subcommittee A", "", "licensing sub committee a"},
                    KeyCase{"Health & Well-Being Board", "", "health wellbeing board"},
                    KeyCase{"St. Helens Council Cabinet", "St Helens Council", "cabinet"},
                    KeyCase{"St Helens Borough Council Cabinet", "St Helens Council", "cabinet"},
                    KeyCase{"Wirral Schools Forum", "Wirral Metropolitan Borough Council", "schools forum"},
                    KeyCase{"London Borough of Barnet Pension Board", "London Borough of Barnet", "pension board"},
                    KeyCase{"Schools Forum for Kent", "Kent County Council", "schools forum"},
                    KeyCase{"Kent and Medway Joint Committee", "Kent County Council", "kent medway joint committee"},
                    KeyCase{"Halton Borough Council", "Halton Borough Council", "council"},
                    KeyCase{"County Council", "Kent County Council", "council"}, KeyCase{"Full Council", "", "council"},
                    KeyCase{"Youth Council", "", "youth council"}, KeyCase{"", "Kent County Council", ""}));

class Portfolios : public testing::TestWithParam<KeyCase> {};
TEST_P(Portfolios, AreNamedWithoutTheirHolder) {
  EXPECT_EQ(portfolio_display(GetParam().name), GetParam().council);
  EXPECT_EQ(portfolio_key(GetParam().name), GetParam().key);
}

// name, display form, key
INSTANTIATE_TEST_SUITE_P(
    Names, Portfolios,
    testing::Values(KeyCase{"Cabinet Member for Children & Young People", "Children and Young People",
                            "children and young people"},
                    KeyCase{"CHILDREN & YOUNG PEOPLE", "Children and Young People", "children and young people"},
                    KeyCase{"Cabinet Member with Portfolio for Children and Young People", "Children and Young People",
                            "children and young people"},
                    KeyCase{"Lead Member for Education and ISEND", "Education and ISEND", "education and isend"},
                    KeyCase{"Lead Cabinet Member: Children’s Services", "Children's Services", "children services"},
                    KeyCase{"Executive Member - Housing", "Housing", "housing"},
                    KeyCase{"Portfolio Holder for Finance", "Finance", "finance"},
                    KeyCase{"Executive Councillor for Transport", "Transport", "transport"},
                    KeyCase{"Councillor Nova Charlton, Cabinet Member for Education and Skills", "Education and Skills",
                            "education and skills"},
                    KeyCase{"Cabinet Member for Housing, Councillor Smith-Jones", "Housing", "housing"},
                    KeyCase{"Deputy Leader and Cabinet Member for Finance", "Finance", "finance"},
                    KeyCase{"Young People and Children's Wellbeing (Historic)", "Young People and Children's Wellbeing",
                            "young people and children wellbeing"},
                    KeyCase{"Education (Labour)", "Education", "education"},
                    KeyCase{"Corporate Services Portfolio", "Corporate Services", "corporate services"},
                    KeyCase{"Leader's Portfolio", "Leader", "leader"},
                    KeyCase{"Deputy Leader", "Deputy Leader", "deputy leader"},
                    KeyCase{"Cabinet Member - Cllr Nova Charlton", "", ""}, KeyCase{"Cllr Nova Charlton", "", ""},
                    KeyCase{"", "", ""}));

TEST(TitleCase, LeavesMixedTextAlone) {
  EXPECT_EQ(title_case_if_capitals("Report on EHCP TIMELINESS"), "Report on EHCP TIMELINESS");
  EXPECT_EQ(title_case_if_capitals("DIRECTOR'S REPORT ON THE SEND STRATEGY 2020"),
            "Director's Report on the SEND Strategy 2020");
  EXPECT_EQ(title_case_if_capitals("CYNGOR YNYS MÔN"), "Cyngor Ynys Môn");
  EXPECT_EQ(title_case_if_capitals(""), "");
}

}  // namespace
}  // namespace minutebook::schema
