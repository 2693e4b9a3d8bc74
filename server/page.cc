#include "server/page.h"

#include "server/assets.h"

namespace minutebook::server {
namespace {

/// Welsh if it stands before English among the languages that the browser asks for.
Language asked_language(const Call& call) {
  const std::string chosen = call.value("ui");
  if (!chosen.empty()) return chosen == "cy" ? Language::welsh : Language::english;
  const std::string_view wished = call.request.header("Accept-Language");
  const std::size_t welsh = wished.find("cy");
  const std::size_t english = wished.find("en");
  if (welsh != wished.npos && welsh < english) return Language::welsh;
  if (english != wished.npos) return Language::english;
  return call.config.language == "cy" ? Language::welsh : Language::english;
}

}  // namespace

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
}

/// The same page in the other language (Welsh Language Standards: a direct link).
void Page::other_language() {
  const bool welsh = words.language() == Language::welsh;
  std::vector<Parameter> parameters;
  for (const Parameter& parameter : call.parameters) {
    if (parameter.name != "ui") parameters.push_back(parameter);
  }
  parameters.push_back({"ui", welsh ? "en" : "cy"});
  const auto target = read_target(call.request.target);
  html.link(Link::here(target ? target->path : "/search", parameters), words.text("page.other-language"),
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
  response.headers = {{"Content-Type", "text/html; charset=utf-8"}, {"Vary", "Accept-Language"}};
  response.body = html.take();
  return response;
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

void Page::where(const query::PaperView& paper, const std::string& council, const std::string& committee,
                 const schema::Date& day, int page) {
  const auto line = html.open("p", {{"class", "where"}});
  html.element("span", council.empty() ? words.text("page.unknown-council") : council);
  html.text(" · ");
  html.element("span", committee.empty() ? words.text("page.unknown-committee") : committee);
  html.text(" · ");
  if (day.year == 0) {
    html.element("span", date(day));
  } else {
    html.element("time", date(day), {{"datetime", schema::iso_date(day)}});
  }
  html.text(" · ");
  html.element("span", kind(paper.kind));
  if (page > 0) {
    html.text(" · ");
    html.element("span", words.text("page.page", {{"n", std::to_string(page)}}));
  }
}

void Page::source(const query::PaperView& paper, int page) {
  const bool paged = page > 0 && paper.source.ends_with(".pdf");
  const auto link = Link::elsewhere(paper.url, paged ? "page=" + std::to_string(page) : "");
  if (!link) {
    html.element("span", words.text("page.source") + ": " + std::string(file_name(paper.source)));
    return;
  }
  html.link(*link, paged ? words.text("page.source-page", {{"n", std::to_string(page)}}) : words.text("page.source"));
  html.text(" (" + std::string(file_name(paper.source)) + ")");
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

Response page_problem(Call& call, int status, const std::string& title, const std::string& detail,
                      const std::string& hint) {
  Page page(call);
  return page.finish(status, title, [&] {
    const auto box = page.html.open("div", {{"class", "problem"}, {"id", "results"}, {"role", "alert"}});
    page.html.element("h1", title);
    if (!detail.empty()) page.html.element("p", detail);
    if (!hint.empty()) page.html.element("p", hint);
    page.html.link(page.here("/search"), page.words.text("page.new-search"));
  });
}

}  // namespace minutebook::server
