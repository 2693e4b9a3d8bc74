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

/// What was added to the query, and the switch.
void write_expansions(Page& page, const query::Answer& answer) {
  const Catalogue& words = page.words;
  const std::string path = page.path() == "/reviews" ? "/reviews" : "/search";
  for (const query::ShownExpansion& one : answer.interpreted.expansions) {
    if (one.to.empty()) continue;
    const auto line = page.html.open("p");
    const std::string key = one.spelling ? "page.also-written" : "page.also";
    page.html.text(words.text(key, {{"of", one.of}, {"labels", joined(one.to)}}) + " (" +
                   words.count(one.spelling ? "page.more-items" : "page.also-items", one.items) + "). ");
    if (one.applied) page.html.link(search_with(page, path, {{"expand", "no"}}), words.text("page.only-words"));
  }
  if (page.call.value("expand") == "no") {
    const auto line = page.html.open("p");
    page.html.text(words.text("page.only-words-on") + " ");
    page.html.link(search_with(page, path, {{"expand", "yes"}}), words.text("page.all-names"));
  }
}

/// "Meetings from 1 January 2020", "Committee: Cabinet"
std::string filter_sentence(const Page& page, const query::ShownFilter& filter) {
  const Catalogue& words = page.words;
  if (filter.field != schema::FieldId::date) {
    const std::string key = "page.facet." + std::string(schema::field_of(filter.field).name);
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < filter.values.size(); ++i) {
      const bool named = i < filter.labels.size();
      labels.push_back(value_label(page, filter.field, filter.values[i], named ? filter.labels[i] : filter.values[i]));
    }
    const std::string values = joined(labels);
    return words.has(key) ? words.text("page.filter-is", {{"name", words.text(key)}, {"value", values}}) : values;
  }
  std::vector<std::string> ends;
  if (filter.range.from) ends.push_back(words.text("page.meetings-from", {{"value", page.date(*filter.range.from)}}));
  if (filter.range.to) ends.push_back(words.text("page.meetings-to", {{"value", page.date(*filter.range.to)}}));
  return joined(ends);
}

/// What of the words typed was read as a filter: it is removed where it was typed.
std::vector<std::string> read_filters(const Page& page, const query::Answer& answer) {
  std::vector<std::string> sentences;
  const std::string typed = page.call.value("q");
  for (const query::ShownFilter& one : answer.interpreted.filters) {
    if (one.typed.empty() || typed.find(one.typed) == typed.npos) continue;
    sentences.push_back(
        page.words.text("page.read-as", {{"typed", one.typed}, {"filter", filter_sentence(page, one)}}));
  }
  return sentences;
}

void write_alone(Page& page, const query::Emptied& emptied) {
  const auto list = page.html.open("ul");
  for (const query::Alone& one : emptied.operands) {
    std::string text = page.words.count("page.alone", one.items);
    const std::size_t place = text.find("{typed}");
    if (place != text.npos) text.replace(place, 7, one.typed);
    page.html.element("li", text);
  }
}

}  // namespace

std::vector<Parameter> kept_search(const Page& page) {
  std::vector<Parameter> kept = given_filters(page.call);
  if (page.call.has("sort") && page.call.value("sort") != "relevance")
    kept.push_back({"sort", page.call.value("sort")});
  if (page.call.has("expand") && page.call.value("expand") != "yes")
    kept.push_back({"expand", page.call.value("expand")});
  return kept;
}

Link search_with(const Page& page, std::string_view path, const std::vector<Parameter>& more,
                 std::string_view fragment) {
  std::vector<Parameter> parameters;
  const bool for_people = path == "/search" || path == "/reviews" || path == "/timeline";
  const auto replaced = [&](const std::string& name) {
    return std::any_of(more.begin(), more.end(), [&](const Parameter& one) { return one.name == name; });
  };
  if (page.call.has("q")) parameters.push_back({"q", page.call.value("q")});
  for (Parameter& one : kept_search(page)) {
    if (!replaced(one.name) && (one.name != "sort" || path == "/search")) parameters.push_back(std::move(one));
  }
  for (const Parameter& one : more) {
    if (one != Parameter{"expand", "yes"}) parameters.push_back(one);
  }
  return for_people ? page.here(path, std::move(parameters), fragment) : Link::here(path, parameters);
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
    const std::string value = filter_value(page, filter, answer);
    html.text(filter.name == "from" || filter.name == "to"
                  ? page.words.text("page.meetings-" + filter.name, {{"value", value}})
                  : page.words.text("page.filter-is",
                                    {{"name", page.words.text("page.facet." + filter.name)}, {"value", value}}));
    html.element("span", " ×", {{"aria-hidden", "true"}});
  }
}

void write_incomplete(Page& page, const std::string& reason) {
  const auto box = page.html.open("div", {{"class", "warn"}});
  page.html.element("p", page.words.text("page.incomplete"));
  page.said("p", reason);
}

void write_understanding(Page& page, const query::Answer& answer) {
  const query::Interpreted& understood = answer.interpreted;
  const std::vector<std::string> filters = read_filters(page, answer);
  const bool told = !understood.expansions.empty() || !understood.optional.empty() || !understood.notes.empty() ||
                    !filters.empty() || page.call.value("expand") == "no";
  if (!told) return;
  const auto box = page.html.open("div", {{"class", "understood"}});
  write_expansions(page, answer);
  if (!understood.optional.empty())
    page.html.element("p", page.words.text("page.not-required", {{"words", joined(understood.optional)}}));
  for (const std::string& filter : filters) page.html.element("p", filter);
  for (const std::string& note : understood.notes) page.said("p", note);
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
    page.said("p", answer.emptied->reason);
    // Of one word alone the sentence says it all.
    if (answer.emptied->operands.size() > 1) write_alone(page, *answer.emptied);
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
          : words.text(searched(page.call) ? "page.searched" : "page.searchable",
                       {{"papers", papers}, {"from", page.date(coverage.from)}, {"to", page.date(coverage.to)}});
  if (coverage.not_searched > 0) text += " " + words.count("page.not-searched", coverage.not_searched);
  if (coverage.unread_pages > 0) text += " " + words.count("page.unread-pages", coverage.unread_pages);
  if (coverage.undated > 0) text += " " + words.count("page.undated", coverage.undated);
  page.html.element("p", text, {{"class", "coverage"}});
}

}  // namespace minutebook::server
