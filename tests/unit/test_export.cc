// Exports of mentions: written as CSV and as lines of JSON, read back, compared.
#include <gtest/gtest.h>

#include <functional>
#include <sstream>

#include "query/export_file.h"
#include "query/print_csv.h"
#include "query/print_ndjson.h"
#include "schema/error.h"

namespace minutebook::query {
namespace {

Result row(const std::string& id, const std::vector<std::string>& texts) {
  Result made;
  made.id = id;
  made.number = "4";
  made.title = "=SUM of \"school\" transport, 2023";
  made.committee = "Scrutiny Panel";
  made.date = {2023, 5, 4};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Mention mention;
    mention.id = id + "." + texts[i].substr(0, 3);
    mention.whole = i == 0;
    mention.page = static_cast<int>(i) * 3;
    mention.paragraph = i == 0 ? "4.1" : "";
    mention.text = texts[i];
    made.mentions.push_back(mention);
  }
  return made;
}

const std::vector<Result> rows = {row("a.4", {"one, \"quoted\"\nand broken", "-two"}), row("b.4", {"three caf\u00E9"})};

std::string as_lines(const std::vector<Result>& exported) {
  std::ostringstream out;
  ExportDigest digest;
  print_export_head(out, {"school transport", false});
  for (const Result& one : exported) {
    print_export_rows(out, one, 17);
    for (const Mention& mention : one.mentions) digest.add(mention.id, mention.whole);
  }
  Answer answer;
  answer.revision = 17;
  print_export_end(out, answer, digest);
  return out.str();
}

std::string as_csv(const std::vector<Result>& exported) {
  std::ostringstream out;
  CsvMentions csv(out, 17);
  for (const Result& one : exported) csv.add(one);
  return out.str();
}

ExportFile read(const std::string& text) {
  std::istringstream in(text);
  return read_export(in, "the file");
}

TEST(Export, ComesBackFromLinesOfJson) {
  const ExportFile file = read(as_lines(rows));
  EXPECT_EQ(file.query, "school transport");
  EXPECT_FALSE(file.expand);
  EXPECT_EQ(file.revision, 17U);
  EXPECT_EQ(file.digest, file.counted);
  ASSERT_EQ(file.mentions.size(), 3U);
  EXPECT_EQ(file.mentions[0].text, "one, \"quoted\"\nand broken");
  EXPECT_EQ(file.mentions[0].match, "whole");
  EXPECT_EQ(file.mentions[0].page, "");
  EXPECT_EQ(file.mentions[1].page, "3");
  EXPECT_EQ(file.mentions[2].item_id, "b.4");
  EXPECT_EQ(file.mentions[2].date, "2023-05-04");
}

TEST(Export, EachLineCanBeCited) {
  std::istringstream lines(as_lines(rows));
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  std::getline(lines, line);
  EXPECT_NE(line.find("Scrutiny Panel, Other, 4 May 2023, item 4"), std::string::npos) << line;
  EXPECT_NE(line.find("p. 3."), std::string::npos) << line;
  EXPECT_NE(line.find("\"revision\":17"), std::string::npos) << line;
}

TEST(Export, ComesBackFromCsvTheSame) {
  const ExportFile csv = read(as_csv(rows));
  const ExportFile lines = read(as_lines(rows));
  EXPECT_EQ(csv.mentions, lines.mentions);
  EXPECT_EQ(csv.counted, lines.digest);
  EXPECT_EQ(csv.revision, 17U);
  EXPECT_FALSE(csv.query);
}

TEST(Export, WhatIsNoWholeExportIsRefused) {
  const std::string lines = as_lines(rows);
  const std::string csv = as_csv(rows);
  const std::vector<std::pair<std::string, std::string>> broken = {
      {"", "is empty"},
      {"\xEF\xBB\xBF", "no column"},
      {"a,b\r\n1,2\r\n", "no column"},
      {"{\"export\":\"papers\"}\n", "no export of mentions"},
      {"{\"export\":\"mentions\",\"query\":\"x\",\"expand\":\"yes\"}\n", "damaged in line 1"},
      {"{\"export\":\"mentions\",\"query\":\"x\",\"without\":[1]}\n", "damaged in line 1"},
      {"{\"export\":\"mentions\",\"query\":\"x\"}\n{\"end\":true,\"revision\":-1}\n", "in its last line"},
      {"{\"export\":\"mentions\",\"query\":\"x\"}\n{\"end\":true,\"revision\":1}\n", "in its last line"},
      {lines.substr(0, lines.rfind("{\"end\"")), "cut off"},
      {lines.substr(0, lines.size() - 20), "damaged in line 5"},
      {lines + lines, "damaged in line 6"},
      {std::string(lines).replace(lines.find("\"whole\""), 7, "\"part\""), "was changed"},
      {csv + "1,2,3\r\n", "damaged in row 5"},
  };
  for (const auto& [text, reason] : broken) {
    try {
      read(text);
      ADD_FAILURE() << "taken: " << text;
    } catch (const schema::Error& error) {
      EXPECT_EQ(error.code(), schema::ErrorCode::unreadable);
      EXPECT_NE(std::string(error.what()).find(reason), std::string::npos) << error.what();
    }
  }
}

TEST(Export, OfEverythingSaysThatItAnswersTheEmptyQuery) {
  std::string lines = as_lines(rows);
  lines.replace(lines.find("school transport"), 16, "");
  EXPECT_EQ(read(lines).query, "");
}

TEST(Export, DigestDependsOnMentionsAndNotOnTheirOrder) {
  EXPECT_EQ(read(as_lines(rows)).digest, read(as_lines({rows[1], rows[0]})).digest);
  EXPECT_NE(read(as_lines(rows)).digest, read(as_lines({rows[0]})).digest);
  EXPECT_NE(read(as_lines({rows[1], rows[1]})).digest, read(as_lines({rows[0], rows[0]})).digest);
}

TEST(Export, DifferencesAreSorted) {
  const std::vector<ExportedMention> before = {{.id = "a.1", .item_id = "a", .page = "3", .text = "stays"},
                                               {.id = "a.2", .item_id = "a", .text = "goes"},
                                               {.id = "b.1", .item_id = "b", .text = "old words"},
                                               {.id = "c.1", .item_id = "c", .page = "3", .text = "moves"}};
  const std::vector<ExportedMention> after = {{.id = "c.1", .item_id = "c", .page = "4", .text = "moves"},
                                              {.id = "b.2", .item_id = "b", .text = "new words"},
                                              {.id = "d.1", .item_id = "d", .text = "comes"},
                                              {.id = "a.1", .item_id = "a", .page = "3", .text = "stays"}};
  const ExportDifference difference = compare_exports(before, after);
  ASSERT_EQ(difference.added.size(), 1U);
  EXPECT_EQ(difference.added[0].id, "d.1");
  ASSERT_EQ(difference.removed.size(), 1U);
  EXPECT_EQ(difference.removed[0].id, "a.2");
  ASSERT_EQ(difference.changed.size(), 2U);
  EXPECT_EQ(difference.changed[0].after.page, "4");
  EXPECT_EQ(difference.changed[1].before.text, "old words");
  EXPECT_EQ(difference.changed[1].after.text, "new words");
  EXPECT_TRUE(compare_exports(before, before).none());
}

}  // namespace
}  // namespace minutebook::query
