#include <algorithm>
#include <optional>

#include "schema/error.h"
#include "server/page_search.h"
#include "server/search_request.h"
#include "server/topic_labels.h"

namespace minutebook::server {
namespace {

std::string title_of(const Page& page, const query::ShownItem& item) {
  return item.title.empty() ? page.words.text("page.front") : item.title;
}

/// With its number, where it stands in a list of items.
std::string numbered_title(const Page& page, const query::ShownItem& item) {
  return item.number.empty() || item.title.empty() ? title_of(page, item) : item.number + " " + item.title;
}

/// What is marked, and the search that led here.
std::vector<Parameter> trail(const Page& page) {
  std::vector<Parameter> parameters;
  if (page.call.has("mark")) parameters.push_back({"mark", page.call.value("mark")});
  for (Parameter& one : kept_search(page)) parameters.push_back(std::move(one));
  if (page.call.has("cursor")) parameters.push_back({"cursor", page.call.value("cursor")});
  return parameters;
}

bool is_marked(const query::ShownPassage& passage) {
  return std::any_of(passage.runs.begin(), passage.runs.end(), [](const query::Run& run) { return run.highlight; });
}

/// The heading of an item stands above it already.
bool is_own_heading(const query::ShownItem& item, const query::ShownPassage& passage) {
  return passage.kind == schema::PassageKind::heading && &passage == &item.passages.front();
}

const query::ShownPassage* own_heading(const query::ShownItem& item) {
  const bool there = !item.passages.empty() && is_own_heading(item, item.passages.front());
  return there && is_marked(item.passages.front()) ? &item.passages.front() : nullptr;
}

/// The title; if it is marked, a place of its own like any other marked passage.
void write_title(Page& page, const query::ShownItem& item, const std::string& title, int& marked) {
  const query::ShownPassage* heading = own_heading(item);
  if (heading == nullptr) {
    page.html.text(title);
    return;
  }
  if (title != item.title) page.html.text(item.number + " ");
  const auto span = page.html.open("span", {{"id", "m" + std::to_string(++marked)}});
  page.runs(heading->runs);
}

void write_passage(Page& page, const query::ShownPassage& passage, int& last_page, int& marked) {
  Html& html = page.html;
  if (passage.page > 0 && passage.page != last_page) {
    html.element("p", page.words.text("page.page", {{"n", std::to_string(passage.page)}}),
                 {{"class", "page-mark"}, {"lang", std::string(page.words.tag())}});
    last_page = passage.page;
  }
  std::string kind(schema::name_of(passage.kind));
  const auto text = is_marked(passage)
                        ? html.open("p", {{"class", "passage " + kind}, {"id", "m" + std::to_string(++marked)}})
                        : html.open("p", {{"class", "passage " + kind}});
  if (!passage.paragraph.empty()) html.element("span", passage.paragraph + " ", {{"class", "number"}});
  page.runs(passage.runs);
  const auto remark = [&](const char* key) {
    html.element("span", " (" + page.words.text(key) + ")",
                 {{"class", "place"}, {"lang", std::string(page.words.tag())}});
  };
  if (passage.scanned) remark("page.scanned");
  if (passage.differs) remark("page.differs");
}

void write_item(Page& page, const query::ShownItem& item, int& marked) {
  int last_page = 0;
  for (const query::ShownPassage& passage : item.passages) {
    if (is_own_heading(item, passage)) continue;
    write_passage(page, passage, last_page, marked);
  }
  if (item.topics.empty()) return;
  std::string topics;
  for (const std::string& topic : item.topics) topics += (topics.empty() ? "" : ", ") + topic;
  const auto line = page.html.open("p", {{"class", "hint"}, {"lang", std::string(page.words.tag())}});
  page.html.text(page.words.text("page.topics") + ": ");
  const auto& vocabulary = *page.call.index().index().vocabulary;
  page.html.element("span", topics, {{"lang", language_of_topics(vocabulary, page.words.language())}});
}

void write_back(Page& page) {
  std::vector<Parameter> parameters = trail(page);
  if (parameters.empty()) return;
  for (Parameter& one : parameters) {
    if (one.name == "mark") one.name = "q";
  }
  const auto line = page.html.open("p", {{"class", "back"}});
  page.html.link(page.here("/search", std::move(parameters), "results"), page.words.text("page.back"));
}

void write_head(Page& page, const query::Shown& shown, const Standing& standing, const std::function<void()>& title) {
  write_back(page);
  {
    const auto heading =
        page.html.open("h1", {{"id", "results"}, {"tabindex", "-1"}, {"lang", tag_of(shown.paper.language)}});
    title();
  }
  page.where(standing);
  {
    const auto line = page.html.open("p", {{"class", "more"}});
    page.source(shown.paper, standing.page);
  }
  if (shown.paper.copy_of.empty()) return;
  const auto line = page.html.open("p", {{"class", "warn"}});
  page.html.text(page.words.text("page.copy-of") + " ");
  page.html.link(page.here("/paper/" + shown.paper.copy_of, trail(page)), page.words.text("page.open-original"));
}

/// About a line of a passage round its first mark.
std::string marked_words(const query::ShownPassage& passage) {
  constexpr std::size_t before = 40;
  constexpr std::size_t behind = 70;
  std::string text;
  std::size_t mark = std::string::npos;
  for (const query::Run& run : passage.runs) {
    if (run.highlight && mark == std::string::npos) mark = text.size();
    text += run.text;
  }
  std::size_t begin = mark > before ? text.find(' ', mark - before) : 0;
  if (begin >= mark) begin = mark;
  std::size_t end = std::min(text.size(), mark + behind);
  if (end < text.size()) end = std::min(text.find(' ', end), text.size());
  return (begin > 0 ? "…" : "") + text.substr(begin, end - begin) + (end < text.size() ? "…" : "");
}

/// All passages of a paper with words of the search, each a link to where it stands.
void write_marks(Page& page, const query::Shown& shown) {
  std::vector<std::pair<const query::ShownItem*, const query::ShownPassage*>> marks;
  for (const query::ShownItem& item : shown.items) {
    for (const query::ShownPassage& passage : item.passages) {
      if (is_marked(passage)) marks.emplace_back(&item, &passage);
    }
  }
  if (marks.empty()) return;
  constexpr std::size_t most_open = 12;
  Html& html = page.html;
  const auto details = html.open("details", {{"class", "marks"}}, {{"open", marks.size() <= most_open}});
  html.element("summary", page.words.count("page.marked-passages", marks.size()));
  const auto list = html.open("ol");
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const auto& [item, passage] = marks[i];
    const auto entry = html.open("li");
    {
      const auto link =
          html.open_link(Link::within("m" + std::to_string(i + 1)), {{"lang", tag_of(shown.paper.language)}});
      html.text(marked_words(*passage));
    }
    std::string place = numbered_title(page, *item);
    if (passage->page > 0) place += ", " + page.words.text("page.page", {{"n", std::to_string(passage->page)}});
    html.element("span", " " + place, {{"class", "place"}});
  }
}

/// The items before and after, and the whole paper.
void write_neighbours(Page& page, const std::string& item, const query::Shown& paper) {
  const auto nav = page.html.open("nav", {{"class", "neighbours"}, {"aria-label", page.words.text("page.in-paper")}});
  const auto list = page.html.open("ul");
  const auto entry = [&](const std::string& key, const query::ShownItem& other) {
    const auto line = page.html.open("li");
    page.html.link(page.here("/item/" + other.id, trail(page)),
                   page.words.text(key, {{"title", numbered_title(page, other)}}));
  };
  for (std::size_t i = 0; i < paper.items.size(); ++i) {
    if (paper.items[i].id != item) continue;
    if (i > 0) entry("page.previous-item", paper.items[i - 1]);
    if (i + 1 < paper.items.size()) entry("page.next-item", paper.items[i + 1]);
  }
  const auto line = page.html.open("li");
  page.html.link(page.here("/paper/" + paper.paper.id, trail(page)), page.words.text("page.whole-paper"));
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
  return page_problem(page.call, 404, page.words.text("page.not-found"),
                      [](Page& problem) { problem.html.element("p", problem.words.text("page.not-found-item")); });
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
    int marked = 0;
    write_head(page, *shown, {shown->paper, shown->council_name, shown->committee, shown->date, item.number, item.page},
               [&] { write_title(page, item, title, marked); });
    {
      const auto article = page.html.open("article", {{"lang", tag_of(shown->paper.language)}});
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
    write_head(page, *shown, {shown->paper, shown->council_name, shown->committee, shown->date, {}, shown->paper.page},
               [&] { page.html.text(title); });
    write_marks(page, *shown);
    int marked = 0;
    for (const query::ShownItem& item : shown->items) {
      const auto section = page.html.open("section", {{"lang", tag_of(shown->paper.language)}});
      {
        const auto heading = page.html.open("h2");
        const auto link = page.html.open_link(page.here("/item/" + item.id, trail(page)));
        write_title(page, item, numbered_title(page, item), marked);
      }
      write_item(page, item, marked);
    }
  });
}

}  // namespace minutebook::server
