// Answers queries by the thousand from one opened index: what `search --format json` prints for each, without a process
// for each. One request a line on standard input, as JSON:
//   {"query":"…","today":"2024-06-15","expand":true,"all":false,"limit":10,"cursor":"","sort":"relevance",
//    "group":"item","mentions":false}
// one line a request on standard output: the answer, or {"refused":"why"}. Usage: minutebook-ask INDEX
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "query/include/minutebook/search.h"
#include "query/parse.h"
#include "query/print_json.h"
#include "query/resolve.h"
#include "query/resolve_labels.h"
#include "schema/date.h"
#include "schema/error.h"

namespace {

using namespace minutebook;
using Json = nlohmann::json;

query::SortOrder sort_of(const std::string& name) {
  if (name == "newest") return query::SortOrder::newest;
  return name == "oldest" ? query::SortOrder::oldest : query::SortOrder::relevance;
}

query::GroupBy group_of(const std::string& name) {
  if (name == "paper") return query::GroupBy::paper;
  return name == "meeting" ? query::GroupBy::meeting : query::GroupBy::item;
}

query::SearchOptions options_of(const Json& request) {
  query::SearchOptions options;
  options.everything = request.value("all", false);
  options.limit = request.value("limit", options.limit);
  options.cursor = request.value("cursor", "");
  options.sort = sort_of(request.value("sort", ""));
  options.group = group_of(request.value("group", ""));
  options.mention_rows = request.value("mentions", false);
  options.count_mentions = true;
  options.runs = false;
  for (const schema::Field& field : schema::fields) {
    if (field.facet) options.facets.push_back({field.id, 0});
  }
  return options;
}

void answer(query::OpenIndex& index, query::LabelFinder& labels, const Json& request) {
  const auto today = schema::parse_iso_date(request.value("today", ""));
  const query::ResolveContext context{*index.index().vocabulary, *index.index().councils, index.names(),
                                      request.value("expand", true), today.value_or(schema::Date{})};
  const query::ResolvedQuery query = query::resolve(query::parse(request.value("query", "")), context, labels);
  const query::SearchOptions options = options_of(request);
  query::print_json(std::cout, query::search(index, query, options), options.mention_rows);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: minutebook-ask INDEX\n";
    return 2;
  }
  try {
    query::OpenIndex index(schema::open_index(arguments[1]));
    query::LabelFinder labels(*index.index().vocabulary);
    for (std::string line; std::getline(std::cin, line);) {
      try {
        answer(index, labels, Json::parse(line));
      } catch (const schema::Error& error) {
        std::cout << Json{{"refused", error.what()}} << "\n";
      }
      std::cout.flush();
    }
  } catch (const schema::Error& error) {
    std::cerr << error.what() << "\n";
    return 3;
  }
  return 0;
}
