#include "query/print_csv.h"

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "schema/date.h"

namespace minutebook::query {

namespace {

/// One cell: guarded against formulas, quoted where RFC 4180 asks for it.
std::string cell(std::string_view value) {
  constexpr std::string_view formula_starts = "=+-@\t\r";
  const bool formula = !value.empty() && formula_starts.find(value.front()) != std::string_view::npos;
  std::string text = formula ? "'" : "";
  text += value;
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

void write_row(std::ostream& out, const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    line += cell(cells[i]);
  }
  out << line << "\r\n";
}

std::string number_or_empty(int number) {
  return number == 0 ? std::string() : std::to_string(number);
}

std::string score_text(double score) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", score);
  return text;
}

/// What both kinds of rows begin with.
std::vector<std::string> item_cells(const Result& row) {
  return {row.council,
          row.council_name,
          row.committee,
          schema::iso_date(row.date),
          std::string(schema::name_of(row.paper.kind)),
          row.paper.title,
          row.number,
          row.title};
}

std::vector<std::string> mention_row(const Result& row, const Mention& mention) {
  std::vector<std::string> cells = item_cells(row);
  for (std::string value : {number_or_empty(mention.page), mention.paragraph,
                            std::string(mention.whole ? "whole" : "part"), std::string(schema::name_of(mention.kind)),
                            mention.text, row.id, mention.id, row.paper.source, row.paper.url}) {
    cells.push_back(std::move(value));
  }
  return cells;
}

std::vector<std::string> item_row(const Result& row) {
  std::vector<std::string> cells = item_cells(row);
  const std::string best = row.mentions.empty() ? std::string() : row.mentions.front().text;
  for (std::string value :
       {number_or_empty(row.page), std::string(row.tier == Tier::all ? "all" : "some"), score_text(row.score),
        std::to_string(row.mention_count), best, row.id, row.paper.source, row.paper.url}) {
    cells.push_back(std::move(value));
  }
  return cells;
}

}  // namespace

void print_csv(std::ostream& out, const Answer& answer, bool mention_rows) {
  const std::string revision = std::to_string(answer.revision);
  if (mention_rows) {
    write_row(out,
              {"council", "council_name", "committee", "date", "kind", "paper", "number", "title", "page", "paragraph",
               "match", "passage_kind", "text", "item_id", "mention_id", "source", "url", "revision"});
  } else {
    write_row(out, {"council", "council_name", "committee", "date", "kind", "paper", "number", "title", "page", "tier",
                    "score", "mentions", "text", "item_id", "source", "url", "revision"});
  }
  for (const Result& row : answer.results) {
    if (!mention_rows) {
      std::vector<std::string> cells = item_row(row);
      cells.push_back(revision);
      write_row(out, cells);
      continue;
    }
    for (const Mention& mention : row.mentions) {
      std::vector<std::string> cells = mention_row(row, mention);
      cells.push_back(revision);
      write_row(out, cells);
    }
  }
}

}  // namespace minutebook::query
