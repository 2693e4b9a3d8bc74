#include "query/print_json.h"

#include <algorithm>
#include <string>
#include <utility>

#include "query/citation.h"
#include "query/json_parts.h"

namespace minutebook::query {

namespace {

Json count_of(const std::optional<std::uint64_t>& count) {
  return count ? Json(*count) : Json();
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

Json expansion_json(const ShownExpansion& expansion) {
  Json made = {{"of", expansion.of}, {"to", expansion.to}, {"items", expansion.items}};
  for (const ShownLabel& label : expansion.labels) {
    Json one = {{"label", or_null(label.label)}, {"items", label.items}, {"adds", label.adds}};
    if (label.typed) one["typed"] = true;
    if (label.left_out) one["left_out"] = true;
    made["labels"].push_back(std::move(one));
  }
  if (expansion.spelling) made["spelling"] = true;
  if (!expansion.mined) return made;
  made["mined"] = true;
  made["papers"] = expansion.papers;
  made["applied"] = expansion.applied;
  return made;
}

Json interpreted_json(const Interpreted& interpreted) {
  Json filters = Json::array();
  for (const ShownFilter& filter : interpreted.filters) filters.push_back(filter_json(filter));
  Json expansions = Json::array();
  for (const ShownExpansion& expansion : interpreted.expansions) expansions.push_back(expansion_json(expansion));
  Json made = {{"text", interpreted.text},
               {"optional", interpreted.optional},
               {"filters", std::move(filters)},
               {"expansions", std::move(expansions)}};
  if (!interpreted.notes.empty()) made["notes"] = interpreted.notes;
  return made;
}

Json totals_json(const Totals& totals, bool exact) {
  Json made = {{"items", totals.items},
               {"papers", totals.papers},
               {"meetings", totals.meetings},
               {"mentions", count_of(totals.mentions)}};
  if (totals.whole_mentions) made["whole_mentions"] = *totals.whole_mentions;
  made["some"] = totals.some;
  made["exact"] = exact;
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

Json results_json(const std::vector<Result>& results, bool mention_rows) {
  Json rows = Json::array();
  for (const Result& result : results) {
    const Json item = item_json(result);
    Json mentions = Json::array();
    for (const Mention& mention : result.mentions) {
      Json one = mention_rows ? item : Json::object();
      one[mention_rows ? "mention" : "id"] = mention.id;
      add_mention_json(one, mention);
      if (mention_rows) one["citation"] = citation_line(citation_of(result, mention));
      one["runs"] = runs_json(mention.runs);
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

Json suggestions_json(const std::vector<Suggestion>& suggestions) {
  Json made = Json::array();
  for (const Suggestion& one : suggestions) {
    Json corrections = Json::array();
    for (const Correction& word : one.corrections)
      corrections.push_back({{"typed", word.typed}, {"suggestion", word.suggestion}});
    made.push_back({{"query", one.query}, {"items", one.items}, {"corrections", std::move(corrections)}});
  }
  return made;
}

Json shown_item_json(const ShownItem& item) {
  Json passages = Json::array();
  for (const ShownPassage& passage : item.passages) {
    std::string text;
    for (const Run& run : passage.runs) text += run.text;
    passages.push_back({{"kind", schema::name_of(passage.kind)},
                        {"outcome", or_null(std::string(schema::name_of(passage.outcome)))},
                        {"page", page_json(passage.page)},
                        {"paragraph", or_null(passage.paragraph)},
                        {"text", std::move(text)},
                        {"runs", runs_json(passage.runs)}});
    if (passage.scanned) passages.back()["scanned"] = true;
    if (passage.differs) passages.back()["differs"] = true;
  }
  return {{"id", item.id},
          {"number", or_null(item.number)},
          {"agenda_number", or_null(item.agenda_number)},
          {"title", item.title},
          {"page", page_json(item.page)},
          {"topics", item.topics},
          {"passages", std::move(passages)}};
}

}  // namespace

void print_json(std::ostream& out, const Answer& answer, bool mention_rows) {
  Json json = {{"query", answer.query},
               {"revision", answer.revision},
               {"interpreted", interpreted_json(answer.interpreted)},
               {"totals", totals_json(answer.totals, answer.complete)},
               {"coverage", coverage_json(answer.coverage)},
               {"complete", answer.complete}};
  if (!answer.complete) json["incomplete_reason"] = answer.incomplete_reason;
  if (!answer.suggestions.empty()) json["suggestions"] = suggestions_json(answer.suggestions);
  json["facets"] = facets_json(answer.facets);
  if (Json left_out = facets_left_out(answer.facets); !left_out.is_null())
    json["facets_left_out"] = std::move(left_out);
  json["results"] = results_json(answer.results, mention_rows);
  json["next"] = or_null(answer.next);
  if (answer.emptied) json["emptied"] = emptied_json(*answer.emptied);
  if (!answer.explained.empty()) json["explained"] = answer.explained;
  write_line(out, json);
}

void print_json(std::ostream& out, const Shown& shown) {
  Json items = Json::array();
  for (const ShownItem& item : shown.items) items.push_back(shown_item_json(item));
  write_line(out, {{"revision", shown.revision},
                   {"council", or_null(shown.council)},
                   {"council_name", or_null(shown.council_name)},
                   {"committee", or_null(shown.committee)},
                   {"date", or_null(shown.date)},
                   {"paper", paper_json(shown.paper)},
                   {"citation", citation_line(citation_of(shown))},
                   {"items", std::move(items)}});
}

}  // namespace minutebook::query
