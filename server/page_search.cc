#include "server/page_search.h"

#include "schema/error.h"
#include "server/search_filters.h"
#include "server/search_request.h"

namespace minutebook::server {
namespace {

std::string count_text(const Page& page, const query::Totals& totals) {
  const Catalogue& words = page.words;
  return words.text("page.count", {{"items", words.count("page.items", totals.items)},
                                   {"papers", words.count("page.papers", totals.papers)},
                                   {"meetings", words.count("page.meetings", totals.meetings)}});
}

void write_exports(Page& page) {
  Html& html = page.html;
  const auto section = html.open("section", {{"class", "keep"}, {"aria-labelledby", "keep"}});
  html.element("h2", page.words.text("page.keep"), {{"id", "keep"}});
  {
    const auto list = html.open("ul");
    for (const auto& [path, key] : {std::pair{"/feed.atom", "page.feed"}, std::pair{"/export.csv", "page.csv"},
                                    std::pair{"/api/v1/mentions", "page.ndjson"}}) {
      const auto entry = html.open("li");
      html.link(search_with(page, path, {}), page.words.text(key));
    }
  }
  if (page.call.has("q")) {
    const auto line = html.open("p");
    html.link(page.here("/reviews", {{"q", page.call.value("q")}}), page.words.text("reviews.link"));
  }
  const auto details = html.open("details", {{"class", "timeline"}});
  html.element("summary", page.words.text("page.timeline"));
  html.picture(search_with(page, "/timeline.svg", {}), page.words.text("page.timeline-picture"), {{"loading", "lazy"}});
  const auto line = html.open("p");
  html.link(search_with(page, "/api/v1/timeline", {}), page.words.text("page.timeline-data"));
}

void write_answer(Page& page, const ShownSearch& search) {
  const query::Answer& answer = search.answer;
  Html& html = page.html;
  const auto section = html.open("section", {{"class", "answer"}, {"aria-labelledby", "results"}});
  const bool found = answer.totals.items > 0;
  html.element("h2", found ? count_text(page, answer.totals) : page.words.text("page.nothing"),
               {{"id", "results"}, {"tabindex", "-1"}});
  if (!answer.complete)
    html.element("p", page.words.text("page.incomplete", {{"reason", answer.incomplete_reason}}), {{"class", "warn"}});
  write_active_filters(page, answer);
  write_suggestions(page, answer);
  write_understanding(page, answer);
  if (!found) write_nothing(page, answer);
  write_results(page, search);
  write_coverage(page, answer);
  if (found) write_exports(page);
}

Response start_page(Page& page) {
  return page.finish(200, {}, [&] {
    write_form(page, nullptr);
    page.html.element("p", page.words.text("page.search-hint"), {{"id", "results"}, {"class", "start"}});
  });
}

/// What is wrong with the query, above the box that still holds it.
Response refused_page(Page& page, const schema::Error& error) {
  return page.finish(400, page.words.text("page.wrong-query"), [&] {
    {
      const auto box = page.html.open("div", {{"class", "problem"}, {"role", "alert"}});
      page.html.element("h2", page.words.text("page.wrong-query"));
      page.html.element("p", error.what(), {{"lang", "en"}});
      if (!error.hint().empty()) page.html.element("p", error.hint(), {{"lang", "en"}});
    }
    write_form(page, nullptr);
    page.html.element("p", page.words.text("page.search-hint"), {{"id", "results"}, {"class", "start"}});
  });
}

}  // namespace

Response page_search(Call& call) {
  Page page(call);
  if (!call.has("q") && given_filters(call).empty()) return start_page(page);
  query::SearchOptions options;
  query::Answer answer;
  try {
    options = search_options(call);
    options.facets = page_facets();
    options.read_again = [&](const std::string& text) { return understand(call, text); };
    answer = search(call.index(), understand_search(call), options);
    call.complete = answer.complete;
  } catch (const schema::Error& error) {
    if (error.code() != schema::ErrorCode::usage) throw;
    return refused_page(page, error);
  }
  const std::string title = call.value("q");
  return page.finish(200, title, [&] {
    write_form(page, &answer);
    write_answer(page, {answer, options});
  });
}

}  // namespace minutebook::server
