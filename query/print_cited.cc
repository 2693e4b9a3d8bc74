#include "query/print_cited.h"

#include <ostream>

#include "schema/analysis.h"
#include "schema/date.h"

namespace minutebook::query {

namespace {

void append(std::string& line, const std::string& part, std::string_view between) {
  if (part.empty()) return;
  if (!line.empty()) line += between;
  line += part;
}

/// ", item 14, (2), p. 3 (scanned)"
std::string place_in_paper(const Cited& where) {
  std::string line;
  if (!where.number.empty()) line += ", item " + where.number;
  if (!where.paragraph.empty() && where.paragraph != where.number) line += ", " + where.paragraph;
  if (where.page > 0) line += ", p. " + std::to_string(where.page);
  return line + (where.scanned ? " (scanned)" : "");
}

std::string range_words(const schema::DateRange& range) {
  if (range.from && range.to) return schema::iso_date(*range.from) + " to " + schema::iso_date(*range.to);
  if (range.from) return "from " + schema::iso_date(*range.from);
  return range.to ? "to " + schema::iso_date(*range.to) : std::string();
}

}  // namespace

PrintedJson text_or_null(const std::string& text) {
  return text.empty() ? PrintedJson() : PrintedJson(text);
}

PrintedJson date_or_null(const schema::Date& date) {
  return text_or_null(schema::iso_date(date));
}

std::string printed(const PrintedJson& json) {
  return json.dump(-1, ' ', false, PrintedJson::error_handler_t::replace);
}

void write_json(std::ostream& out, const PrintedJson& json) {
  out << printed(json) << "\n";
}

std::string citation_line(const Cited& where) {
  std::string line = where.council_name.empty() ? "unknown council" : where.council_name;
  append(line, where.committee, " - ");
  append(line, where.date.known() ? schema::iso_date(where.date) : "undated", " - ");
  append(line, std::string(schema::name_of(where.paper_kind)), " - ");
  return line + place_in_paper(where);
}

std::string short_citation(const Cited& where, bool committee) {
  std::string line = where.date.known() ? schema::iso_date(where.date) : "undated";
  if (committee) append(line, where.committee, " ");
  append(line, std::string(schema::name_of(where.paper_kind)), committee && !where.committee.empty() ? ", " : " ");
  return line + place_in_paper(where);
}

std::string shortened(const std::string& text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  const std::string_view cut = schema::cut_utf8(text, bytes);
  const std::size_t space = cut.rfind(' ');
  return std::string(cut.substr(0, space == std::string_view::npos ? cut.size() : space)) + " …";
}

void print_reach(TextLayout& layout, const Answer& searched) {
  const Interpreted& shown = searched.interpreted;
  if (!shown.text.empty()) layout.line({"query: " + shown.text, false}, 0);
  std::string optional;
  for (const std::string& word : shown.optional) append(optional, word, ", ");
  if (!optional.empty()) layout.line({"not required: " + optional, false}, 2);
  for (const ShownExpansion& one : shown.expansions) {
    std::string labels;
    for (const std::string& label : one.to) append(labels, label, ", ");
    const std::string says = one.spelling ? ": also written " : " also means: ";
    if (!labels.empty()) layout.line({one.of + says + labels, false}, 2);
  }
  for (const ShownFilter& filter : shown.filters) {
    std::string values;
    for (const std::string& label : filter.labels) append(values, label, " or ");
    append(values, range_words(filter.range), " or ");
    layout.line({std::string(schema::field_of(filter.field).name) + ": " + values, false}, 2);
  }
  for (const std::string& note : shown.notes) layout.line({note, false}, 2);
  if (!searched.complete) layout.line({"not complete: " + searched.incomplete_reason, true}, 0);
  const Coverage& coverage = searched.coverage;
  std::string line = "searched: " + counted(coverage.papers, "paper");
  if (coverage.from.known()) line += ", " + schema::iso_date(coverage.from) + " to " + schema::iso_date(coverage.to);
  if (coverage.undated > 0) line += "; " + counted(coverage.undated, "paper") + " without a date";
  if (coverage.not_searched > 0) line += "; " + counted(coverage.not_searched, "source") + " could not be searched";
  if (coverage.unread_pages > 0)
    line += "; " + counted(coverage.unread_pages, "page") + " of " + counted(coverage.unread_sources, "source") +
            " not read";
  layout.line({line, false}, 0);
}

PrintedJson cited_json(const Cited& where) {
  PrintedJson made = {{"council", text_or_null(where.council)},
                      {"council_name", text_or_null(where.council_name)},
                      {"committee", text_or_null(where.committee)},
                      {"date", date_or_null(where.date)},
                      {"paper",
                       {{"id", where.paper},
                        {"kind", schema::name_of(where.paper_kind)},
                        {"title", where.paper_title},
                        {"source", where.source},
                        {"url", text_or_null(where.url)}}},
                      {"item", where.item},
                      {"number", text_or_null(where.number)},
                      {"title", text_or_null(where.title)},
                      {"page", where.page == 0 ? PrintedJson() : PrintedJson(where.page)},
                      {"paragraph", text_or_null(where.paragraph)},
                      {"kind", schema::name_of(where.kind)},
                      {"outcome", text_or_null(std::string(schema::name_of(where.outcome)))},
                      {"mention", where.mention},
                      {"text", where.text}};
  if (where.scanned) made["scanned"] = true;
  return made;
}

PrintedJson reach_json(const Answer& searched) {
  const Interpreted& shown = searched.interpreted;
  PrintedJson filters = PrintedJson::array();
  for (const ShownFilter& filter : shown.filters) {
    filters.push_back(
        {{"field", schema::field_of(filter.field).name}, {"typed", filter.typed}, {"values", filter.values}});
  }
  PrintedJson expansions = PrintedJson::array();
  for (const ShownExpansion& one : shown.expansions)
    expansions.push_back({{"of", one.of}, {"to", one.to}, {"items", one.items}});
  const Coverage& coverage = searched.coverage;
  PrintedJson made = {{"query", searched.query},
                      {"revision", searched.revision},
                      {"interpreted",
                       {{"text", shown.text},
                        {"optional", shown.optional},
                        {"filters", std::move(filters)},
                        {"expansions", std::move(expansions)},
                        {"notes", shown.notes}}},
                      {"items_with_subject", searched.totals.items},
                      {"complete", searched.complete},
                      {"coverage",
                       {{"papers", coverage.papers},
                        {"not_searched", coverage.not_searched},
                        {"undated", coverage.undated},
                        {"unread_pages", coverage.unread_pages},
                        {"from", date_or_null(coverage.from)},
                        {"to", date_or_null(coverage.to)}}}};
  if (!searched.complete) made["incomplete_reason"] = searched.incomplete_reason;
  return made;
}

}  // namespace minutebook::query
