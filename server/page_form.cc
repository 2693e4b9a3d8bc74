#include <algorithm>
#include <array>

#include "schema/error.h"
#include "schema/fields.h"
#include "server/page_search.h"
#include "server/search_filters.h"
#include "server/search_request.h"
#include "server/topic_labels.h"

namespace minutebook::server {
namespace {

using schema::FieldId;

struct ShownFacet {
  FieldId field;
  std::size_t values;  ///< shown at once; chosen ones always
};

constexpr std::array<ShownFacet, 6> facets = {{{FieldId::council, 15},
                                               {FieldId::committee, 15},
                                               {FieldId::kind, 10},
                                               {FieldId::topic, 15},
                                               {FieldId::municipal_year, 30},
                                               {FieldId::portfolio, 10}}};

void write_box(Page& page) {
  Html& html = page.html;
  const auto box = html.open("div", {{"class", "box"}});
  {
    const auto heading = html.open("h1");
    html.element("label", page.words.text("page.search-label"), {{"for", "q"}});
  }
  const auto line = html.open("div", {{"class", "box-line"}});
  html.single("input", {{"type", "search"},
                        {"id", "q"},
                        {"name", "q"},
                        {"value", page.call.value("q")},
                        {"autocomplete", "off"},
                        {"spellcheck", "false"},
                        {"enterkeyhint", "search"}});
  html.element("button", page.words.text("page.search-button"), {{"type", "submit"}});
}

void write_sort(Page& page) {
  Html& html = page.html;
  const auto group = html.open("p", {{"class", "sort"}});
  html.element("label", page.words.text("page.sort"), {{"for", "sort"}});
  const auto select = html.open("select", {{"id", "sort"}, {"name", "sort"}});
  for (const char* order : {"relevance", "newest", "oldest"}) {
    const auto option = html.open("option", {{"value", order}}, {{"selected", page.call.value("sort") == order}});
    html.text(page.words.text(std::string("page.sort.") + order));
  }
}

void write_date(Page& page, const std::string& end, bool wrong) {
  Html& html = page.html;
  const auto line = html.open("p");
  html.element("label", page.words.text("page." + end), {{"for", end}});
  if (wrong) html.element("span", date_problem(page, end), {{"class", "wrong"}, {"id", "wrong-" + end}});
  html.single("input", {{"type", "text"},
                        {"id", end},
                        {"name", end},
                        {"value", page.call.value(end)},
                        {"autocomplete", "off"},
                        {"aria-invalid", wrong ? "true" : "false"},
                        {"aria-describedby", wrong ? "wrong-" + end + " date-hint" : "date-hint"}});
}

void write_dates(Page& page, const FormState& state) {
  Html& html = page.html;
  const bool given = !page.call.value("from").empty() || !page.call.value("to").empty();
  const auto details = html.open("details", {}, {{"open", given}});
  html.element("summary", page.words.text("page.dates"));
  const auto set = html.open("fieldset");
  html.element("legend", page.words.text("page.dates"), {{"class", "unseen"}});
  html.element("p", page.words.text("page.date-hint"), {{"class", "hint"}, {"id", "date-hint"}});
  for (const char* end : {"from", "to"}) {
    const bool wrong = std::find(state.wrong_dates.begin(), state.wrong_dates.end(), end) != state.wrong_dates.end();
    write_date(page, end, wrong);
  }
}

bool chosen(const Page& page, std::string_view name, const std::string& value) {
  const std::vector<std::string> values = page.call.values(name);
  return std::find(values.begin(), values.end(), value) != values.end();
}

void write_value(Page& page, const schema::Field& field, const query::FacetCount& one, std::size_t number) {
  Html& html = page.html;
  const std::string id = std::string(field.name) + "-" + std::to_string(number);
  const auto line = html.open("p", {{"class", "choice"}});
  html.single("input", {{"type", "checkbox"}, {"id", id}, {"name", std::string(field.name)}, {"value", one.value}},
              {{"checked", chosen(page, field.name, one.value)}});
  const auto label = html.open("label", {{"for", id}});
  html.element("span", value_label(page, field.id, one.value, one.label),
               {{"lang", field.id == FieldId::topic
                             ? language_of_topics(*page.call.index().index().vocabulary, page.words.language())
                             : std::string(page.words.tag())}});
  html.text(" ");
  html.element("span", "(" + grouped_digits(one.count) + ")", {{"class", "count"}});
}

/// Chosen values that the answer does not name (it may be empty) stay, to be taken away.
std::vector<query::FacetCount> values_of(const Page& page, const schema::Field& field, const query::Facet* facet) {
  std::vector<query::FacetCount> values;
  if (facet != nullptr) values = facet->counts;
  for (const std::string& value : page.call.values(field.name)) {
    const bool there = std::any_of(values.begin(), values.end(), [&](const auto& one) { return one.value == value; });
    if (!there) values.push_back({value, value, 0, true});
  }
  return values;
}

void write_facet(Page& page, const ShownFacet& shown, const query::Answer* answer) {
  const schema::Field& field = schema::field_of(shown.field);
  const query::Facet* facet = nullptr;
  if (answer != nullptr) {
    const auto found = std::find_if(answer->facets.begin(), answer->facets.end(),
                                    [&](const query::Facet& one) { return one.field == shown.field; });
    if (found != answer->facets.end()) facet = &*found;
  }
  const std::vector<query::FacetCount> values = values_of(page, field, facet);
  const bool in_use = page.call.has(field.name);
  // One value for all items tells nothing apart.
  if (values.empty() || (values.size() == 1 && !in_use)) return;
  Html& html = page.html;
  const std::string name = page.words.text("page.facet." + std::string(field.name));
  const auto details = html.open("details", {}, {{"open", in_use}});
  html.element("summary", name);
  const auto set = html.open("fieldset");
  html.element("legend", name, {{"class", "unseen"}});
  for (std::size_t i = 0; i < values.size(); ++i) write_value(page, field, values[i], i);
  if (facet != nullptr && facet->values > facet->counts.size())
    html.element("p", page.words.count("page.facet-more", facet->values - facet->counts.size()), {{"class", "hint"}});
}

}  // namespace

std::vector<query::FacetWish> page_facets() {
  std::vector<query::FacetWish> wishes;
  for (const ShownFacet& facet : facets) wishes.push_back({facet.field, facet.values});
  return wishes;
}

/// Of the values of some fields the catalogue has the words.
std::string key_of_value(FieldId field, const std::string& value) {
  if (field == FieldId::kind) return "kind." + value;
  if (field == FieldId::committee_kind) return "body." + value;
  if (field == FieldId::language) return "language." + value;
  if (field == FieldId::in) return "passage." + value;
  return {};
}

std::string value_label(const Page& page, FieldId field, const std::string& value, const std::string& label) {
  if (value == schema::unknown_value) return page.words.text("value.unknown");
  const std::string key = key_of_value(field, value);
  return page.words.has(key) ? page.words.text(key) : label;
}

std::vector<std::string> wrong_dates(Call& call) {
  std::vector<std::string> wrong;
  for (const char* end : {"from", "to"}) {
    std::string typed = call.value(end);
    std::erase(typed, '"');
    if (typed.empty()) continue;
    try {
      understand(call, "since:\"" + typed + "\"");
    } catch (const schema::Error& error) {
      if (error.code() != schema::ErrorCode::usage) throw;
      wrong.emplace_back(end);
    }
  }
  return wrong;
}

std::string date_problem(const Page& page, const std::string& end) {
  return page.words.text("page.wrong-date", {{"typed", page.call.value(end)}});
}

void write_form(Page& page, const FormState& state) {
  Html& html = page.html;
  const auto form = html.open_form(Link::here("/search"), {{"role", "search"}, {"class", "search"}});
  write_box(page);
  if (page.call.has("ui")) html.single("input", {{"type", "hidden"}, {"name", "ui"}, {"value", page.call.value("ui")}});
  if (page.call.value("expand") == "no")
    html.single("input", {{"type", "hidden"}, {"name", "expand"}, {"value", "no"}});
  // Wide pages show it open beside the results; narrow ones closed, or the results would begin far below.
  const auto panel = html.open("details", {{"class", "panel"}}, {{"open", !state.wrong_dates.empty()}});
  const std::size_t used = given_filters(page.call).size();
  html.element("summary", used == 0 ? page.words.text("page.filters") : page.words.count("page.filters-used", used));
  html.element("h2", page.words.text("page.filters"));
  write_sort(page);
  write_dates(page, state);
  for (const ShownFacet& facet : facets) write_facet(page, facet, state.answer);
  const auto buttons = html.open("p", {{"class", "buttons"}});
  html.element("button", page.words.text("page.apply"), {{"type", "submit"}});
  if (used > 0) html.link(search_without_filters(page), page.words.text("page.clear"));
}

}  // namespace minutebook::server
