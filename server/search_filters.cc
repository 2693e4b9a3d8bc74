#include "server/search_filters.h"

#include <algorithm>
#include <iterator>

#include "query/parse.h"
#include "server/search_request.h"

namespace minutebook::server {
namespace {

/// As a value in quotes; a quote inside would end it.
std::string quoted(std::string value) {
  std::erase(value, '"');
  return "\"" + value + "\"";
}

/// The parameters as words of the query language: council:("A" OR "B") since:"2020".
std::string filter_text(const Call& call) {
  std::string text;
  const auto add = [&](std::string_view field, const std::vector<std::string>& values) {
    if (values.empty()) return;
    text += (text.empty() ? "" : " ") + std::string(field) + ":";
    if (values.size() > 1) text += "(";
    for (std::size_t i = 0; i < values.size(); ++i) text += (i > 0 ? " OR " : "") + quoted(values[i]);
    if (values.size() > 1) text += ")";
  };
  for (const schema::Field& field : schema::fields) {
    if (field.facet) add(field.name, call.values(field.name));
  }
  add("since", call.values("from"));
  add("until", call.values("to"));
  return text;
}

void append(std::string& text, const std::string& more) {
  text += (text.empty() || more.empty() ? "" : " ") + more;
}

}  // namespace

query::ResolvedQuery understand_search(Call& call) {
  query::ResolvedQuery query = understand(call, call.value("q"));
  const std::string text = filter_text(call);
  if (text.empty()) return query;
  query::ResolvedQuery filters = understand(call, text);
  // What is written down must ask the same when it is read again: filters bind closer than OR.
  if (query::parse(call.value("q")).root.kind == query::AstKind::or_) {
    query.typed = "(" + query.typed + ")";
    query.interpreted = "(" + query.interpreted + ")";
  }
  append(query.typed, filters.typed);
  append(query.interpreted, filters.interpreted);
  std::move(filters.filters.begin(), filters.filters.end(), std::back_inserter(query.filters));
  std::move(filters.notes.begin(), filters.notes.end(), std::back_inserter(query.notes));
  return query;
}

std::vector<Parameter> given_filters(const Call& call) {
  std::vector<Parameter> given;
  for (const Parameter& parameter : call.parameters) {
    const bool filter = std::any_of(filter_parameters.begin(), filter_parameters.end(),
                                    [&](const ParameterSpec& spec) { return spec.name == parameter.name; });
    if (filter) given.push_back(parameter);
  }
  return given;
}

}  // namespace minutebook::server
