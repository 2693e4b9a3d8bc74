// What fields and scopes of a query mean, and which queries are refused.
#include <gtest/gtest.h>

#include <string>

#include "schema/error.h"
#include "tests/unit/resolve_texts.h"

namespace minutebook::query {
namespace {

struct Case {
  const char* query;
  const char* meaning;
};

void PrintTo(const Case& value, std::ostream* out) {
  *out << value.query;
}

class MeansField : public testing::TestWithParam<Case> {};

TEST_P(MeansField, AsDocumented) {
  const ResolvedQuery query = resolved(GetParam().query);
  EXPECT_EQ(meaning(query), GetParam().meaning) << GetParam().query;
  EXPECT_EQ(meaning(resolved(query.interpreted)), GetParam().meaning) << query.interpreted;
}

INSTANTIATE_TEST_SUITE_P(
    Fields, MeansField,
    testing::Values(
        Case{"committee:\"planning committee\"",
             "(all) {committee E08000013/planning committee,E06000006/planning committee}"},
        Case{"committee:\"E06000006/planning committee\"", "(all) {committee E06000006/planning committee}"},
        Case{"committee:scrutiny",
             "(all) {committee E08000013/children young people services scrutiny "
             "committee,E06000006/planning policy scrutiny panel}"},
        Case{"committee:licensing", "(all) {committee licensing}"}, Case{"kind:minutes", "(all) {kind minutes}"},
        Case{"kind:(\"work programme\" OR report)", "(all) {kind work-programme,report}"},
        Case{"body:full-council", "(all) {committee-kind full_council}"}, Case{"topic:send", "(all) {topic send}"},
        Case{"topic:\"looked after children\"", "(all) {topic looked-after-children}"},
        Case{"portfolio:families", "(all) {portfolio children and families}"},
        Case{"number:CYP15", "(all) {number CYP15}"}, Case{"exempt:no", "(all) {exempt no}"},
        Case{"source:minutes.md", "(all) {source minutes.md}"},
        Case{"kind:minutes OR lantern", "(all (any {kind minutes} lantern))"}));

INSTANTIATE_TEST_SUITE_P(
    Scopes, MeansField,
    testing::Values(
        Case{"in:resolution helpline", "(all (in[resolution] helplin~))"},
        Case{"in:resolution", "(all (in[resolution]))"},
        Case{"helpline \"the budget\" in:resolutions -lantern kind:minutes",
             "(all (in[resolution] helplin~ \"the budget\") (none lantern)) {kind minutes}"},
        Case{"in:(resolution OR action) (helpline OR budget)", "(all (in[resolution,action] (any helplin budget)))"},
        Case{"in:title helpline", "(all (in[titles] helplin~))"},
        Case{"in:(title OR resolution) helpline", "(all (in[resolution,titles] helplin~))"},
        Case{"in:recommendation helpline", "(all (in[recommendation,adopted] helplin~))"},
        Case{"in:recommendation by:committee helpline", "(all (in[recommendation,adopted,committee] helplin~))"},
        Case{"by:officer helpline", "(all (in[recommendation,officer] helplin~))"},
        Case{"in:resolution OR helpline", "(all (any (in[resolution]) helplin))"},
        Case{"-in:resolution", "(all (none (in[resolution])))"},
        Case{"(in:resolution helpline) OR lantern", "(all (any (in[resolution] helplin) lantern))"},
        Case{"in:resolution helpline title:lantern", "(all (in[resolution] helplin~) (in[titles] lantern))"},
        Case{"in:resolution helpline council:Halton", "(all (in[resolution] helplin~)) {council E06000006}"},
        Case{"title:transport", "(all (in[titles] transport))"},
        Case{"title:(lantern OR museum)", "(all (in[titles] (any lantern museum)))"},
        Case{"title:(home to school transport)", "(all (in[titles] <home-to-school-transport>))"},
        Case{"title:\"lantern strategy\"", "(all (in[titles] \"lantern strategy\"))"},
        Case{"who:Maguire", "(all (in[people] \"maguire\"))"},
        Case{"who:\"J Smith\"", "(all (in[people] (near3 \"j\" \"smith\")))"},
        Case{"who:(J Smith)", "(all (in[people] (near3 \"j\" \"smith\")))"},
        Case{"who:May", "(all (in[people] \"may\"))"},
        Case{"who:(Long OR \"J Smith\")", "(all (in[people] (any \"long\" (near3 \"j\" \"smith\"))))"},
        Case{"who:Mag*", "(all (in[people] mag*))"},
        Case{"title:lantern ITEM museum", "(all (item (in[titles] lantern) museum))"}));

struct Refused {
  const char* query;
  const char* message;
  const char* hint;
};
void PrintTo(const Refused& value, std::ostream* out) {
  *out << value.query;
}

class ResolveRefuses : public testing::TestWithParam<Refused> {};

TEST_P(ResolveRefuses, WithThePlaceAndAHint) {
  try {
    resolved(GetParam().query);
    FAIL() << "accepted: " << GetParam().query;
  } catch (const schema::Error& error) {
    EXPECT_EQ(error.code(), schema::ErrorCode::usage);
    EXPECT_EQ(std::string(error.what()), GetParam().message);
    EXPECT_NE(error.hint().find(GetParam().hint), std::string::npos) << error.hint();
  }
}

INSTANTIATE_TEST_SUITE_P(
    Queries, ResolveRefuses,
    testing::Values(
        Refused{"???", "nothing to search for in \"???\" (character 1 of the query)", "letters or digits"},
        Refused{"lantern OR ...", "nothing to search for in \"...\" (character 12 of the query)", "letters or digits"},
        Refused{"since:soon", "since: \"soon\" is not a date (character 7 of the query)", "\"8 January 2024\""},
        Refused{"date:2020-13", "date: \"2020-13\" is not a date (character 6 of the query)", "2020..2023"},
        Refused{"date:31/02/2020", "date: \"31/02/2020\" is not a date (character 6 of the query)", "23/03/2020"},
        Refused{"date:2023..2020", "date: \"2023..2020\" is not a date (character 6 of the query)", "2020..2023"},
        Refused{"since:2020..2021", "since: \"2020..2021\" is not a date (character 7 of the query)",
                "date: takes spans"},
        Refused{"since:(a -b)", "no date but an expression as the value of a date field (character 7 of the query)",
                "2020"},
        Refused{"year:2022..2020", "calendar-year: no span of years in \"2022..2020\" (character 6 of the query)",
                "write the earlier year first"},
        Refused{"year:1900..2100", "calendar-year: more than 200 years in \"1900..2100\" (character 6 of the query)",
                "takes spans of any length"},
        Refused{"year:soon", "municipal-year: no year in \"soon\" (character 6 of the query)", "year:2023/24"},
        Refused{"calendar-year:2023/24", "calendar-year: no year in \"2023/24\" (character 15 of the query)",
                "calendar year"},
        Refused{"council:Haltom", "council: no council \"Haltom\" (character 9 of the query)", "did you mean Halton"},
        Refused{"council:Atlantis", "council: no council \"Atlantis\" (character 9 of the query)", "registry"},
        Refused{"council:Hal*", "council: takes names, no wildcards or operators except OR (character 9 of the query)",
                "council:(one OR another)"},
        Refused{"kind:minute-book", "kind: no kind of paper \"minute-book\" (character 6 of the query)",
                "agenda, minutes, report"},
        Refused{"committee-kind:quango", "committee-kind: no kind of committee \"quango\" (character 16 of the query)",
                "full_council"},
        Refused{"topic:sendd", "topic: no topic \"sendd\" (character 7 of the query)", "did you mean send"},
        Refused{"exempt:maybe", "exempt: neither yes nor no: \"maybe\" (character 8 of the query)", "exempt:yes"},
        Refused{"in:footnote x", "in: no such part of a paper \"footnote\" (character 4 of the query)",
                "resolution, recommendation"},
        Refused{"by:mayor x", "by: no such author \"mayor\" (character 4 of the query)", "committee or officer"},
        Refused{"in:resolution by:officer x", "by: with another place than recommendations (character 15 of the query)",
                "in:recommendation"},
        Refused{"in:action in:resolution x", "in: twice for the same words (character 11 of the query)",
                "in:(resolution OR action)"},
        Refused{"lantern NEAR kind:minutes", "a filter inside NEAR (character 14 of the query)", "outside"},
        Refused{"(-lantern) PARA museum", "a negation inside PARA (character 1 of the query)", "outside"},
        Refused{"(lantern PAPER museum) PARA fees", "PAPER inside PARA (character 1 of the query)", "wider"},
        Refused{"title:lantern PARA museum", "a place inside PARA (character 1 of the query)", "outside"},
        Refused{"who:(-Smith)", "a negation inside who: (character 5 of the query)", "-who:"}));

}  // namespace
}  // namespace minutebook::query
