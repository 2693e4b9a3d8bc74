// What all pages share: frame, languages, addresses that keep a search, and words for dates and kinds.
// Knows nothing of what a single page shows.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/include/minutebook/answer.h"
#include "server/catalogue.h"
#include "server/html.h"
#include "server/route.h"

namespace minutebook::server {

inline constexpr ParameterSpec interface_parameter = {"ui", ParameterType::choice, "en cy", false,
                                                      "language of the page; else the browser's wish decides"};

/// Where something stands. `number` of the item and `page` of the source may be missing: empty, 0.
struct Standing {
  const query::PaperView& paper;
  const std::string& council;
  const std::string& committee;
  const schema::Date& date;
  std::string number;
  int page = 0;
};

class Page {
 public:
  explicit Page(Call& call);

  Call& call;
  const Catalogue& words;
  Html html;
  /// Of this search, for programs that follow it; set before finish().
  std::optional<Link> feed;

  /// Parameters of this page that links to other pages keep: the language, if it was chosen.
  std::vector<Parameter> kept() const;
  /// A link within the service that keeps the language.
  Link here(std::string_view path, std::vector<Parameter> parameters = {}, std::string_view fragment = {}) const;
  /// A whole page round what `content` writes into `html`.
  Response finish(int status, const std::string& title, const std::function<void()>& content);

  /// "8 January 2024", "8 Ionawr 2024"; "no date".
  std::string date(const schema::Date& date) const;
  std::string kind(schema::PaperKind kind) const;
  void runs(const std::vector<query::Run>& runs);
  /// What other parts of the program say in English, in the reader's language where that is known.
  void said(HtmlName element, const std::string& english);
  /// "Council · Committee · date · kind · number · page"
  void where(const Standing& standing);
  /// The source at its page, if it has an address; else its name. `of`: what it is the source of, for those who hear
  /// the link alone.
  void source(const query::PaperView& paper, int page, const std::string& of = {});
  /// Path of the page that was asked for.
  std::string path() const;

 private:
  void head(const std::string& title);
  void other_language();
};

/// "en", "cy"; empty, as HTML writes what is unknown: neither, or both.
std::string tag_of(schema::Language language);

/// The file's own name: where papers lie on this machine is nobody's business.
std::string_view file_name(std::string_view path);

Response page_search(Call& call);
Response page_item(Call& call);
Response page_paper(Call& call);
Response page_reviews(Call& call);
Response page_timeline(Call& call);
Response page_help(Call& call);
Response page_style(Call& call);
Response page_icon(Call& call);
/// A page that says what is wrong, in place of a problem in JSON: for people.
Response page_problem(Call& call, int status, const std::string& title, const std::function<void(Page&)>& more);
/// The same for a problem that was met before any page began. A request without a target: a page for any address.
Response page_refusal(Call& call, const Response& problem);

}  // namespace minutebook::server
