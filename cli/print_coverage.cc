#include "cli/print_coverage.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "schema/told_sources.h"

#include "schema/today.h"

namespace minutebook::cli {
namespace {

using indexer::Coverage;
using indexer::CoverageRow;
using indexer::MeetingGap;
using indexer::SourceCoverage;
using indexer::UnreadSource;
using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json figures(const CoverageRow& row) {
  return {{"papers", row.papers}, {"items", row.items},
          {"failed", row.failed}, {"exempt_items", row.exempt_items},
          {"copies", row.copies}, {"unread_pages", row.unread_pages}};
}

Json row_json(const CoverageRow& row) {
  Json json = {{"council", or_null(row.council)},
               {"council_name", or_null(row.council_name)},
               {"committee", or_null(row.committee)},
               {"year", row.year == 0 ? Json() : Json(row.year)}};
  json.update(figures(row));
  json["undated"] = row.year == 0 ? row.papers : 0;
  return json;
}

Json unread_json(const std::vector<UnreadSource>& sources) {
  Json list = Json::array();
  for (const UnreadSource& source : sources) {
    list.push_back({{"source", source.path}, {"status", source.status}, {"reason", source.reason}});
  }
  return list;
}

Json gap_json(const MeetingGap& gap) {
  return {{"council", or_null(gap.council)},
          {"council_name", or_null(gap.council_name)},
          {"committee", gap.committee},
          {"year", gap.date.year},
          {"date", schema::iso_date(gap.date)},
          {"missing", indexer::name_of(gap.missing)},
          {"paper", gap.paper},
          {"source", gap.source},
          {"not_read", gap.not_read}};
}

Json source_json(const SourceCoverage& source) {
  const schema::SourceRow& row = source.row;
  return {{"source", row.path},
          {"url", or_null(row.url)},
          {"format", or_null(row.format)},
          {"status", source.status},
          {"reason", or_null(row.reason)},
          {"council", or_null(row.council)},
          {"committee", or_null(row.committee)},
          {"date", or_null(schema::iso_date(schema::unpack_date(row.date)))},
          {"pages", row.pages},
          {"scanned_pages", row.scanned_pages},
          {"unread_pages", row.unread_pages},
          {"papers", row.papers},
          {"copies", source.copies},
          {"items", row.items},
          {"exempt_items", row.exempt_items},
          {"warnings", row.warnings}};
}

Json copies_json(const Coverage& coverage) {
  Json list = Json::array();
  for (const indexer::PaperCopyNote& copy : coverage.copies) {
    list.push_back({{"source", copy.source},
                    {"paper", copy.paper},
                    {"of", copy.of},
                    {"of_source", copy.of_source},
                    {"differing", copy.differing},
                    {"draft", copy.draft}});
  }
  return list;
}

Json json_of(const Coverage& coverage, bool with_sources) {
  Json totals = figures(coverage.total);
  totals["undated"] = coverage.undated_papers;
  totals["duplicates"] = coverage.duplicates;
  Json rows = Json::array();
  for (const CoverageRow& row : coverage.rows) rows.push_back(row_json(row));
  Json gaps = Json::array();
  for (const MeetingGap& gap : coverage.gaps) gaps.push_back(gap_json(gap));
  Json json = {{"revision", coverage.revision},
               {"totals", std::move(totals)},
               {"rows", std::move(rows)},
               {"not_read", unread_json(coverage.unread)},
               {"warnings", unread_json(coverage.warned)},
               {"withdrawn", coverage.withdrawn},
               {"copies", copies_json(coverage)},
               {"gaps", std::move(gaps)}};
  if (!with_sources) return json;
  json["sources"] = Json::array();
  for (const SourceCoverage& source : coverage.sources) json["sources"].push_back(source_json(source));
  return json;
}

/// Where this machine keeps the papers stays out.
void hide_folders(const schema::Index& index, Coverage& coverage) {
  const auto hide = [&](std::string& path) { path = std::string(schema::told_path(index, path)); };
  for (std::vector<UnreadSource>* list : {&coverage.unread, &coverage.warned}) {
    for (UnreadSource& source : *list) {
      hide(source.path);
      source.reason = schema::told_sentence(index, std::move(source.reason));
    }
  }
  for (indexer::PaperCopyNote& copy : coverage.copies) {
    hide(copy.source);
    hide(copy.of_source);
  }
  for (MeetingGap& gap : coverage.gaps) hide(gap.source);
  for (std::string& one : coverage.withdrawn) {
    if (one.starts_with('/')) hide(one);  // else it is the id of a paper
  }
}

}  // namespace

Coverage coverage_now(const schema::Index& index) {
  return indexer::coverage_of(index, schema::today());
}

std::string coverage_json(const Coverage& coverage, bool with_sources) {
  return json_of(coverage, with_sources).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string coverage_json(const schema::Index& index) {
  Coverage coverage = coverage_now(index);
  hide_folders(index, coverage);
  return coverage_json(coverage, false);
}

}  // namespace minutebook::cli
