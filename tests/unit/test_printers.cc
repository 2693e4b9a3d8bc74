// The three forms of an answer: JSON as the contract has it, CSV that spreadsheets read safely, text for people.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "query/print_csv.h"
#include "query/print_json.h"
#include "query/print_text.h"

namespace minutebook {
namespace {

using Json = nlohmann::ordered_json;
using query::Answer;

query::Mention mention() {
  query::Mention made;
  made.id = "item.24.abc";
  made.whole = true;
  made.kind = schema::PassageKind::resolution;
  made.page = 4;
  made.paragraph = "3.1";
  made.text = "Resolved: the \"timeliness\" of EHCPs, noted";
  made.runs = {
      {"Resolved: the \"", false}, {"timeliness", true}, {"\" of ", false}, {"EHCPs", true}, {", noted", false}};
  return made;
}

Answer sample() {
  Answer answer;
  answer.query = "EHCP timeliness since:2020";
  answer.revision = 17;
  answer.interpreted.text = "EHCP timeliness since:2020-01-01";
  answer.interpreted.optional = {"has"};
  query::ShownFilter since;
  since.field = schema::FieldId::date;
  since.range.from = schema::Date{2020, 1, 1};
  query::ShownFilter council;
  council.values = {"X01"};
  council.labels = {"North Vale Council"};
  answer.interpreted.filters = {since, council};
  answer.interpreted.expansions = {{"EHCP", {"EHC plan"}, 12}};
  answer.totals.items = 1234;
  answer.totals.papers = 4;
  answer.totals.meetings = 1;
  answer.totals.some = 37;
  answer.coverage = {120, 3, 1, {2019, 5, 14}, {2025, 3, 13}};
  answer.facets = {{schema::FieldId::council, {{"X01", "North Vale Council", 3, true}}, 2}};
  query::Result row;
  row.id = "item.24";
  row.score = 12.3;
  row.number = "24";
  row.title = "=SUM(plans)";
  row.council = "X01";
  row.council_name = "North Vale Council";
  row.committee = "Scrutiny, Children";
  row.date = {2024, 1, 8};
  row.paper = {"item", schema::PaperKind::minutes, "Minutes", "/in/a.txt", "", {}};
  row.mentions = {mention()};
  row.mention_count = 3;
  answer.results = {row};
  answer.next = "17-1-0-00";
  return answer;
}

Json printed_json(const Answer& answer, bool mention_rows) {
  std::ostringstream out;
  print_json(out, answer, mention_rows);
  return Json::parse(out.str());
}

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

TEST(PrintJson, HasTheFieldsOfTheContractInItsOrder) {
  const Json json = printed_json(sample(), false);
  EXPECT_EQ(keys(json), (std::vector<std::string>{"query", "revision", "interpreted", "totals", "coverage", "complete",
                                                  "facets", "facets_left_out", "results", "next"}));
  EXPECT_EQ(json["facets_left_out"].dump(), R"({"council":1})");
  query::Answer all = sample();
  all.facets[0].values = 1;
  EXPECT_FALSE(printed_json(all, false).contains("facets_left_out"));
  EXPECT_EQ(json["interpreted"]["filters"][0].dump(), R"({"field":"date","from":"2020-01-01","to":null})");
  EXPECT_EQ(json["interpreted"]["filters"][1].dump(),
            R"({"field":"council","values":["X01"],"labels":["North Vale Council"]})");
  EXPECT_EQ(json["interpreted"]["expansions"][0].dump(), R"({"of":"EHCP","to":["EHC plan"],"items":12})");
  EXPECT_EQ(json["totals"].dump(), R"({"items":1234,"papers":4,"meetings":1,"mentions":null,"some":37,"exact":true})");
  EXPECT_EQ(json["coverage"].dump(),
            R"({"papers":120,"not_searched":3,"undated":1,"from":"2019-05-14","to":"2025-03-13"})");
  EXPECT_EQ(json["facets"].dump(),
            R"({"council":[{"value":"X01","label":"North Vale Council","count":3,"selected":true}]})");
  const Json& row = json["results"][0];
  EXPECT_EQ(keys(row), (std::vector<std::string>{"id", "tier", "score", "number", "title", "council", "council_name",
                                                 "committee", "date", "paper", "citation", "mentions"}));
  EXPECT_EQ(
      row["paper"].dump(),
      R"({"id":"item","kind":"minutes","title":"Minutes","source":"/in/a.txt","url":null,"copies":[],"lang":null})");
  EXPECT_EQ(keys(row["mentions"][0]),
            (std::vector<std::string>{"id", "match", "kind", "page", "paragraph", "text", "runs"}));
  EXPECT_EQ(row["mentions"][0]["runs"][1].dump(), R"({"t":"timeliness","h":1})");
  EXPECT_EQ(row["mentions"][0]["runs"][0].dump(), R"({"t":"Resolved: the \""})");
}

TEST(PrintJson, UnknownThingsAreNull) {
  Answer answer = sample();
  query::Result& row = answer.results[0];
  row.number = row.council = row.council_name = row.committee = "";
  row.date = {};
  row.mentions[0].page = 0;
  row.mentions[0].paragraph = "";
  answer.next = "";
  const Json json = printed_json(answer, false);
  for (const char* name : {"number", "council", "council_name", "committee", "date"})
    EXPECT_TRUE(json["results"][0][name].is_null()) << name;
  for (const char* name : {"page", "paragraph"}) EXPECT_TRUE(json["results"][0]["mentions"][0][name].is_null()) << name;
  EXPECT_TRUE(json["next"].is_null());
}

TEST(PrintJson, HasOneRowForEachMentionWithTheItemBesideIt) {
  Answer answer = sample();
  answer.results[0].mentions.push_back(mention());
  const Json rows = printed_json(answer, true)["results"];
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1]["id"], "item.24");
  EXPECT_EQ(rows[1]["mention"], "item.24.abc");
  EXPECT_EQ(rows[1]["match"], "whole");
  EXPECT_FALSE(rows[1].contains("mentions"));
}

TEST(PrintCsv, QuotesAndGuardsCells) {
  std::ostringstream out;
  print_csv(out, sample(), true);
  const std::string expected =
      "council,council_name,committee,date,kind,paper,number,title,page,paragraph,match,passage_kind,text,item_id,"
      "mention_id,source,url,"
      "revision\r\n"
      "X01,North Vale Council,\"Scrutiny, Children\",2024-01-08,minutes,Minutes,24,'=SUM(plans),4,3.1,whole,resolution,"
      "\"Resolved: the \"\"timeliness\"\" of EHCPs, noted\",item.24,item.24.abc,/in/a.txt,,17\r\n";
  EXPECT_EQ(out.str(), expected);
}

TEST(PrintCsv, HasOneRowForEachItemOtherwise) {
  std::ostringstream out;
  Answer answer = sample();
  answer.results[0].title = "-1 day";
  print_csv(out, answer, false);
  EXPECT_NE(out.str().find(",'-1 day,,all,12.3000,3,\"Resolved"), std::string::npos) << out.str();
  const std::string text = out.str();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
}

std::string printed_text(const Answer& answer, const query::TextStyle& style) {
  std::ostringstream out;
  print_text(out, answer, style);
  return out.str();
}

TEST(PrintText, ShowsQueryTotalsRowsAndWhatIsMissing) {
  const std::string text = printed_text(sample(), {});
  for (const char* part :
       {"query: EHCP timeliness since:2020-01-01\n", "  not required: has\n",
        "  EHCP also means: EHC plan (12 items)\n", "  date: from 2020-01-01\n", "  council: North Vale Council\n",
        "1,234 items in 4 papers of 1 meeting; 37 items with some of the words\n", "3 sources could not be searched",
        "1 paper without a date left out", "24 =SUM(plans)\n",
        "  North Vale Council - Scrutiny, Children - 2024-01-08 - minutes\n",
        "    p. 4, 3.1: Resolved: the \"timeliness\" of EHCPs, noted\n", "    and 2 mentions more\n",
        "more: --cursor 17-1-0-00\n", "        3 North Vale Council (X01) *\n", "1 value more"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\nis not in\n" << text;
  }
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(PrintText, HighlightsInBoldWhereATerminalCan) {
  const std::string text = printed_text(sample(), {true, 80, 3});
  EXPECT_NE(text.find("the \"\x1b[1mtimeliness\x1b[0m\" of \x1b[1mEHCPs\x1b[0m, noted"), std::string::npos) << text;
}

TEST(PrintText, WrapsAtTheColumns) {
  Answer answer = sample();
  answer.results[0].mentions[0].runs = {
      {std::string(300, 'x') + " and ", false}, {"many", true}, {"-sided words", false}};
  answer.results[0].mentions[0].paragraph = "";
  for (int i = 0; i < 40; ++i) answer.results[0].mentions[0].runs.push_back({" word" + std::to_string(i), false});
  std::istringstream lines(printed_text(answer, {false, 60, 3}));
  int long_lines = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.size() > 60) ++long_lines;
  }
  EXPECT_EQ(long_lines, 1) << "only the word that is longer than a line";
}

TEST(PrintText, ControlCharactersNeverReachTheTerminal) {
  Answer answer = sample();
  answer.results[0].title = "evil\x1b[2Jtitle";
  answer.results[0].mentions[0].runs = {{"a\x1b]0;b\x07 c", true}};
  EXPECT_EQ(printed_text(answer, {}).find('\x1b'), std::string::npos);
}

TEST(PrintText, SaysWhatEmptiedTheAnswer) {
  Answer answer = sample();
  answer.totals.items = 0;
  answer.results.clear();
  answer.emptied = query::Emptied{"no item has \"zebra\"", {{"plan", false, 12}, {"zebra", false, 0}}};
  const std::string text = printed_text(answer, {});
  EXPECT_NE(text.find("nothing found: no item has \"zebra\"; 37 items"), std::string::npos) << text;
  EXPECT_NE(text.find("  plan alone: 12 items\n"), std::string::npos);
}

TEST(PrintShown, GivesPassagesWithTheirPlace) {
  query::Shown shown;
  shown.paper = {"p1", schema::PaperKind::minutes, "Minutes", "/in/a.txt", "", {}};
  query::ShownItem item;
  item.id = "p1.3";
  item.number = "3";
  item.title = "Plans";
  item.passages = {{schema::PassageKind::heading, schema::Outcome::none, 2, false, "", {{"Plans", false}}},
                   {schema::PassageKind::resolution,
                    schema::Outcome::noted,
                    2,
                    true,
                    "(1)",
                    {{"that it be ", false}, {"noted", true}}}};
  shown.items = {item};
  std::ostringstream text;
  print_text(text, shown, {});
  EXPECT_NE(text.str().find("  p. 2 (scanned), (1) resolution, noted: that it be noted\n"), std::string::npos)
      << text.str();
  std::ostringstream json;
  print_json(json, shown);
  const Json passage = Json::parse(json.str())["items"][0]["passages"][1];
  EXPECT_EQ(passage["text"], "that it be noted");
  EXPECT_EQ(passage["outcome"], "noted");
}

}  // namespace
}  // namespace minutebook
