// What the words of a query mean: labels, councils, days, function words, operators.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <span>
#include <string>
#include <utility>

#include "query/function_words.h"
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

class Means : public testing::TestWithParam<Case> {};

TEST_P(Means, AsDocumented) {
  const ResolvedQuery query = resolved(GetParam().query);
  EXPECT_EQ(meaning(query), GetParam().meaning) << GetParam().query;
  EXPECT_EQ(meaning(resolved(query.interpreted)), GetParam().meaning) << query.interpreted;
}

INSTANTIATE_TEST_SUITE_P(
    Words, Means,
    testing::Values(Case{"", "(all)"}, Case{" \n", "(all)"}, Case{"neglect", "(all neglect~)"},
                    Case{"budget meetings", "(all budget~ meet~)"}, Case{"schools - budget?", "(all school~ budget~)"},
                    Case{"\"voice of the child\"", "(all \"voice of the child\")"}, Case{"\"SEND\"", "(all \"send\")"},
                    Case{"\"school trans*\"", "(all \"school trans*\")"}, Case{"trans*", "(all trans*)"},
                    Case{"=send", "(all =send)"}, Case{"=SEND", "(all =send^)"},
                    Case{"=Children's", "(all =childrens)"}, Case{"=call-in", "(all \"call in\")"},
                    Case{"multi-ag*", "(all \"multi ag*\")"},
                    Case{"multi-agency", "(all (any (near1 multi agenc) multiag)~)"},
                    Case{"s.17", "(all (near1 s 17)~)"}, Case{"lanterns/museums", "(all lantern~ museum~)"},
                    Case{"(lanterns/museums) PAPER boats", "(all (paper lantern museum boat))"},
                    Case{"(multi-agency) boats", "(all (any (near1 multi agenc) multiag)~ boat~)"},
                    Case{"St-Helens-lantern", "(all (near2 st helen lantern)~)"}));

INSTANTIATE_TEST_SUITE_P(
    Labels, Means,
    testing::Values(Case{"send strategy", "(all <send>~ strategi~)"}, Case{"ehcps", "(all <ehc-plans>~)"},
                    Case{"EHCP's", "(all <ehc-plans>~)"}, Case{"EHCP’s", "(all <ehc-plans>~)"},
                    Case{"looked-after children", "(all <looked-after-children>~)"},
                    Case{"home-to-school transport costs", "(all <home-to-school-transport>~ cost~)"},
                    Case{"EHCP timeliness since 2020", "(all <ehcp-timeliness>~) {date 2020-01-01..}"},
                    Case{"SEND \"looked after children\"", "(all <send>~ \"looked after children\")"},
                    Case{"call-in", "(all <call-in>~)"}, Case{"call in", "(all <call-in>~)"}));

INSTANTIATE_TEST_SUITE_P(
    FunctionWords, Means,
    testing::Values(
        Case{"has anyone reviewed school transport before",
             "(all <home-to-school-transport>~) optional has,anyone,reviewed,before"},
        Case{"has the scrutiny committee ever looked at lanterns?",
             "(all lantern~) optional has,the,scrutiny,committee,ever,looked,at"},
        Case{"education health and care plans not issued on time", "(all <ehc-plans>~ issu~ time~) optional not,on"},
        Case{"every mention of lanterns since 2020", "(all lantern~) {date 2020-01-01..} optional every,mention,of"},
        Case{"when were lanterns last reviewed", "(all lantern~) optional when,were,last,reviewed"},
        Case{"what has the panel said about lanterns", "(all lantern~) optional what,has,the,panel,said,about"},
        Case{"IT lanterns", "(all it~ lantern~)"}, Case{"IS IT LANTERN", "(all lantern~) optional IS,IT"},
        Case{"reviewed lanterns", "(all review~ lantern~)"}, Case{"what was", "(all what~ was~)"},
        Case{"before", "(all befor~)"}, Case{"the \"lantern strategy\"", "(all \"lantern strategy\") optional the"},
        Case{"what was council:Halton", "(all what~ was~) {council E06000006}"},
        Case{"what was title:lanterns", "(all (in[titles] lantern)) optional what,was"},
        Case{"the lantern OR the museum", "(all (any lantern museum)) optional the"},
        Case{"the OR a", "(all (any the a))"}, Case{"lanterns & museums", "(all lantern~ museum~) optional &"}));

INSTANTIATE_TEST_SUITE_P(
    Operators, Means,
    testing::Values(Case{"lantern OR museum", "(all (any lantern museum))"},
                    Case{"lantern -museum", "(all lantern~ (none museum))"}, Case{"-museum", "(all (none museum))"},
                    Case{"lantern AND museum", "(all lantern~ museum~)"},
                    Case{"lantern NEAR/5 museum", "(all (near5 lantern museum))"},
                    Case{"(lantern OR museum) PARA \"the budget\"", "(all (para (any lantern museum) \"the budget\"))"},
                    Case{"(lantern budget) ITEM museum", "(all (item lantern budget museum))"},
                    Case{"(lantern budget) NEAR/3 museum", "(all (near3 lantern budget museum))"},
                    Case{"(lantern budget OR fees) NEAR/3 museum",
                         "(all (near3 (any (near3 lantern budget) fee) museum))"},
                    Case{"(home to school transport) NEAR museum", "(all (near10 <home-to-school-transport> museum))"},
                    Case{"lantern PAPER museum", "(all (paper lantern museum))"},
                    Case{"(lantern museum) budget", "(all (all lantern museum) budget~)"}));

INSTANTIATE_TEST_SUITE_P(
    Dates, Means,
    testing::Values(
        Case{"lantern before May 2021", "(all lantern~) {date ..2021-04-30}"},
        Case{"since:2020 lantern", "(all lantern~) {date 2020-01-01..}"},
        Case{"from:2020 until:\"May 2021\"", "(all) {date 2020-01-01..} {date ..2021-05-31}"},
        Case{"after:2019", "(all) {date 2020-01-01..}"}, Case{"before:2024-05", "(all) {date ..2024-04-30}"},
        Case{"date:2020..2023", "(all) {date 2020-01-01..2023-12-31}"},
        Case{"date:2020..", "(all) {date 2020-01-01..}"}, Case{"on:23/03/2020", "(all) {date 2020-03-23..2020-03-23}"},
        Case{"date:(May 2021)", "(all) {date 2021-05-01..2021-05-31}"},
        Case{"date:(2020 OR 2022)", "(all (any {date 2020-01-01..2020-12-31} {date 2022-01-01..2022-12-31}))"},
        Case{"date:unknown", "(all) {date unknown}"}, Case{"-since:2020", "(all (none {date 2020-01-01..}))"},
        Case{"lantern last year", "(all lantern~) {date 2024-01-01..2024-12-31}"},
        Case{"year:2023", "(all) {calendar-year 2023}"}, Case{"year:2023/24", "(all) {municipal-year 2023/24}"},
        Case{"year:2023-24", "(all) {municipal-year 2023/24}"},
        Case{"year:(2022 OR 2023)", "(all) {calendar-year 2022,2023}"},
        Case{"year:2020..2022", "(all) {calendar-year 2020,2021,2022}"},
        Case{"year:1999/00..2001/02", "(all) {municipal-year 1999/00,2000/01,2001/02}"},
        Case{"year:(2022 OR 2023/24)", "(all (any {calendar-year 2022} {municipal-year 2023/24}))"},
        Case{"year:unknown", "(all) {municipal-year unknown}"},
        Case{"23/03/2020", "(all (any {date 2020-03-23..2020-03-23} \"23 03 2020\")~)"},
        Case{"present Monday 8 January 2024", "(all present~ (any {date 2024-01-08..2024-01-08} \"8 january 2024\")~)"},
        Case{"lantern OR (museum since 2020)", "(all (any lantern (all museum {date 2020-01-01..})))"}));

INSTANTIATE_TEST_SUITE_P(
    Councils, Means,
    testing::Values(
        Case{"council:\"St Helens\"", "(all) {council E08000013}"},
        Case{"council:(St. Helens)", "(all) {council E08000013}"},
        Case{"council:E08000013", "(all) {council E08000013}"}, Case{"council:SHN", "(all) {council E08000013}"},
        Case{"council:(Halton OR \"St Helens\")", "(all) {council E06000006,E08000013}"},
        Case{"council:Somerset", "(all) {council E06000066,E10000027}"},
        Case{"council:unknown", "(all) {council unknown}"}, Case{"-council:Halton", "(all (none {council E06000006}))"},
        Case{"lanterns halton", "(all lantern~ (any {council E06000006} halton)~)"},
        Case{"lanterns in St Helens", "(all lantern~ (any {council E08000013} (all st helen))~) optional in"},
        Case{"planning committee lanterns",
             "(all (any {committee E08000013/planning committee,E06000006/planning committee} (all plan committe))~ "
             "lantern~)"},
        Case{"what has the Planning Policy & Scrutiny Panel said",
             "(all (any {committee E06000006/planning policy scrutiny panel} (all plan polici scrutini panel))~ said~) "
             "optional what,has,the"},
        Case{"Children and Young People Services Scrutiny Committee",
             "(all (any {committee E08000013/children young people services scrutiny committee} (all <children> "
             "scrutini "
             "committe))~)"},
        Case{"scrutiny committee lanterns", "(all scrutini~ committe~ lantern~)"},
        Case{"planning policy lanterns", "(all plan~ polici~ lantern~)"},
        Case{"full council lanterns", "(all (any {committee E08000013/council} (all full council))~ lantern~)"},
        Case{"district council lanterns", "(all district~ council~ lantern~)"},
        Case{"\"planning committee\" lanterns", "(all \"planning committee\" lantern~)"},
        Case{"(planning committee) NEAR lanterns", "(all (near10 plan committe lantern))"},
        Case{"pre-planning committee", "(all (any (near1 pre plan) preplan)~ committe~)"},
        Case{"lanterns Wigan", "(all lantern~ wigan~)"}, Case{"\"halton\"", "(all \"halton\")"},
        Case{"lantern NEAR halton", "(all (near10 lantern halton))"}));

struct Unexpanded {
  const char* query;
  const char* meaning;
};
void PrintTo(const Unexpanded& value, std::ostream* out) {
  *out << value.query;
}

class MeansWithoutExpansion : public testing::TestWithParam<Unexpanded> {};

TEST_P(MeansWithoutExpansion, WordsOnly) {
  const ResolvedQuery query = resolved(GetParam().query, false);
  EXPECT_EQ(meaning(query), GetParam().meaning) << GetParam().query;
  EXPECT_TRUE(query.expansions.empty());
}

INSTANTIATE_TEST_SUITE_P(Queries, MeansWithoutExpansion,
                         testing::Values(Unexpanded{"SEND strategy", "(all ACRONYM SEND~ strategi~)"},
                                         Unexpanded{"EHCPs", "(all ACRONYM EHCP~)"},
                                         Unexpanded{"send strategy", "(all send~ strategi~)"},
                                         Unexpanded{"LANTERN", "(all lantern~)"},
                                         Unexpanded{"voice of the child", "(all voic~ of~ the~ child~)"},
                                         Unexpanded{"lanterns of the north", "(all lantern~ north~) optional of,the"}));

TEST(Resolve, ListsWhatWasAddedToAWord) {
  const ResolvedQuery query = resolved("EHCP helpline EHCP");
  ASSERT_EQ(query.expansions.size(), 1U);
  EXPECT_EQ(query.expansions[0].of, "EHCP");
  ASSERT_FALSE(query.expansions[0].to.empty());
  EXPECT_EQ(query.expansions[0].to.front(), "Education, health and care plans");
  EXPECT_LE(query.expansions[0].to.size(), 6U);
  EXPECT_EQ(std::count(query.expansions[0].to.begin(), query.expansions[0].to.end(), "EHCP"), 0);
  EXPECT_TRUE(resolved("\"EHCP\" =ehcp").expansions.empty());
}

TEST(Resolve, SaysWhichDaysNaturalWordsMean) {
  const ResolvedQuery query = resolved("EHCP timeliness  since\n8 January 2024?");
  EXPECT_EQ(query.interpreted, "EHCP timeliness since:2024-01-08");
  ASSERT_EQ(query.filters.size(), 1U);
  EXPECT_EQ(query.filters[0].typed, "since 8 January 2024");
  EXPECT_EQ(resolved("lantern after:2019 year:2023").interpreted, "lantern since:2020-01-01 calendar-year:2023");
  EXPECT_EQ(resolved("in 2023 lantern").interpreted, "date:2023-01-01..2023-12-31 lantern");
}

TEST(Resolve, NotesSecondReadings) {
  EXPECT_EQ(joined(resolved("lanterns halton").notes), "halton: the council or the word");
  EXPECT_EQ(joined(resolved("St Helens lanterns").notes), "St Helens: the council or the words");
  EXPECT_EQ(joined(resolved("planning committee").notes), "planning committee: the committee or the words");
  EXPECT_EQ(joined(resolved("December 2024").notes), "December 2024: the date of the meeting or that date in the text");
  EXPECT_EQ(joined(resolved("23/03/2020").notes), "23/03/2020: the date of the meeting or that date in the text");
  EXPECT_EQ(joined(resolved("council:Somerset").notes),
            "council:Somerset: Somerset Council or Somerset County Council");
  EXPECT_EQ(joined(resolved("lantern OR museum since:2020").notes),
            "since:2020: for \"museum since:2020\" only; for all alternatives write (a OR b) since:2020");
  EXPECT_TRUE(resolved("lantern OR (museum since:2020)").notes.empty());
}

TEST(Resolve, AnAcronymThatMayBeAWordMeansBothAndSaysSo) {
  const ResolvedQuery query = resolved("LAC");
  EXPECT_EQ(meaning(query), "(all (any <looked-after-children> ACRONYM LAC^)~)");
  EXPECT_EQ(joined(query.notes), "LAC: the topic or these capitals");
  EXPECT_EQ(meaning(resolved("LAC REVIEW")), "(all (any <looked-after-children> lac)~ review~)")
      << "where all is typed in capitals they tell nothing";
  EXPECT_EQ(meaning(resolved("LAC reviews")), "(all (any <looked-after-children> ACRONYM LAC^)~ review~)");
}

TEST(Resolve, ManyQueriesWithOneLabelFinderMeanTheSame) {
  const ResolveContext context{schema::Vocabulary::built_in(), schema::CouncilRegistry::built_in(), index_names(), true,
                               schema::Date{}};
  LabelFinder labels(context.vocabulary);
  const std::string expected = meaning(resolve(parse("send strategy"), context));
  std::size_t words = 0;
  bool forgot = false;
  for (int i = 0; i < 150; ++i) {
    std::string query;
    for (int word = 0; word < 450; ++word) query += "w" + std::to_string(i * 450 + word) + " ";
    (void)resolve(parse(query), context, labels);
    EXPECT_EQ(meaning(resolve(parse("send strategy"), context, labels)), expected);
    forgot = forgot || labels.lexicon().size() < words;
    words = labels.lexicon().size();
  }
  EXPECT_TRUE(forgot);
}

TEST(Resolve, OffsetsNameTheTypedBytes) {
  const std::string query = "é lanterns in St Helens";
  const ResolvedQuery answer = resolved(query);
  const Node& council = answer.tree.children.back();
  EXPECT_EQ(query.substr(council.begin, council.end - council.begin), "St Helens");
  EXPECT_EQ(council.children[0].filter.typed, "St Helens");
}

TEST(Resolve, LongestAllowedQueriesAreResolved) {
  std::string words;
  for (int i = 0; i < 500; ++i) words += "lantern ";
  EXPECT_EQ(resolved(words).tree.children.size(), 500U);
  EXPECT_EQ(shown(resolved(std::string(100, '(') + "lantern" + std::string(100, ')')).tree), "(all lantern~)");
}

/// What stands in the guide between "<!-- mark -->" and "<!-- end -->", in one line.
std::string listed_in_guide(const std::string& mark) {
  std::ifstream file(std::string(MINUTEBOOK_SOURCE_DIR) + "/docs/query-language.md");
  std::string line;
  while (std::getline(file, line) && line != "<!-- " + mark + " -->") continue;
  std::string listed;
  while (std::getline(file, line) && line != "<!-- end -->") listed += (listed.empty() ? "" : " ") + line;
  return listed;
}

TEST(FunctionWords, AreThoseOfTheReference) {
  const std::pair<const char*, std::span<const std::string_view>> lists[] = {
      {"function-words", function_words()},          {"welsh-words", welsh_function_words()},
      {"doubtful-words", doubtful_function_words()}, {"helping-words", helping_words()},
      {"reporting-verbs", reporting_verbs()},        {"reporting-bodies", reporting_bodies()}};
  for (const auto& [mark, words] : lists) {
    std::string expected;
    for (const std::string_view word : words) expected += (expected.empty() ? "" : ", ") + std::string(word);
    EXPECT_EQ(listed_in_guide(mark), expected) << mark;
  }
}

/// The words that a result need not have.
std::string done_without(const std::vector<std::string>& words) {
  const std::vector<bool> optional = optional_words(words);
  std::string found;
  for (std::size_t i = 0; i < words.size(); ++i) found += optional[i] ? (found.empty() ? "" : " ") + words[i] : "";
  return found;
}

TEST(FunctionWords, OfWelshQuestions) {
  EXPECT_EQ(done_without({"beth", "sydd", "ar", "gael", "am", "barcio"}), "beth sydd ar gael am");
  EXPECT_EQ(done_without({"a", "ywr", "pwyllgor", "wedi", "trafod", "parcio"}), "a ywr pwyllgor wedi trafod");
  EXPECT_EQ(done_without({"oes", "rhywun", "wedi", "adolygu", "parcio"}), "oes rhywun wedi adolygu");
  EXPECT_EQ(done_without({"pan", "number"}), "") << "an acronym in small letters";
  EXPECT_EQ(done_without({"eu", "funding", "for", "pa"}), "for");
  EXPECT_EQ(done_without({"pa", "bryd", "mae", "cyngor"}), "pa bryd mae");
}

TEST(FunctionWords, AreSortedFoldedAndKeepWordsThatChangeMeaning) {
  const auto words = function_words();
  EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
  for (const char* kept : {"after", "without", "no", "against", "reviewed"}) {
    EXPECT_FALSE(std::binary_search(words.begin(), words.end(), kept)) << kept;
  }
}

}  // namespace
}  // namespace minutebook::query
