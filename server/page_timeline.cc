#include "query/include/minutebook/timeline.h"
#include "schema/error.h"
#include "server/api.h"
#include "server/page_search.h"
#include "server/search_filters.h"

namespace minutebook::server {
namespace {

/// This search within one period only: "2023", "2023/24" and "2023-05" are dates as the two ends take them.
Link within_period(const Page& page, const std::string& period) {
  std::vector<Parameter> parameters;
  if (page.call.has("q")) parameters.push_back({"q", page.call.value("q")});
  for (Parameter& filter : given_filters(page.call)) {
    if (filter.name != "from" && filter.name != "to") parameters.push_back(std::move(filter));
  }
  for (const char* end : {"from", "to"}) parameters.push_back({end, period});
  if (page.call.has("expand")) parameters.push_back({"expand", page.call.value("expand")});
  return page.here("/search", std::move(parameters));
}

void write_row(Page& page, const query::PeriodCounts& one, const std::string& name) {
  Html& html = page.html;
  const auto row = html.open("tr");
  {
    const auto head = html.open("th", {{"scope", "row"}});
    if (one.items > 0 && !one.period.empty()) {
      html.link(within_period(page, one.period), name);
    } else {
      html.text(name);
    }
  }
  for (const std::uint64_t number : {one.mentions, one.items, one.papers, one.searched})
    html.element("td", grouped_digits(number));
}

void write_table(Page& page, const query::Timeline& timeline) {
  Html& html = page.html;
  const Catalogue& words = page.words;
  const auto table = html.open("table", {{"class", "figures"}});
  html.element("caption", words.text("timeline.caption"));
  {
    const auto head = html.open("thead");
    const auto row = html.open("tr");
    for (const char* key :
         {"timeline.period", "timeline.mentions", "timeline.items", "timeline.papers", "timeline.searched"})
      html.element("th", words.text(key), {{"scope", "col"}});
  }
  const auto body = html.open("tbody");
  for (const query::PeriodCounts& one : timeline.periods) write_row(page, one, one.period);
  if (timeline.undated.searched > 0) write_row(page, timeline.undated, words.text("page.undated-paper"));
  write_row(page, timeline.total, words.text("timeline.total"));
}

/// Calendar years, municipal years, months; the one that is shown is no link.
void write_choices(Page& page, query::Period shown) {
  Html& html = page.html;
  const auto line = html.open("p", {{"class", "choices"}});
  html.text(page.words.text("timeline.by") + " ");
  for (const auto& [period, name] :
       {std::pair{query::Period::year, "year"}, std::pair{query::Period::municipal_year, "municipal-year"},
        std::pair{query::Period::month, "month"}}) {
    const std::string words = page.words.text(std::string("timeline.by.") + name);
    if (period == shown) {
      html.element("strong", words, {{"aria-current", "true"}});
    } else {
      html.link(search_with(page, "/timeline", {{"by", name}}), words);
    }
    html.text(" ");
  }
}

}  // namespace

Response page_timeline(Call& call) {
  Page page(call);
  std::optional<query::Timeline> timeline;
  try {
    timeline = query::timeline(call.index(), understand_search(call), period_of(call), call.deadline);
    call.complete = timeline->complete;
  } catch (const schema::Error& error) {
    if (error.code() != schema::ErrorCode::usage) throw;
    return page_problem(call, 400, page.words.text("page.wrong-query"), [&](Page& problem) {
      problem.said("p", error.what());
      if (!error.hint().empty()) problem.said("p", error.hint());
    });
  }
  const std::string title = page.words.text("timeline.title");
  return page.finish(200, call.has("q") ? title + ": " + call.value("q") : title, [&] {
    Html& html = page.html;
    {
      const auto line = html.open("p", {{"class", "back"}});
      html.link(search_with(page, "/search", {}), page.words.text("page.back"));
    }
    html.element("h1", title, {{"id", "results"}, {"tabindex", "-1"}});
    if (call.has("q")) html.element("p", call.value("q"), {{"class", "asked"}});
    if (!timeline->complete) write_incomplete(page, timeline->incomplete_reason);
    write_choices(page, timeline->by);
    std::vector<Parameter> by;
    if (call.has("by")) by.push_back({"by", call.value("by")});
    // The table below says the same in words.
    std::vector<Parameter> picture = by;
    picture.push_back({"ui", std::string(page.words.tag())});
    html.picture(search_with(page, "/timeline.svg", picture), "", {{"class", "timeline"}});
    write_table(page, *timeline);
    const auto line = html.open("p");
    html.link(search_with(page, "/api/v1/timeline", by), page.words.text("page.timeline-data"));
  });
}

}  // namespace minutebook::server
