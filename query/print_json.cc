#include "query/print_json.h"

#include "query/print_ndjson.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "schema/date.h"

namespace minutebook::query {

namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}
Json or_null(const schema::Date& date) {
  return or_null(schema::iso_date(date));
}
Json page_of(int page) {
  return page == 0 ? Json() : Json(page);
}
Json count_of(const std::optional<std::uint64_t>& count) {
  return count ? Json(*count) : Json();
}

Json runs_of(const std::vector<Run>& runs) {
  Json list = Json::array();
  for (const Run& run : runs) {
    Json one = {{"t", run.text}};
    if (run.highlight) one["h"] = 1;
    list.push_back(std::move(one));
  }
  return list;
}

Json filter_json(const ShownFilter& filter) {
  Json one = {{"field", schema::field_of(filter.field).name}};
  if (!filter.values.empty()) {
    one["values"] = filter.values;
    one["labels"] = filter.labels;
  }
  if (filter.range.from || filter.range.to || filter.values.empty()) {
    one["from"] = filter.range.from ? or_null(*filter.range.from) : Json();
    one["to"] = filter.range.to ? or_null(*filter.range.to) : Json();
  }
  return one;
}

Json interpreted_json(const Interpreted& interpreted) {
  Json filters = Json::array();
  for (const ShownFilter& filter : interpreted.filters) filters.push_back(filter_json(filter));
  Json expansions = Json::array();
  for (const ShownExpansion& expansion : interpreted.expansions) {
    expansions.push_back({{"of", expansion.of}, {"to", expansion.to}, {"items", expansion.items}});
  }
  Json made = {{"text", interpreted.text},
               {"optional", interpreted.optional},
               {"filters", std::move(filters)},
               {"expansions", std::move(expansions)}};
  if (!interpreted.notes.empty()) made["notes"] = interpreted.notes;
  return made;
}

Json totals_json(const Totals& totals) {
  Json made = {{"items", totals.items},
               {"papers", totals.papers},
               {"meetings", totals.meetings},
               {"mentions", count_of(totals.mentions)}};
  if (totals.whole_mentions) made["whole_mentions"] = *totals.whole_mentions;
  made["some"] = totals.some;
  made["exact"] = true;
  return made;
}

Json coverage_json(const Coverage& coverage) {
  Json made = {{"papers", coverage.papers},
               {"not_searched", coverage.not_searched},
               {"undated", coverage.undated},
               {"from", or_null(coverage.from)},
               {"to", or_null(coverage.to)}};
  if (coverage.unread_pages > 0) {
    made["unread_pages"] = coverage.unread_pages;
    made["unread_sources"] = coverage.unread_sources;
  }
  return made;
}

Json facets_json(const std::vector<Facet>& facets) {
  Json made = Json::object();
  for (const Facet& facet : facets) {
    Json values = Json::array();
    for (const FacetCount& one : facet.counts) {
      Json value = {{"value", one.value}, {"label", one.label}, {"count", one.count}};
      if (one.selected) value["selected"] = true;
      values.push_back(std::move(value));
    }
    made[std::string(schema::field_of(facet.field).name)] = std::move(values);
  }
  return made;
}

/// Facets of which not all values were wanted: how many are not there. Null: none.
Json facets_left_out(const std::vector<Facet>& facets) {
  Json made;
  for (const Facet& facet : facets) {
    const auto given = static_cast<std::size_t>(
        std::count_if(facet.counts.begin(), facet.counts.end(), [](const FacetCount& one) { return one.count > 0; }));
    if (facet.values > given) made[std::string(schema::field_of(facet.field).name)] = facet.values - given;
  }
  return made;
}

Json paper_json(const PaperView& paper) {
  Json made = {{"id", paper.id},         {"kind", schema::name_of(paper.kind)}, {"title", paper.title},
               {"source", paper.source}, {"url", or_null(paper.url)},           {"copies", paper.copies}};
  if (!paper.copies_detail.empty()) {
    Json& details = made["copies_detail"] = Json::array();
    for (const CopyView& copy : paper.copies_detail) {
      details.push_back({{"source", copy.source},
                         {"url", or_null(copy.url)},
                         {"paper", or_null(copy.paper)},
                         {"page", page_of(copy.page)},
                         {"differing", copy.differing}});
    }
  }
  if (!paper.copy_of.empty()) made["copy_of"] = paper.copy_of;
  return made;
}

Json item_json(const Result& row) {
  Json made = {{"id", row.id},
               {"tier", row.tier == Tier::all ? "all" : "some"},
               {"score", row.score},
               {"number", or_null(row.number)},
               {"title", row.title},
               {"council", or_null(row.council)},
               {"committee", or_null(row.committee)},
               {"date", or_null(row.date)},
               {"paper", paper_json(row.paper)}};
  if (row.grouped > 1) made["grouped"] = row.grouped;
  return made;
}

/// Everything of a mention but its id.
void add_mention(Json& made, const Mention& mention) {
  made["match"] = mention.whole ? "whole" : "part";
  made["kind"] = schema::name_of(mention.kind);
  made["page"] = page_of(mention.page);
  if (mention.scanned) made["scanned"] = true;
  made["paragraph"] = or_null(mention.paragraph);
  made["text"] = mention.text;
}

Json results_json(const std::vector<Result>& results, bool mention_rows) {
  Json rows = Json::array();
  for (const Result& result : results) {
    const Json item = item_json(result);
    Json mentions = Json::array();
    for (const Mention& mention : result.mentions) {
      Json one = mention_rows ? item : Json::object();
      one[mention_rows ? "mention" : "id"] = mention.id;
      add_mention(one, mention);
      one["runs"] = runs_of(mention.runs);
      (mention_rows ? rows : mentions).push_back(std::move(one));
    }
    if (mention_rows) continue;
    rows.push_back(item);
    rows.back()["mentions"] = std::move(mentions);
  }
  return rows;
}

Json emptied_json(const Emptied& emptied) {
  Json operands = Json::array();
  for (const Alone& one : emptied.operands) {
    operands.push_back({{"typed", one.typed}, {"filter", one.filter}, {"items", one.items}});
  }
  return {{"reason", emptied.reason}, {"alone", std::move(operands)}};
}

Json shown_item_json(const ShownItem& item) {
  Json passages = Json::array();
  for (const ShownPassage& passage : item.passages) {
    std::string text;
    for (const Run& run : passage.runs) text += run.text;
    passages.push_back({{"kind", schema::name_of(passage.kind)},
                        {"outcome", or_null(std::string(schema::name_of(passage.outcome)))},
                        {"page", page_of(passage.page)},
                        {"paragraph", or_null(passage.paragraph)},
                        {"text", std::move(text)},
                        {"runs", runs_of(passage.runs)}});
    if (passage.scanned) passages.back()["scanned"] = true;
    if (passage.differs) passages.back()["differs"] = true;
  }
  return {{"id", item.id},
          {"number", or_null(item.number)},
          {"agenda_number", or_null(item.agenda_number)},
          {"title", item.title},
          {"page", page_of(item.page)},
          {"topics", item.topics},
          {"passages", std::move(passages)}};
}

void write(std::ostream& out, const Json& json) {
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
}

}  // namespace

void print_json(std::ostream& out, const Answer& answer, bool mention_rows) {
  Json json = {{"query", answer.query},
               {"revision", answer.revision},
               {"interpreted", interpreted_json(answer.interpreted)},
               {"totals", totals_json(answer.totals)},
               {"coverage", coverage_json(answer.coverage)},
               {"complete", answer.complete}};
  if (!answer.complete) json["incomplete_reason"] = answer.incomplete_reason;
  json["facets"] = facets_json(answer.facets);
  if (Json left_out = facets_left_out(answer.facets); !left_out.is_null())
    json["facets_left_out"] = std::move(left_out);
  json["results"] = results_json(answer.results, mention_rows);
  json["next"] = or_null(answer.next);
  if (answer.emptied) json["emptied"] = emptied_json(*answer.emptied);
  if (!answer.explained.empty()) json["explained"] = answer.explained;
  write(out, json);
}

void print_json(std::ostream& out, const Shown& shown) {
  Json items = Json::array();
  for (const ShownItem& item : shown.items) items.push_back(shown_item_json(item));
  write(out, {{"revision", shown.revision},
              {"council", or_null(shown.council)},
              {"council_name", or_null(shown.council_name)},
              {"committee", or_null(shown.committee)},
              {"date", or_null(shown.date)},
              {"paper", paper_json(shown.paper)},
              {"items", std::move(items)}});
}

void print_export_head(std::ostream& out, const ExportHead& head) {
  const Json line = {{"export", "mentions"}, {"query", head.query}, {"expand", head.expand}};
  out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
}

void print_export_rows(std::ostream& out, const Result& row) {
  const Json item = item_json(row);
  for (const Mention& mention : row.mentions) {
    Json line = item;
    line["mention"] = mention.id;
    add_mention(line, mention);
    out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
  }
}

void print_export_end(std::ostream& out, const Answer& answer, const ExportDigest& digest) {
  const Json line = {{"end", true},
                     {"revision", answer.revision},
                     {"mentions", digest.mentions()},
                     {"whole_mentions", count_of(answer.totals.whole_mentions)},
                     {"items", answer.totals.items},
                     {"complete", answer.complete},
                     {"digest", digest.text()}};
  out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
}

}  // namespace minutebook::query
