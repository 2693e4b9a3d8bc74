#include "server/page_search.h"

#include <algorithm>

#include "schema/error.h"
#include "server/asked_language.h"
#include "server/search_filters.h"
#include "server/search_request.h"
#include "server/topic_labels.h"

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
  const auto list = html.open("ul");
  for (const auto& [path, key] : {std::pair{"/feed.atom", "page.feed"}, std::pair{"/export.csv", "page.csv"},
                                  std::pair{"/api/v1/mentions", "page.ndjson"}}) {
    const auto entry = html.open("li");
    html.link(search_with(page, path, {}), page.words.text(key));
  }
  if (!page.call.has("q")) return;
  const auto entry = html.open("li");
  html.link(search_with(page, "/reviews", {}), page.words.text("reviews.link"));
}

/// The picture is fetched when somebody opens it: it costs a look at every mention.
void write_timeline(Page& page) {
  Html& html = page.html;
  const auto details = html.open("details", {{"class", "by-year"}});
  html.element("summary", page.words.text("page.timeline"));
  html.picture(search_with(page, "/timeline.svg", {{"ui", std::string(page.words.tag())}}),
               page.words.text("page.timeline-picture"), {{"loading", "lazy"}, {"class", "timeline"}});
  const auto line = html.open("p");
  html.link(search_with(page, "/timeline", {}), page.words.text("page.timeline-table"));
}

void write_answer(Page& page, const ShownSearch& search) {
  const query::Answer& answer = search.answer;
  Html& html = page.html;
  const auto section = html.open("section", {{"class", "answer"}, {"aria-labelledby", "results"}});
  const bool found = answer.totals.items > 0;
  html.element("h2", found ? count_text(page, answer.totals) : page.words.text("page.nothing"),
               {{"id", "results"}, {"tabindex", "-1"}});
  if (!answer.complete) write_incomplete(page, answer.incomplete_reason);
  write_active_filters(page, answer);
  write_suggestions(page, answer);
  write_understanding(page, answer);
  if (found) write_timeline(page);
  if (!found) write_nothing(page, answer);
  write_results(page, search);
  write_coverage(page, answer);
  if (found) write_exports(page);
}

/// Filters can be used before any words are typed, and what there is to search is said.
Response start_page(Page& page, const query::Answer& answer) {
  return page.finish(200, {}, [&] {
    write_form(page, {&answer, {}});
    Html& html = page.html;
    const auto section = html.open("section", {{"class", "answer start"}, {"id", "results"}, {"tabindex", "-1"}});
    html.element("p", page.words.text("page.search-hint"));
    {
      const auto list = html.open("ul");
      for (const auto& [path, key] : {std::pair{"/help", "page.help"}, std::pair{"/reviews", "reviews.link"}}) {
        const auto entry = html.open("li");
        html.link(page.here(path), page.words.text(key));
      }
    }
    write_coverage(page, answer);
  });
}

/// What is wrong with the query or the dates, above the boxes that still hold them.
Response refused_page(Page& page, const schema::Error* error, const std::vector<std::string>& wrong) {
  const std::string title = page.words.text(error != nullptr ? "page.wrong-query" : "page.wrong-place");
  return page.finish(400, title, [&] {
    Html& html = page.html;
    {
      const auto box = html.open("div", {{"class", "problem"}, {"role", "alert"}, {"id", "results"}});
      html.element("h2", title);
      if (error != nullptr) {
        page.said("p", error->what());
        if (!error->hint().empty()) page.said("p", error->hint());
      }
      for (const std::string& end : wrong) {
        const auto line = html.open("p");
        html.link(Link::within(end), date_problem(page, end));
      }
    }
    write_form(page, {nullptr, wrong});
  });
}

query::Answer search_from_page(Call& call, query::SearchOptions& options) {
  const query::ResolvedQuery asked = understand_search(call);
  try {
    return search(call.index(), asked, options);
  } catch (const schema::Error& error) {
    // A page that was kept since before the index changed: it is read from its beginning.
    if (error.code() != schema::ErrorCode::usage || options.cursor.empty()) throw;
    options.cursor.clear();
    std::erase_if(call.parameters, [](const Parameter& one) { return one.name == "cursor"; });
    return search(call.index(), asked, options);
  }
}

query::Answer answer_of(Call& call, query::SearchOptions& options) {
  query::Answer answer = search_from_page(call, options);
  if (asked_language(call) == Language::welsh) name_topics_in_welsh(*call.index().index().vocabulary, answer);
  return answer;
}

}  // namespace

bool searched(const Call& call) {
  const std::vector<Parameter> filters = given_filters(call);
  return call.value("q").find_first_not_of(' ') != std::string::npos || !filters.empty();
}

std::string item_count(const Page& page, const query::Answer& answer) {
  return answer.totals.items > 0 ? page.words.count("page.items", answer.totals.items)
                                 : page.words.text("page.nothing");
}

Response page_search(Call& call) {
  // An empty box of a form is not filled in, which is not a date that is nothing.
  std::erase_if(call.parameters, [](const Parameter& one) { return one.value.empty(); });
  Page page(call);
  if (const std::vector<std::string> wrong = wrong_dates(call); !wrong.empty())
    return refused_page(page, nullptr, wrong);
  query::SearchOptions options;
  query::Answer answer;
  const bool start = !searched(call);
  try {
    options = search_options(call);
    options.facets = page_facets();
    if (start) options.limit = 0;
    options.read_again = [&](const std::string& text) { return understand(call, text); };
    answer = answer_of(call, options);
    call.complete = answer.complete;
  } catch (const schema::Error& error) {
    if (error.code() != schema::ErrorCode::usage) throw;
    return refused_page(page, &error, {});
  }
  if (start) return start_page(page, answer);
  page.feed = search_with(page, "/feed.atom", {});
  const std::string counted = item_count(page, answer);
  return page.finish(200, call.has("q") ? call.value("q") + " – " + counted : counted, [&] {
    write_form(page, {&answer, {}});
    write_answer(page, {answer, options});
  });
}

}  // namespace minutebook::server
