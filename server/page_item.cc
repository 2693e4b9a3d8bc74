#include <algorithm>
#include <optional>

#include "schema/error.h"
#include "server/page.h"
#include "server/search_request.h"

namespace minutebook::server {
namespace {

std::string title_of(const Page& page, const query::ShownItem& item) {
  if (item.title.empty()) return page.words.text("page.front");
  return item.number.empty() ? item.title : item.number + " " + item.title;
}

std::vector<Parameter> kept_mark(const Page& page) {
  std::vector<Parameter> parameters;
  for (const char* name : {"mark", "expand"}) {
    if (page.call.has(name)) parameters.push_back({name, page.call.value(name)});
  }
  return parameters;
}

bool is_marked(const query::ShownPassage& passage) {
  return std::any_of(passage.runs.begin(), passage.runs.end(), [](const query::Run& run) { return run.highlight; });
}

void write_passage(Page& page, const query::ShownPassage& passage, int& last_page, int& marked) {
  Html& html = page.html;
  if (passage.page > 0 && passage.page != last_page) {
    html.element("p", page.words.text("page.page", {{"n", std::to_string(passage.page)}}), {{"class", "page-mark"}});
    last_page = passage.page;
  }
  std::string kind(schema::name_of(passage.kind));
  const auto text = is_marked(passage)
                        ? html.open("p", {{"class", "passage " + kind}, {"id", "m" + std::to_string(++marked)}})
                        : html.open("p", {{"class", "passage " + kind}});
  if (!passage.paragraph.empty()) html.element("span", passage.paragraph + " ", {{"class", "number"}});
  page.runs(passage.runs);
  if (passage.scanned) html.element("span", " (" + page.words.text("page.scanned") + ")", {{"class", "place"}});
  if (passage.differs) html.element("span", " (" + page.words.text("page.differs") + ")", {{"class", "place"}});
}

void write_item(Page& page, const query::ShownItem& item, int& marked) {
  int last_page = 0;
  for (const query::ShownPassage& passage : item.passages) {
    // The heading stands above already.
    if (passage.kind == schema::PassageKind::heading && &passage == &item.passages.front()) continue;
    write_passage(page, passage, last_page, marked);
  }
  if (item.topics.empty()) return;
  std::string topics;
  for (const std::string& topic : item.topics) topics += (topics.empty() ? "" : ", ") + topic;
  page.html.element("p", page.words.text("page.topics") + ": " + topics, {{"class", "hint"}});
}

void write_back(Page& page) {
  if (!page.call.has("mark")) return;
  std::vector<Parameter> parameters = {{"q", page.call.value("mark")}};
  if (page.call.value("expand") == "no") parameters.push_back({"expand", "no"});
  const auto line = page.html.open("p", {{"class", "back"}});
  page.html.link(page.here("/search", std::move(parameters)), page.words.text("page.back"));
}

void write_head(Page& page, const query::Shown& shown, const std::string& title, int at_page) {
  write_back(page);
  page.html.element("h1", title, {{"id", "results"}});
  page.where(shown.paper, shown.council_name, shown.committee, shown.date, at_page);
  {
    const auto line = page.html.open("p", {{"class", "more"}});
    page.source(shown.paper, at_page);
  }
  if (shown.paper.copy_of.empty()) return;
  const auto line = page.html.open("p", {{"class", "warn"}});
  page.html.text(page.words.text("page.copy-of") + " ");
  page.html.link(page.here("/paper/" + shown.paper.copy_of, kept_mark(page)), page.words.text("page.open-original"));
}

/// The items before and after, and the whole paper.
void write_neighbours(Page& page, const std::string& item, const query::Shown& paper) {
  const auto nav = page.html.open("nav", {{"class", "neighbours"}, {"aria-label", page.words.text("page.in-paper")}});
  const auto list = page.html.open("ul");
  const auto entry = [&](const std::string& key, const query::ShownItem& other) {
    const auto line = page.html.open("li");
    page.html.link(page.here("/item/" + other.id, kept_mark(page)),
                   page.words.text(key, {{"title", title_of(page, other)}}));
  };
  for (std::size_t i = 0; i < paper.items.size(); ++i) {
    if (paper.items[i].id != item) continue;
    if (i > 0) entry("page.previous-item", paper.items[i - 1]);
    if (i + 1 < paper.items.size()) entry("page.next-item", paper.items[i + 1]);
  }
  const auto line = page.html.open("li");
  page.html.link(page.here("/paper/" + paper.paper.id, kept_mark(page)), page.words.text("page.whole-paper"));
}

std::optional<query::Shown> find(Call& call) {
  std::optional<query::ResolvedQuery> mark;
  if (call.has("mark")) {
    try {
      mark = understand(call, call.value("mark"));
    } catch (const schema::Error& error) {
      // A paper is worth showing without marks as well.
      if (error.code() != schema::ErrorCode::usage) throw;
    }
  }
  return find_shown(call, call.rest, mark ? &*mark : nullptr);
}

Response not_found(Page& page) {
  return page_problem(page.call, 404, page.words.text("page.not-found"), page.words.text("page.not-found-item"), {});
}

}  // namespace

Response page_item(Call& call) {
  Page page(call);
  const std::optional<query::Shown> shown = find(call);
  if (!shown || shown->whole_paper || shown->items.empty()) return not_found(page);
  const query::ShownItem& item = shown->items.front();
  const std::optional<query::Shown> paper = find_shown(call, shown->paper.id, nullptr);
  const std::string title = title_of(page, item);
  return page.finish(200, title, [&] {
    write_head(page, *shown, title, item.page);
    {
      const auto article = page.html.open("article");
      int marked = 0;
      write_item(page, item, marked);
    }
    if (paper) write_neighbours(page, item.id, *paper);
  });
}

Response page_paper(Call& call) {
  Page page(call);
  const std::optional<query::Shown> shown = find(call);
  if (!shown || !shown->whole_paper) return not_found(page);
  const std::string title = shown->paper.title.empty() ? page.kind(shown->paper.kind) : shown->paper.title;
  return page.finish(200, title, [&] {
    write_head(page, *shown, title, shown->paper.page);
    int marked = 0;
    for (const query::ShownItem& item : shown->items) {
      const auto section = page.html.open("section");
      {
        const auto heading = page.html.open("h2");
        page.html.link(page.here("/item/" + item.id, kept_mark(page)), title_of(page, item));
      }
      write_item(page, item, marked);
    }
  });
}

}  // namespace minutebook::server
