#include "server/page_search.h"

namespace minutebook::server {
namespace {

constexpr std::size_t shown_mentions = 3;

std::string title_of(const Page& page, const query::Result& row) {
  if (row.title.empty()) return row.paper.title.empty() ? page.words.text("page.front") : row.paper.title;
  return row.number.empty() ? row.title : row.number + " " + row.title;
}

std::vector<Parameter> mark(const Page& page) {
  std::vector<Parameter> parameters;
  if (page.call.has("q")) parameters.push_back({"mark", page.call.value("q")});
  if (page.call.value("expand") == "no") parameters.push_back({"expand", "no"});
  return parameters;
}

/// "paragraph 4.13 · page 5 · resolution"
void write_place(Page& page, const query::Mention& mention) {
  const Catalogue& words = page.words;
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " · ") + part; };
  if (mention.kind != schema::PassageKind::text && mention.kind != schema::PassageKind::heading &&
      mention.kind != schema::PassageKind::boilerplate)
    add(words.text("passage." + std::string(schema::name_of(mention.kind))));
  if (!mention.paragraph.empty()) add(words.text("page.paragraph", {{"n", mention.paragraph}}));
  if (mention.page > 0) add(words.text("page.page", {{"n", std::to_string(mention.page)}}));
  if (mention.scanned) add(words.text("page.scanned"));
  if (!text.empty()) page.html.element("span", text, {{"class", "place"}});
}

void write_mentions(Page& page, const query::Result& row) {
  if (row.mentions.empty()) return;
  const auto list = page.html.open("ul", {{"class", "mentions"}});
  for (std::size_t i = 0; i < row.mentions.size() && i < shown_mentions; ++i) {
    const auto entry = page.html.open("li");
    {
      const auto text = page.html.open("blockquote");
      page.runs(row.mentions[i].runs);
    }
    write_place(page, row.mentions[i]);
  }
}

void write_copies(Page& page, const query::Result& row) {
  const auto& copies = row.paper.copies_detail;
  if (copies.empty()) return;
  const auto details = page.html.open("details", {{"class", "copies"}});
  page.html.element("summary", page.words.count("page.copies", copies.size()));
  const auto list = page.html.open("ul");
  for (const query::CopyView& copy : copies) {
    const auto entry = page.html.open("li");
    const std::string name(file_name(copy.source));
    const auto link = Link::elsewhere(copy.url);
    if (link) {
      page.html.link(*link, name);
    } else if (!copy.paper.empty()) {
      page.html.link(page.here("/paper/" + copy.paper), name);
    } else {
      page.html.text(name);
    }
    if (copy.differing > 0) page.html.text(" – " + page.words.count("page.differing", copy.differing));
  }
}

void write_more(Page& page, const query::Result& row) {
  const auto line = page.html.open("p", {{"class", "more"}});
  if (row.mention_count > shown_mentions) {
    page.html.link(page.here("/item/" + row.id, mark(page)), page.words.count("page.all-mentions", row.mention_count));
    page.html.text(" · ");
  }
  page.html.link(page.here("/paper/" + row.paper.id, mark(page)), page.words.text("page.whole-paper"));
  page.html.text(" · ");
  page.source(row.paper, row.mentions.empty() ? row.page : row.mentions.front().page);
}

void write_item(Page& page, const query::Result& row) {
  const auto entry = page.html.open("li", {{"class", "item"}});
  {
    const auto heading = page.html.open("h3");
    page.html.link(page.here("/item/" + row.id, mark(page), row.mentions.empty() ? "" : "m1"), title_of(page, row));
  }
  page.where(row.paper, row.council_name, row.committee, row.date, row.page);
  write_mentions(page, row);
  write_copies(page, row);
  write_more(page, row);
}

void write_tier(Page& page, const std::vector<query::Result>& rows, query::Tier tier) {
  const auto list = page.html.open("ol", {{"class", "items"}});
  for (const query::Result& row : rows) {
    if (row.tier == tier) write_item(page, row);
  }
}

bool has_tier(const std::vector<query::Result>& rows, query::Tier tier) {
  for (const query::Result& row : rows) {
    if (row.tier == tier) return true;
  }
  return false;
}

void write_paging(Page& page, const query::Answer& answer) {
  if (answer.next.empty() && !page.call.has("cursor")) return;
  const auto nav = page.html.open("nav", {{"class", "paging"}, {"aria-label", page.words.text("page.pages")}});
  std::vector<Parameter> more;
  if (page.call.value("expand") == "no") more.push_back({"expand", "no"});
  if (page.call.has("cursor")) page.html.link(search_with(page, "/search", more), page.words.text("page.first"));
  if (answer.next.empty()) return;
  page.html.text(" ");
  more.push_back({"cursor", answer.next});
  page.html.link(search_with(page, "/search", more), page.words.text("page.next"));
}

}  // namespace

void write_results(Page& page, const ShownSearch& search) {
  const query::Answer& answer = search.answer;
  if (has_tier(answer.results, query::Tier::all)) write_tier(page, answer.results, query::Tier::all);
  if (has_tier(answer.results, query::Tier::some)) {
    page.html.element("h3", page.words.text("page.some-heading"), {{"class", "tier"}});
    write_tier(page, answer.results, query::Tier::some);
  } else if (answer.totals.some > 0) {
    page.html.element("p", page.words.count("page.some", answer.totals.some), {{"class", "hint"}});
  }
  write_paging(page, answer);
}

}  // namespace minutebook::server
