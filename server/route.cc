#include "server/route.h"

#include <algorithm>
#include <array>

#include "server/api.h"
#include "server/embed.h"
#include "server/health.h"
#include "server/openapi.h"
#include "server/page.h"
#include "server/search_filters.h"

namespace minutebook::server {
namespace {

constexpr ParameterSpec query = {"q", ParameterType::text, {}, false, "the query"};
constexpr ParameterSpec expand = {"expand", ParameterType::choice, "yes typed no", false,
                                  "typed: labels count as typed; no: labels and acronyms mean only themselves, word "
                                  "for word (default: yes)"};
constexpr ParameterSpec without_label = {
    "without-label", ParameterType::text, {}, true, "a label to leave out of what is added to the query"};
constexpr ParameterSpec sort = {"sort", ParameterType::choice, "relevance newest oldest", false, "order of the rows"};
constexpr ParameterSpec by = {"by", ParameterType::choice, "year municipal-year month", false,
                              "what is counted together (default: year)"};
constexpr ParameterSpec facet = {
    "facet", ParameterType::text, {}, true, "a field to count the values of, NAME or NAME:N for the N largest"};

/// A route's own parameters and those of the filters.
template <std::size_t Own>
constexpr std::array<ParameterSpec, Own + filter_count> with_filters(const ParameterSpec (&own)[Own]) {
  std::array<ParameterSpec, Own + filter_count> made{};
  std::copy(std::begin(own), std::end(own), made.begin());
  std::copy(filter_parameters.begin(), filter_parameters.end(), made.begin() + Own);
  return made;
}

constexpr auto search_parameters = with_filters({
    query,
    {"limit", ParameterType::number, {}, false, "rows at most, 1 to 100 (default: 10)"},
    {"cursor", ParameterType::text, {}, false, "\"next\" of the page before"},
    sort,
    {"group", ParameterType::choice, "item paper meeting", false, "one row for each (default: item)"},
    facet,
    {"mentions", ParameterType::flag, {}, false, "one row for each mention"},
    {"strict", ParameterType::flag, {}, false, "leave items with only some of the words out"},
    expand,
    without_label,
});
constexpr auto facet_parameters = with_filters({query, facet, expand, without_label});
constexpr auto mention_parameters =
    with_filters({query,
                  sort,
                  expand,
                  without_label,
                  {"format", ParameterType::choice, "ndjson csv", false, "form of the rows (default: ndjson)"}});
constexpr auto export_parameters = with_filters({query, sort, expand, without_label});
constexpr auto timeline_parameters = with_filters({query, by, expand, without_label});
constexpr auto review_parameters = with_filters({query, expand, without_label});
constexpr auto action_parameters =
    with_filters({query,
                  {"open", ParameterType::flag, {}, false, "only what no later item of the committee seems to answer"},
                  {"all", ParameterType::flag, {}, false, "also resolutions and recommendations that ask for nothing"},
                  {"format", ParameterType::choice, "json csv", false, "form of the rows (default: json)"},
                  expand,
                  without_label});
constexpr ParameterSpec suggest_parameters[] = {{"q", ParameterType::text, {}, false, "what is typed so far"}};
constexpr auto review_page_parameters = with_filters({query, expand, interface_parameter});
constexpr ParameterSpec mark = {"mark", ParameterType::text, {}, false, "a query whose words are highlighted"};
constexpr ParameterSpec show_parameters[] = {mark, expand};

constexpr ParameterSpec page_cursor = {"cursor", ParameterType::text, {}, false, "where the page before ended"};
constexpr auto search_page_parameters = with_filters({query, sort, expand, interface_parameter, page_cursor});
// Besides the words to mark they take the search that led to them, and lead back to it.
constexpr auto item_page_parameters = with_filters({mark, sort, expand, interface_parameter, page_cursor});
constexpr auto timeline_page_parameters = with_filters({query, by, expand, interface_parameter});
constexpr auto timeline_picture_parameters = with_filters({query, by, expand, without_label, interface_parameter});
constexpr ParameterSpec plain_page_parameters[] = {interface_parameter};

constexpr Audience api = Audience::api;

constexpr std::string_view json = "application/json";
constexpr std::string_view html = "text/html";

constexpr ParameterSpec embed_file_parameters[] = {
    {"v", ParameterType::text, {}, false, "which version of the file is meant; it is the same file, kept longer"}};
constexpr ParameterSpec demo_parameters[] = {
    {"lang", ParameterType::choice, "en cy", false, "language of the page; else the browser's wish decides"}};
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
    {"/healthz", Lane::here, api, false, false, {}, answer_health, "whether the process is up", "text/plain"},
    {"/readyz",
     Lane::here,
     api,
     false,
     false,
     {},
     answer_ready,
     "whether an index is open, and which revision",
     json,
     "Ready"},
    {"/metrics",
     Lane::here,
     api,
     false,
     false,
     {},
     answer_metrics,
     "counts, in the text format of Prometheus",
     "text/plain"},
    {"/openapi.json", Lane::here, api, false, true, {}, answer_openapi, "this description", json, "Description"},
    {"/api/v1/search", Lane::query, api, true, true, search_parameters, api_search, "a ranked, faceted answer", json,
     "Answer"},
    {"/api/v1/facets", Lane::query, api, true, true, facet_parameters, api_facets, "totals and facets of an answer",
     json, "Answer"},
    {"/api/v1/mentions", Lane::stream, api, true, false, mention_parameters, api_mentions,
     "every mention, streamed; the last line closes the export", "application/x-ndjson", "MentionLine"},
    {"/api/v1/items/", Lane::query, api, false, true, show_parameters, api_item, "one item, whole", json, "Shown"},
    {"/api/v1/papers/", Lane::query, api, false, true, show_parameters, api_paper, "one paper, whole", json, "Shown"},
    {"/api/v1/timeline", Lane::query, api, true, true, timeline_parameters, api_timeline,
     "mentions by time and council, beside what was searched", json, "Timeline"},
    {"/api/v1/reviews", Lane::query, api, true, true, review_parameters, api_reviews,
     "prior reviews of a subject, with what was recommended and what came of it", json, "Reviews"},
    {"/api/v1/actions", Lane::query, api, true, true, action_parameters, api_actions,
     "what committees asked for, and the later items that seem to answer it", json, "Actions"},
    {"/api/v1/suggest", Lane::query, api, false, true, suggest_parameters, api_suggest,
     "completions of what is being typed", json, "Suggestions"},
    {"/api/v1/coverage",
     Lane::query,
     api,
     false,
     true,
     {},
     api_coverage,
     "what is in the index, and what could not be read",
     json,
     "Ledger"},
    {"/feed.atom", Lane::query, api, false, true, review_parameters, api_feed, "the newest items of a search",
     "application/atom+xml"},
    {"/export.csv", Lane::stream, api, true, false, export_parameters, api_export_csv, "every mention as CSV, streamed",
     "text/csv"},
    {"/", Lane::query, Audience::page, false, true, search_page_parameters, page_search, "the search page", html},
    {"/search", Lane::query, Audience::page, false, true, search_page_parameters, page_search, "the search page", html},
    {"/item/", Lane::query, Audience::page, false, true, item_page_parameters, page_item, "an item, for people", html},
    {"/paper/", Lane::query, Audience::page, false, true, item_page_parameters, page_paper, "a paper, for people",
     html},
    {"/reviews", Lane::query, Audience::page, false, true, review_page_parameters, page_reviews,
     "prior reviews, for people", html},
    {"/timeline", Lane::query, Audience::page, false, true, timeline_page_parameters, page_timeline,
     "mentions by time as a picture and a table, for people", html},
    {"/help", Lane::here, Audience::page, false, true, plain_page_parameters, page_help, "how to search", html},
    {"/style.css", Lane::here, Audience::page, false, true, {}, page_style, "how the pages look", "text/css"},
    {"/icon.svg", Lane::here, Audience::page, false, false, {}, page_icon, "the icon of the pages", "image/svg+xml"},
    // Browsers ask for it unprompted wherever a page names no icon, such as a feed or an answer of the API.
    {"/favicon.ico", Lane::here, Audience::page, false, false, {}, page_icon, "the icon of the pages", "image/svg+xml"},
    {"/timeline.svg", Lane::query, Audience::page, false, true, timeline_picture_parameters, api_timeline_picture,
     "the timeline as a picture", "image/svg+xml"},
    {"/embed/v1/", Lane::here, Audience::page, false, false, embed_file_parameters, embed_file,
     "the component, by the names of its files", "text/javascript"},
    {"/embed", Lane::here, Audience::embed, false, false, embed_parameters, embed_page,
     "the component for pages that show it in a frame", html},
    {"/embed/demo", Lane::here, Audience::page, false, false, demo_parameters, embed_demo, "how to embed the component",
     html},
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
