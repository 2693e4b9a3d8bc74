#include "query/print_csv.h"

#include <cstdio>
#include <string>
#include <string_view>

#include "query/csv_row.h"
#include "schema/date.h"

namespace minutebook::query {

namespace {

std::string number_or_empty(int number) {
  return number == 0 ? std::string() : std::to_string(number);
}

std::string score_text(double score) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", score);
  return text;
}

/// What both kinds of rows begin with.
void add_item(CsvRow& writer, const Result& row) {
  writer.add({row.council, row.council_name, row.committee, schema::iso_date(row.date), schema::name_of(row.paper.kind),
              row.paper.title, row.number, row.title});
}

void add_mention(CsvRow& writer, const Result& row, const Mention& mention) {
  add_item(writer, row);
  writer.add({number_or_empty(mention.page), mention.paragraph, mention.whole ? "whole" : "part",
              schema::name_of(mention.kind), mention.text, row.id, mention.id, row.paper.source, row.paper.url});
}

void add_item_row(CsvRow& writer, const Result& row) {
  add_item(writer, row);
  const std::string_view best = row.mentions.empty() ? std::string_view() : row.mentions.front().text;
  writer.add({number_or_empty(row.page), row.tier == Tier::all ? "all" : "some", score_text(row.score),
              std::to_string(row.mention_count), best, row.id, row.paper.source, row.paper.url});
}

}  // namespace

CsvMentions::CsvMentions(std::ostream& out, std::uint64_t revision)

    : writer_(out), revision_(std::to_string(revision)) {
  writer_.add({"council", "council_name", "committee", "date", "kind", "paper", "number", "title", "page", "paragraph",
               "match", "passage_kind", "text", "item_id", "mention_id", "source", "url", "revision"});
  writer_.end();
}

void CsvMentions::add(const Result& row) {
  for (const Mention& mention : row.mentions) {
    add_mention(writer_, row, mention);
    writer_.add(revision_);
    writer_.end();
  }
}

void print_csv(std::ostream& out, const Answer& answer, bool mention_rows) {
  if (mention_rows) {
    CsvMentions mentions(out, answer.revision);
    for (const Result& row : answer.results) mentions.add(row);
    return;
  }
  CsvRow writer(out);
  writer.add({"council", "council_name", "committee", "date", "kind", "paper", "number", "title", "page", "tier",
              "score", "mentions", "text", "item_id", "source", "url", "revision"});
  writer.end();
  const std::string revision = std::to_string(answer.revision);
  for (const Result& row : answer.results) {
    add_item_row(writer, row);
    writer.add(revision);
    writer.end();
  }
}

}  // namespace minutebook::query
