#include "server/route.h"

#include <algorithm>

#include "server/api.h"
#include "server/embed.h"
#include "server/health.h"

namespace minutebook::server {
namespace {

constexpr ParameterSpec query = {"q", ParameterType::text, {}, false, "the query"};

constexpr ParameterSpec search_parameters[] = {
    query,
    {"limit", ParameterType::number, {}, false, "rows at most, 1 to 100 (default 10)"},
    {"cursor", ParameterType::text, {}, false, "where the page before ended"},
    {"sort", ParameterType::choice, "relevance newest oldest", false, "order of the rows"},
    {"group", ParameterType::choice, "item paper meeting", false, "one row for each"},
    {"facet", ParameterType::text, {}, true, "a field to count the values of, NAME or NAME:N"},
    {"mentions", ParameterType::flag, {}, false, "one row for each mention"},
    {"strict", ParameterType::flag, {}, false, "leave items with only some of the words out"},
    {"expand", ParameterType::choice, "yes no", false, "no: labels and acronyms mean only themselves"},
};

constexpr ParameterSpec embed_file_parameters[] = {
    {"v", ParameterType::text, {}, false, "which version of the file is meant; it is the same file, kept longer"}};
constexpr ParameterSpec embed_parameters[] = {
    {"language", ParameterType::choice, "en cy", false, "of the component"},
    {"theme", ParameterType::choice, "auto light dark", false, "colours of the component"},
    {"label", ParameterType::text, {}, false, "of the search box"},
    {"councils", ParameterType::text, {}, false, "the only councils, names or codes with \";\" between"},
    {"committees", ParameterType::text, {}, false, "the only committees, names with \";\" between"},
    {"hide-filters", ParameterType::text, {}, false, "filters that are not shown"},
    {"page-size", ParameterType::number, {}, false, "results on a page"},
};

constexpr Route table[] = {
    {"/healthz", Lane::here, Audience::api, false, false, {}, answer_health, "the process is up"},
    {"/readyz", Lane::here, Audience::api, false, false, {}, answer_ready, "an index is open; which revision"},
    {"/metrics",
     Lane::here,
     Audience::api,
     false,
     false,
     {},
     answer_metrics,
     "counts, in the text format of Prometheus"},
    {"/api/v1/search", Lane::query, Audience::api, true, true, search_parameters, api_search,
     "a ranked, faceted answer"},
    {"/embed/v1/", Lane::here, Audience::page, false, false, embed_file_parameters, embed_file,
     "the component, by the names of its files"},
    {"/embed", Lane::here, Audience::embed, false, false, embed_parameters, embed_page,
     "the component for pages that show it in a frame"},
    {"/embed/demo", Lane::here, Audience::page, false, false, {}, embed_demo, "how to embed the component"},
};

std::string names_of(std::span<const ParameterSpec> parameters) {
  std::string names;
  for (const ParameterSpec& one : parameters) names += (names.empty() ? "" : ", ") + std::string(one.name);
  return names.empty() ? "it takes none" : "it takes " + names;
}

bool is_choice(std::string_view choices, std::string_view value) {
  for (std::size_t begin = 0; begin < choices.size();) {
    const std::size_t end = std::min(choices.find(' ', begin), choices.size());
    if (choices.substr(begin, end - begin) == value) return true;
    begin = end + 1;
  }
  return false;
}

/// Why the value does not fit; empty: it does.
std::string wrong_value(const ParameterSpec& spec, const std::string& value) {
  const std::string name = "parameter \"" + std::string(spec.name) + "\"";
  switch (spec.type) {
    case ParameterType::text:
      return {};
    case ParameterType::number:
      return value.size() <= 9 && value.find_first_not_of("0123456789") == value.npos ? "" : name + " must be a number";
    case ParameterType::flag:
      return value == "1" || value == "0" || value == "true" || value == "false" ? "" : name + " must be 1 or 0";
    case ParameterType::choice:
      return is_choice(spec.choices, value) ? "" : name + " must be one of: " + std::string(spec.choices);
  }
  return {};
}

}  // namespace

std::string Call::value(std::string_view name) const {
  const std::vector<std::string> all = values(name);
  return all.empty() ? std::string() : all.front();
}

std::vector<std::string> Call::values(std::string_view name) const {
  std::vector<std::string> found;
  for (const Parameter& parameter : parameters) {
    if (parameter.name == name) found.push_back(parameter.value);
  }
  return found;
}

std::span<const Route> routes() {
  return table;
}

const Route* find_route(std::string_view path, std::string& rest) {
  for (const Route& route : routes()) {
    if (route.path == path && !(route.path.size() > 1 && route.path.ends_with('/'))) return &route;
    if (route.path.size() > 1 && route.path.ends_with('/') && path.size() > route.path.size() &&
        path.starts_with(route.path)) {
      rest = path.substr(route.path.size());
      return &route;
    }
  }
  return nullptr;
}

std::string wrong_parameter(const Route& route, const std::vector<Parameter>& parameters) {
  std::vector<std::string_view> seen;
  for (const Parameter& parameter : parameters) {
    const auto spec = std::find_if(route.parameters.begin(), route.parameters.end(),
                                   [&](const ParameterSpec& one) { return one.name == parameter.name; });
    if (spec == route.parameters.end())
      return "there is no parameter \"" + parameter.name + "\" here; " + names_of(route.parameters);
    if (!spec->repeated && std::find(seen.begin(), seen.end(), spec->name) != seen.end())
      return "parameter \"" + parameter.name + "\" is given twice";
    seen.push_back(spec->name);
    if (std::string wrong = wrong_value(*spec, parameter.value); !wrong.empty()) return wrong;
  }
  return {};
}

}  // namespace minutebook::server
