#include <algorithm>

#include "query/print_query.h"
#include "server/page_search.h"
#include "server/search_filters.h"

namespace minutebook::server {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string filter_value(const Page& page, const Parameter& filter, const query::Answer& answer) {
  for (const query::ShownFilter& shown : answer.interpreted.filters) {
    if (schema::field_of(shown.field).name != filter.name) continue;
    for (std::size_t i = 0; i < shown.values.size(); ++i) {
      if (shown.values[i] == filter.value) return value_label(page, shown.field, filter.value, shown.labels[i]);
    }
  }
  return filter.value;
}

std::string filter_name(const Page& page, const std::string& name) {
  if (name == "from" || name == "to") return page.words.text("page.dates") + ", " + page.words.text("page." + name);
  return page.words.text("page.facet." + name);
}

void write_expansions(Page& page, const query::Answer& answer) {
  const Catalogue& words = page.words;
  for (const query::ShownExpansion& one : answer.interpreted.expansions) {
    const auto line = page.html.open("p");
    page.html.text(words.text("page.also", {{"of", one.of}, {"labels", joined(one.to)}}) + " (" +
                   words.count("page.also-items", one.items) + "). ");
    page.html.link(search_with(page, "/search", {{"expand", "no"}}), words.text("page.only-words"));
  }
  if (page.call.value("expand") == "no") {
    const auto line = page.html.open("p");
    page.html.link(search_with(page, "/search", {}), words.text("page.all-names"));
  }
}

}  // namespace

Link search_with(const Page& page, std::string_view path, const std::vector<Parameter>& more) {
  std::vector<Parameter> parameters;
  if (page.call.has("q")) parameters.push_back({"q", page.call.value("q")});
  for (Parameter& filter : given_filters(page.call)) parameters.push_back(std::move(filter));
  if (page.call.has("sort") && page.call.value("sort") != "relevance" && path == "/search")
    parameters.push_back({"sort", page.call.value("sort")});
  parameters.insert(parameters.end(), more.begin(), more.end());
  return path == "/search" ? page.here(path, std::move(parameters)) : Link::here(path, parameters);
}

Link search_without(const Page& page, const Parameter& parameter) {
  std::vector<Parameter> parameters;
  for (const Parameter& one : page.call.parameters) {
    if (one != parameter && one.name != "cursor" && one.name != "ui") parameters.push_back(one);
  }
  return page.here("/search", std::move(parameters));
}

Link search_without_filters(const Page& page) {
  std::vector<Parameter> parameters;
  for (const char* name : {"q", "sort", "expand"}) {
    if (page.call.has(name)) parameters.push_back({name, page.call.value(name)});
  }
  return page.here("/search", std::move(parameters));
}

void write_active_filters(Page& page, const query::Answer& answer) {
  const std::vector<Parameter> given = given_filters(page.call);
  if (given.empty()) return;
  Html& html = page.html;
  html.element("h3", page.words.text("page.active"), {{"class", "unseen"}, {"id", "active"}});
  const auto list = html.open("ul", {{"class", "active"}, {"aria-labelledby", "active"}});
  for (const Parameter& filter : given) {
    const auto entry = html.open("li");
    const auto link = html.open_link(search_without(page, filter));
    html.element("span", page.words.text("page.remove") + " ", {{"class", "unseen"}});
    html.text(page.words.text(
        "page.filter-is", {{"name", filter_name(page, filter.name)}, {"value", filter_value(page, filter, answer)}}));
    html.element("span", " ×", {{"aria-hidden", "true"}});
  }
}

void write_understanding(Page& page, const query::Answer& answer) {
  const query::Interpreted& understood = answer.interpreted;
  const bool told = !understood.expansions.empty() || !understood.optional.empty() || !understood.notes.empty() ||
                    page.call.value("expand") == "no";
  if (!told) return;
  const auto box = page.html.open("div", {{"class", "understood"}});
  write_expansions(page, answer);
  if (!understood.optional.empty())
    page.html.element("p", page.words.text("page.not-required", {{"words", joined(understood.optional)}}));
  for (const std::string& note : understood.notes) page.html.element("p", note, {{"lang", "en"}});
}

void write_suggestions(Page& page, const query::Answer& answer) {
  for (const query::Suggestion& suggestion : answer.suggestions) {
    const auto line = page.html.open("p", {{"class", "suggestion"}});
    page.html.text(page.words.text("page.did-you-mean") + ": ");
    std::vector<Parameter> parameters = {{"q", suggestion.query}};
    for (Parameter& filter : given_filters(page.call)) parameters.push_back(std::move(filter));
    page.html.link(page.here("/search", std::move(parameters)), suggestion.query);
    page.html.text(" (" + page.words.count("page.items", suggestion.items) + ")");
  }
}

void write_nothing(Page& page, const query::Answer& answer) {
  Html& html = page.html;
  const auto box = html.open("div", {{"class", "nothing"}});
  if (answer.emptied) {
    html.element("p", answer.emptied->reason, {{"lang", "en"}});
    const auto list = html.open("ul");
    for (const query::Alone& one : answer.emptied->operands) {
      std::string text = page.words.count("page.alone", one.items);
      const std::size_t place = text.find("{typed}");
      if (place != text.npos) text.replace(place, 7, one.typed);
      html.element("li", text);
    }
  }
  html.element("p", page.words.text("page.improve"));
  const auto list = html.open("ul");
  html.element("li", page.words.text("page.improve-words"));
  html.element("li", page.words.text("page.improve-spelling"));
  if (!given_filters(page.call).empty()) html.element("li", page.words.text("page.improve-filters"));
}

void write_coverage(Page& page, const query::Answer& answer) {
  const query::Coverage& coverage = answer.coverage;
  const Catalogue& words = page.words;
  const std::string papers = words.count("page.papers", coverage.papers);
  std::string text =
      coverage.from.year == 0
          ? words.text("page.searched-undated", {{"papers", papers}})
          : words.text("page.searched",
                       {{"papers", papers}, {"from", page.date(coverage.from)}, {"to", page.date(coverage.to)}});
  if (coverage.not_searched > 0) text += " " + words.count("page.not-searched", coverage.not_searched);
  if (coverage.unread_pages > 0) text += " " + words.count("page.unread-pages", coverage.unread_pages);
  if (coverage.undated > 0) text += " " + words.count("page.undated", coverage.undated);
  page.html.element("p", text, {{"class", "coverage"}});
}

}  // namespace minutebook::server
