#include "query/include/minutebook/reviews.h"
#include "schema/error.h"
#include "server/page_search.h"
#include "server/search_filters.h"

namespace minutebook::server {
namespace {

void write_cited(Page& page, const query::Cited& cited) {
  const auto line = page.html.open("p", {{"class", "where"}});
  page.html.link(page.here("/item/" + cited.item, {{"mark", page.call.value("q")}}),
                 cited.committee + ", " + page.date(cited.date) + ", " + page.kind(cited.paper_kind) +
                     (cited.number.empty() ? "" : " " + cited.number));
}

std::string names(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

void write_replies(Page& page, const std::vector<query::ReviewReply>& replies, const char* heading) {
  for (const query::ReviewReply& reply : replies) {
    const auto entry = page.html.open("div", {{"class", "understood"}});
    std::string lead = page.words.text(heading);
    if (reply.stance != query::Stance::unstated)
      lead += ", " + page.words.text("reviews.stance." + std::string(query::name_of(reply.stance)));
    page.html.element("strong", lead);
    page.html.element("p", reply.officer.empty() ? reply.words : reply.words + " (" + reply.officer + ")");
    write_cited(page, reply.where);
  }
}

void write_recommendations(Page& page, const query::Review& review) {
  if (review.recommendations.empty()) return;
  const auto details = page.html.open("details");
  page.html.element("summary", page.words.count("reviews.recommendations", review.recommendations.size()));
  const auto list = page.html.open("ul", {{"class", "mentions"}});
  for (const query::ReviewRecommendation& one : review.recommendations) {
    const auto entry = page.html.open("li");
    page.html.element("p", one.number.empty() ? one.text : one.number + " " + one.text);
    write_cited(page, one.where);
    write_replies(page, one.responses, "reviews.response");
    write_replies(page, one.updates, "reviews.later");
  }
}

void write_statements(Page& page, const query::Review& review) {
  const auto details = page.html.open("details");
  page.html.element("summary", page.words.count("reviews.statements", review.statements.size()));
  const auto list = page.html.open("ul", {{"class", "mentions"}});
  for (const query::ReviewStatement& one : review.statements) {
    const auto entry = page.html.open("li");
    page.html.element("strong", page.words.text("reviews.stage." + std::string(query::name_of(one.stage))));
    {
      const auto quote = page.html.open("blockquote");
      page.html.text(one.where.text);
    }
    write_cited(page, one.where);
  }
}

void write_review(Page& page, const query::Review& review) {
  const auto entry = page.html.open("li", {{"class", "item"}});
  page.html.element("h3", review.name);
  page.html.element("p",
                    (review.council_name.empty() ? page.words.text("page.unknown-council") : review.council_name) +
                        (review.committees.empty() ? "" : " · " + names(review.committees)),
                    {{"class", "where"}});
  std::string dates = page.date(review.first_mention);
  if (page.date(review.last_mention) != dates) dates += " – " + page.date(review.last_mention);
  page.html.element("p", page.words.text("reviews.stage." + std::string(query::name_of(review.stage))) + " · " + dates);
  for (const query::ReviewMembers& members : review.members) {
    page.html.element("p", page.words.text("reviews.members", {{"names", names(members.names)}}));
    write_cited(page, members.where);
  }
  write_recommendations(page, review);
  write_statements(page, review);
}

void write_reviews(Page& page, const query::Reviews& found) {
  const auto section = page.html.open("section", {{"class", "answer"}, {"aria-labelledby", "results"}});
  page.html.element(
      "h2",
      found.reviews.empty() ? page.words.text("reviews.none") : page.words.count("reviews.found", found.reviews.size()),
      {{"id", "results"}, {"tabindex", "-1"}});
  if (!found.searched.complete) write_incomplete(page, found.searched.incomplete_reason);
  write_understanding(page, found.searched);
  if (!found.reviews.empty()) {
    const auto list = page.html.open("ol", {{"class", "items"}});
    for (const query::Review& review : found.reviews) write_review(page, review);
  }
  write_coverage(page, found.searched);
}

void write_box(Page& page) {
  Html& html = page.html;
  const auto form = html.open_form(Link::here("/reviews"), {{"role", "search"}, {"class", "search"}});
  const auto box = html.open("div", {{"class", "box"}});
  html.element("label", page.words.text("reviews.label"), {{"for", "q"}});
  const auto line = html.open("div", {{"class", "box-line"}});
  html.single("input", {{"type", "search"}, {"id", "q"}, {"name", "q"}, {"value", page.call.value("q")}});
  if (page.call.has("ui")) html.single("input", {{"type", "hidden"}, {"name", "ui"}, {"value", page.call.value("ui")}});
  html.element("button", page.words.text("page.search-button"), {{"type", "submit"}});
}

}  // namespace

Response page_reviews(Call& call) {
  Page page(call);
  const std::string title = page.words.text("reviews.title");
  std::optional<query::Reviews> found;
  try {
    if (call.has("q")) found = query::reviews(call.index(), understand_search(call), call.deadline);
    call.complete = !found || found->searched.complete;
  } catch (const schema::Error& error) {
    if (error.code() != schema::ErrorCode::usage) throw;
    return page.finish(400, page.words.text("page.wrong-query"), [&] {
      page.html.element("h1", title);
      {
        const auto box = page.html.open("div", {{"class", "problem"}, {"role", "alert"}, {"id", "results"}});
        page.html.element("h2", page.words.text("page.wrong-query"));
        page.said("p", error.what());
        if (!error.hint().empty()) page.said("p", error.hint());
      }
      write_box(page);
    });
  }
  return page.finish(200, title, [&] {
    page.html.element("h1", title);
    write_box(page);
    if (found) {
      write_reviews(page, *found);
    } else {
      page.html.element("p", page.words.text("reviews.intro"), {{"id", "results"}});
    }
  });
}

}  // namespace minutebook::server
