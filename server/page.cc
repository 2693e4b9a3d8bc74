#include "server/page.h"

#include "server/asked_language.h"
#include "server/assets.h"
#include "server/problem.h"
#include "server/said.h"

namespace minutebook::server {
std::string tag_of(schema::Language language) {
  switch (language) {
    case schema::Language::english:
    case schema::Language::welsh:
      return std::string(schema::name_of(language));
    case schema::Language::unknown:
    case schema::Language::both:
      break;
  }
  return {};
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

Page::Page(Call& asked) : call(asked), words(Catalogue::of(asked_language(asked))) {}

std::vector<Parameter> Page::kept() const {
  if (!call.has("ui")) return {};
  return {{"ui", call.value("ui")}};
}

Link Page::here(std::string_view path, std::vector<Parameter> parameters, std::string_view fragment) const {
  for (Parameter& parameter : kept()) parameters.push_back(std::move(parameter));
  return Link::here(path, parameters, fragment);
}

void Page::head(const std::string& title) {
  const auto head = html.open("head");
  html.single("meta", {{"charset", "utf-8"}});
  html.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.element("title", title);
  html.icon(Link::here("/icon.svg"));
  html.style_sheet(Link::here("/style.css"));
  if (feed) html.feed(*feed, title);
}

/// The same page in the other language (Welsh Language Standards: a direct link).
void Page::other_language() {
  const bool welsh = words.language() == Language::welsh;
  std::vector<Parameter> parameters;
  for (const Parameter& parameter : call.parameters) {
    if (parameter.name != "ui") parameters.push_back(parameter);
  }
  parameters.push_back({"ui", welsh ? "en" : "cy"});
  const Link link = call.request.target.empty() ? Link::same_path(parameters) : Link::here(path(), parameters);
  html.link(link, words.text("page.other-language"),
            {{"lang", welsh ? "en" : "cy"}, {"hreflang", welsh ? "en" : "cy"}});
}

Response Page::finish(int status, const std::string& title, const std::function<void()>& content) {
  html.doctype();
  {
    const auto root = html.open("html", {{"lang", std::string(words.tag())}});
    head(title.empty() ? call.config.title : title + " – " + call.config.title);
    const auto body = html.open("body");
    html.link(Link::within("results"), words.text("page.skip"), {{"class", "skip"}});
    {
      const auto header = html.open("header", {{"class", "top"}});
      html.link(here("/search"), call.config.title, {{"class", "name"}});
      const auto nav = html.open("p", {{"class", "tools"}});
      html.link(here("/help"), words.text("page.help"));
      html.text(" ");
      other_language();
    }
    const auto main = html.open("main");
    content();
  }
  Response response;
  response.status = status;
  response.headers = {{"Content-Type", "text/html; charset=utf-8"}};
  response.body = html.take();
  return response;
}

std::string Page::path() const {
  const auto target = read_target(call.request.target);
  return target ? target->path : "/search";
}

void Page::said(HtmlName element, const std::string& english) {
  const auto welsh = words.language() == Language::welsh ? in_welsh(english) : std::nullopt;
  html.element(element, welsh ? *welsh : english, {{"lang", welsh ? "cy" : "en"}});
}

std::string Page::date(const schema::Date& date) const {
  if (date.year == 0) return words.text("page.undated-paper");
  return std::to_string(date.day) + " " + words.text("month." + std::to_string(date.month)) + " " +
         std::to_string(date.year);
}

std::string Page::kind(schema::PaperKind kind) const {
  return words.text("kind." + std::string(schema::name_of(kind)));
}

void Page::runs(const std::vector<query::Run>& runs) {
  for (const query::Run& run : runs) {
    if (run.highlight) {
      html.element("mark", run.text);
    } else {
      html.text(run.text);
    }
  }
}

void Page::where(const Standing& standing) {
  const auto line = html.open("p", {{"class", "where"}});
  const auto part = [&](const std::string& text) {
    html.text(" · ");
    html.element("span", text);
  };
  html.element("span", standing.council.empty() ? words.text("page.unknown-council") : standing.council);
  part(standing.committee.empty() ? words.text("page.unknown-committee") : standing.committee);
  if (standing.date.year == 0) {
    part(date(standing.date));
  } else {
    html.text(" · ");
    html.element("time", date(standing.date), {{"datetime", schema::iso_date(standing.date)}});
  }
  part(kind(standing.paper.kind));
  const bool minutes = standing.paper.kind == schema::PaperKind::minutes;
  if (!standing.number.empty())
    part(words.text(minutes ? "page.minute-number" : "page.item-number", {{"n", standing.number}}));
  if (standing.page > 0) part(words.text("page.page", {{"n", std::to_string(standing.page)}}));
}

void Page::source(const query::PaperView& paper, int page, const std::string& of) {
  const std::string_view name = file_name(paper.source);
  const bool paged = page > 0 && (name.ends_with(".pdf") || name.ends_with(".PDF"));
  const auto link = Link::elsewhere(paper.url, paged ? "page=" + std::to_string(page) : "");
  if (!link) {
    html.element("span", words.text("page.source") + ": " + std::string(name));
    return;
  }
  {
    const auto opened = html.open_link(*link);
    html.text(paged ? words.text("page.source-page", {{"n", std::to_string(page)}}) : words.text("page.source"));
    if (!of.empty()) html.element("span", of, {{"class", "unseen"}});
  }
  html.text(" (" + std::string(name) + ")");
}

Response page_style(Call&) {
  Response response;
  response.headers = {{"Content-Type", "text/css; charset=utf-8"}, {"Cache-Control", "public, max-age=3600"}};
  response.body = asset_style();
  return response;
}

Response page_icon(Call&) {
  Response response;
  response.headers = {{"Content-Type", "image/svg+xml"}, {"Cache-Control", "public, max-age=86400"}};
  response.body = asset_icon();
  return response;
}

Response page_problem(Call& call, int status, const std::string& title, const std::function<void(Page&)>& more) {
  Page page(call);
  return page.finish(status, title, [&] {
    const auto box = page.html.open("div", {{"class", "problem"}, {"id", "results"}, {"role", "alert"}});
    page.html.element("h1", title);
    more(page);
    const auto line = page.html.open("p");
    page.html.link(page.here("/search"), page.words.text("page.new-search"));
  });
}

Response page_refusal(Call& call, const Response& problem) {
  const Catalogue& words = Catalogue::of(asked_language(call));
  const auto own = [](const char* key) { return [key](Page& page) { page.html.element("p", page.words.text(key)); }; };
  Response made;
  if (problem.status == 404) {
    made = page_problem(call, 404, words.text("page.not-found"), own("page.not-found-page"));
  } else if (problem.status == 503) {
    made = page_problem(call, 503, words.text("page.busy"), own("page.busy-detail"));
  } else {
    made = page_problem(call, problem.status, words.text("page.wrong-place"), [&](Page& page) {
      const ProblemText text = read_problem(problem);
      if (text.detail.empty()) page.html.element("p", page.words.text("page.failed"));
      if (!text.detail.empty()) page.said("p", text.detail);
      if (!text.hint.empty()) page.said("p", text.hint);
    });
  }
  for (const Header& header : problem.headers) {
    if (header.name != "Content-Type") made.headers.push_back(header);
  }
  return made;
}

}  // namespace minutebook::server
