#include "server/search_request.h"

#include "query/unknown_id.h"
#include "schema/error.h"
#include "schema/fields.h"
#include "schema/today.h"
#include "server/asked_language.h"
#include "server/query_bounds.h"
#include "server/topic_labels.h"

namespace minutebook::server {
namespace {

using schema::Error;
using schema::ErrorCode;

std::size_t number_of(const std::string& digits) {
  return digits.empty() || digits.size() > 9 || digits.find_first_not_of("0123456789") != digits.npos
             ? 0
             : static_cast<std::size_t>(std::stoul(digits));
}

bool is_set(const Call& call, std::string_view flag) {
  const std::string value = call.value(flag);
  return value == "1" || value == "true";
}

/// "committee:5"
query::FacetWish facet_of(const std::string& text) {
  const std::size_t colon = text.find(':');
  const auto field = schema::find_field(text.substr(0, colon));
  const std::size_t limit = colon == text.npos ? default_facet_values : number_of(text.substr(colon + 1));
  if (field && schema::field_of(*field).facet && limit > 0) return {*field, limit};
  std::string names;
  for (const schema::Field& one : schema::fields) {
    if (one.facet) names += (names.empty() ? "" : ", ") + std::string(one.name);
  }
  throw Error(ErrorCode::usage, "there is no facet \"" + text + "\"",
              "facets, with \":N\" for the N largest values: " + names);
}

}  // namespace

query::ResolvedQuery understand(Call& call, const std::string& text) {
  query::OpenIndex& index = call.index();
  query::ResolveContext context{*index.index().vocabulary, *index.index().councils, index.names(),
                                call.value("expand") != "no", schema::today()};
  context.only = call.value("expand") == "typed";
  context.without = call.values("without-label");
  context.papers = &index.words();
  context.welsh = asked_language(call) == Language::welsh;
  return query::resolve(parse_within_bounds(text), context, call.labels());
}

query::SearchOptions search_options(const Call& call) {
  query::SearchOptions options;
  options.limit = default_rows;
  if (call.has("limit")) {
    options.limit = number_of(call.value("limit"));
    if (options.limit < 1 || options.limit > most_rows)
      throw Error(ErrorCode::usage, "parameter \"limit\" must be 1 to 100",
                  "page on with \"cursor\"; exports have no limit");
  }
  options.count_labels = true;
  options.deadline = call.deadline;
  options.cursor = call.value("cursor");
  const std::string sort = call.value("sort");
  if (sort == "newest") options.sort = query::SortOrder::newest;
  if (sort == "oldest") options.sort = query::SortOrder::oldest;
  const std::string group = call.value("group");
  if (group == "paper") options.group = query::GroupBy::paper;
  if (group == "meeting") options.group = query::GroupBy::meeting;
  options.strict = is_set(call, "strict");
  options.mention_rows = is_set(call, "mentions");
  for (const std::string& facet : call.values("facet")) options.facets.push_back(facet_of(facet));
  return options;
}

std::optional<query::Shown> find_shown(Call& call, const std::string& id, const query::ResolvedQuery* mark) {
  try {
    query::Shown shown = show(call.index(), id, mark, call.deadline);
    if (asked_language(call) == Language::welsh) name_topics_in_welsh(*call.index().index().vocabulary, shown);
    return shown;
  } catch (const query::UnknownId&) {
    return std::nullopt;
  }
}

}  // namespace minutebook::server
