#include "server/page_search.h"

namespace minutebook::server {
namespace {

constexpr std::size_t shown_mentions = 3;

std::string title_of(const Page& page, const query::Result& row) {
  if (!row.title.empty()) return row.title;
  return row.paper.title.empty() ? page.words.text("page.front") : row.paper.title;
}

/// The words that are marked there, and what leads back to this very page of results.
std::vector<Parameter> trail(const Page& page) {
  std::vector<Parameter> parameters;
  if (page.call.has("q")) parameters.push_back({"mark", page.call.value("q")});
  for (Parameter& one : kept_search(page)) parameters.push_back(std::move(one));
  if (page.call.has("cursor")) parameters.push_back({"cursor", page.call.value("cursor")});
  return parameters;
}

/// The title itself, if it is a mention: it is marked where it stands, not said twice.
const query::Mention* title_mention(const query::Result& row) {
  for (const query::Mention& mention : row.mentions) {
    if (mention.kind == schema::PassageKind::heading && mention.text == row.title) return &mention;
  }
  return nullptr;
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

std::vector<const query::Mention*> listed_mentions(const query::Result& row) {
  std::vector<const query::Mention*> listed;
  const query::Mention* title = title_mention(row);
  for (const query::Mention& mention : row.mentions) {
    if (&mention != title && listed.size() < shown_mentions) listed.push_back(&mention);
  }
  return listed;
}

void write_mentions(Page& page, const query::Result& row) {
  const std::vector<const query::Mention*> listed = listed_mentions(row);
  if (listed.empty()) return;
  const auto list = page.html.open("ul", {{"class", "mentions"}, {"aria-label", page.words.text("page.passages")}});
  for (const query::Mention* mention : listed) {
    const auto entry = page.html.open("li");
    {
      const auto text = page.html.open("blockquote", {{"lang", tag_of(row.paper.language)}});
      page.runs(mention->runs);
    }
    write_place(page, *mention);
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
  Html& html = page.html;
  const std::string of = " " + page.words.text("page.of", {{"title", title_of(page, row)}});
  const auto line = html.open("p", {{"class", "more"}});
  const auto link = [&](const Link& target, const std::string& words) {
    const auto part = html.open("span", {{"class", "go"}});
    const auto opened = html.open_link(target);
    html.text(words);
    // Ten links that are called the same tell nobody who hears them alone where they lead.
    html.element("span", of, {{"class", "unseen"}});
  };
  if (row.mention_count > shown_mentions) {
    link(page.here("/item/" + row.id, trail(page), "m1"), page.words.count("page.all-mentions", row.mention_count));
    html.text(" ");
  }
  link(page.here("/paper/" + row.paper.id, trail(page)), page.words.text("page.whole-paper"));
  html.text(" ");
  const auto source = html.open("span");
  page.source(row.paper, row.mentions.empty() ? row.page : row.mentions.front().page, of);
}

void write_title(Page& page, const query::Result& row) {
  const auto heading = page.html.open("h3", {{"lang", tag_of(row.paper.language)}});
  const auto link = page.html.open_link(page.here("/item/" + row.id, trail(page), row.mentions.empty() ? "" : "m1"));
  const query::Mention* mention = title_mention(row);
  if (mention == nullptr) {
    page.html.text(title_of(page, row));
  } else {
    page.runs(mention->runs);
  }
}

void write_item(Page& page, const query::Result& row) {
  const auto entry = page.html.open("li", {{"class", "item"}});
  write_title(page, row);
  page.where({row.paper, row.council_name, row.committee, row.date, row.number, row.page});
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
  // The heading of the results takes the focus there: nobody goes through form and filters again.
  if (page.call.has("cursor"))
    page.html.link(search_with(page, "/search", {}, "results"), page.words.text("page.first"), {{"rel", "first"}});
  if (answer.next.empty()) return;
  page.html.text(" ");
  page.html.link(search_with(page, "/search", {{"cursor", answer.next}}, "results"), page.words.text("page.next"),
                 {{"rel", "next"}});
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
