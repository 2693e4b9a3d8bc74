#include "indexer/extract/page_furniture.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

bool one_of(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// How many bytes of text stand before each node: the text of a node is the difference of two of them.
class TextBytes {
 public:
  explicit TextBytes(const MarkupTree& tree) : tree_(tree), before_(tree.size() + 1) {
    for (NodeId id = 0; id < tree.size(); ++id) {
      const std::string& text = tree[id].text;
      const auto blanks = std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; });
      before_[id + 1] = before_[id] + text.size() - static_cast<std::size_t>(blanks);
    }
  }
  std::size_t of(NodeId id) const { return before_[tree_[id].end] - before_[id]; }

 private:
  const MarkupTree& tree_;
  std::vector<std::size_t> before_;
};

/// Elements and roles that are furniture by their own meaning. (A label is none: it names a form's field, but some
/// systems set the names of their values with it.)
bool is_furniture_element(const MarkupTree& tree, NodeId id) {
  static constexpr std::array<std::string_view, 6> names = {"head", "nav", "aside", "footer", "dialog", "menu"};
  static constexpr std::array<std::string_view, 10> roles = {"navigation", "banner",        "contentinfo", "search",
                                                             "dialog",     "complementary", "alertdialog", "menu",
                                                             "menubar",    "toolbar"};
  return one_of(tree[id].name, names) || one_of(lower(tree.attribute(id, "role")), roles);
}

/// Classes that hide an element, or show it to screen readers only.
bool is_hidden(const MarkupTree& tree, NodeId id) {
  static constexpr std::array<std::string_view, 15> classes = {"hidden",
                                                               "is-hidden",
                                                               "sr-only",
                                                               "visually-hidden",
                                                               "visuallyhidden",
                                                               "mgHide",
                                                               "mgHiddenField",
                                                               "mgFileSize",
                                                               "mgHelpLine",
                                                               "mgFooter",
                                                               "mgActionList",
                                                               "govuk-visually-hidden",
                                                               "screen-reader-text",
                                                               "element-invisible",
                                                               "FileSize"};
  for (const auto& [key, value] : tree[id].attributes) {
    if (key == "hidden" || (key == "aria-hidden" && value == "true")) return true;
    if (key != "style") continue;
    std::string style = lower(value);
    std::erase(style, ' ');
    if (style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos)
      return true;
  }
  return std::any_of(classes.begin(), classes.end(), [&](std::string_view one) { return tree.has_class(id, one); });
}

/// The words of which a class or id is put together: "siteFooter", "cookie-banner", "mgBreadcrumb".
bool holds_furniture_word(std::string_view names) {
  static constexpr std::array<std::string_view, 22> words = {
      "breadcrumb", "breadcrumbs", "cookie",   "cookies",    "footer",  "nav",    "navbar", "navigation",
      "menu",       "sidebar",     "skip",     "share",      "sharing", "social", "search", "pagination",
      "toolbar",    "masthead",    "feedback", "newsletter", "banner",  "header"};
  std::string word;
  for (std::size_t at = 0; at <= names.size(); ++at) {
    const char c = at < names.size() ? names[at] : ' ';
    const bool capital = std::isupper(static_cast<unsigned char>(c)) != 0;
    const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
    if (!letter ||
        (capital && !word.empty() && at > 0 && std::islower(static_cast<unsigned char>(names[at - 1])) != 0)) {
      if (one_of(word, words)) return true;
      word.clear();
    }
    if (letter) word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return false;
}

/// Named like furniture, or the field of a form around little text.
bool looks_like_furniture(const MarkupTree& tree, NodeId id) {
  const std::string& name = tree[id].name;
  if (name == "body" || name == "html" || name == "main" || name == "article" || name == "a" || name[0] == 'h')
    return name == "header";
  if (name == "p" || name == "td" || name == "tr" || name == "table" || name == "li") return false;
  return name == "form" || holds_furniture_word(tree.attribute(id, "class")) ||
         holds_furniture_word(tree.attribute(id, "id"));
}

bool holds_first_heading(const MarkupTree& tree, NodeId id) {
  return tree.find("h1", id + 1, tree[id].end) < tree[id].end;
}

struct Phrase {
  std::string_view text;
  bool whole = false;  ///< the line is nothing else
};

/// What committee systems and site builders print on every page.
constexpr std::array<Phrase, 31> phrases = {{{"view directions", true},
                                             {"share this item", true},
                                             {"share this page", true},
                                             {"print this page", true},
                                             {"pdf icon", true},
                                             {"media", true},
                                             {"modern.gov breadcrumb", true},
                                             {"modern.gov content", true},
                                             {"back to top", true},
                                             {"back to top of page", true},
                                             {"skip to content", true},
                                             {"skip to main content", true},
                                             {"additional documents", true},
                                             {"additional documents:", true},
                                             {"supporting documents:", true},
                                             {"documents:", true},
                                             {"view the webcast", true},
                                             {"webcast:", true},
                                             {"webcast: view the webcast", true},
                                             {"view recorded vote for this item", true},
                                             {"new!", true},
                                             {"accept all cookies", true},
                                             {"you are here:", false},
                                             {"you can view the individual reports for this meeting", false},
                                             {"alternatively you can view the entire agenda", false},
                                             {"this page lists the meetings for", false},
                                             {"for help with downloading", false},
                                             {"if you have any queries about this page", false},
                                             {"please use the menu", false},
                                             {"find out more about this issue", true},
                                             {"list of decisions", true}}};

/// Where "view the full minutes text for item 1.", "Read the full agenda text" begins, behind dots if it has some;
/// npos: nowhere.
std::size_t full_text_offer(std::string_view line) {
  for (std::size_t at = find_ci(line, "the full "); at != std::string_view::npos;
       at = find_ci(line, "the full ", at + 1)) {
    if (at < 5 || find_ci(line.substr(at, 40), " text") == std::string_view::npos) continue;
    const std::string verb = lower(line.substr(at - 5, 5));
    if (verb != "view " && verb != "read ") continue;
    std::size_t begin = at - 5;
    while (begin > 0 && (line[begin - 1] == '.' || line[begin - 1] == ' ')) --begin;
    if (line.substr(0, begin).ends_with("\xE2\x80\xA6")) begin -= 3;
    return begin;
  }
  return std::string_view::npos;
}

/// Where a note such as "PDF 110 KB", "pdf icon PDF 1.2 MB", "(156Kb)" begins; npos: there is none at the end.
std::size_t file_size_at(std::string_view title) {
  const bool bracket = title.ends_with(')');
  std::string_view rest = bracket ? title.substr(0, title.size() - 1) : title;
  const std::string_view unit = rest.size() > 2 ? rest.substr(rest.size() - 2) : std::string_view();
  if (lower(unit) != "kb" && lower(unit) != "mb") return std::string_view::npos;
  rest = trim(rest.substr(0, rest.size() - 2));
  const std::size_t digits = rest.find_last_not_of("0123456789.,");
  if (digits == std::string_view::npos || digits + 1 == rest.size()) return std::string_view::npos;
  rest = rest.substr(0, digits + 1);
  if (bracket && rest.ends_with('(')) return digits;
  for (const std::string_view kind : {"pdf", "docx", "doc", "xlsx", "xls", "pptx", "ppt", "rtf", "odt", "zip"}) {
    const std::string_view visible = trim(rest);
    if (visible.size() < kind.size() || lower(visible.substr(visible.size() - kind.size())) != kind) continue;
    std::size_t begin = visible.size() - kind.size();
    const std::string icon = std::string(kind) + " icon";
    const std::string_view before = trim(visible.substr(0, begin));
    if (before.size() >= icon.size() && lower(before.substr(before.size() - icon.size())) == icon)
      begin = before.size() - icon.size();
    if (bracket && begin > 0 && visible[begin - 1] == '(') --begin;
    return begin;
  }
  return std::string_view::npos;
}

}  // namespace

NodeMask page_furniture(const MarkupTree& tree) {
  NodeMask dropped(tree.size(), false);
  const TextBytes bytes(tree);
  const std::size_t all = bytes.of(0);
  NodeId content_end = 0;  // inside main or article a header holds the title
  for (NodeId id = 1; id < tree.size(); ++id) {
    if (!tree[id].element()) continue;
    const std::string& name = tree[id].name;
    if (name == "main" || name == "article" || tree.attribute(id, "role") == "main")
      content_end = std::max(content_end, tree[id].end);
    bool out = is_furniture_element(tree, id) || is_hidden(tree, id);
    const bool header = name == "header" && id < content_end;
    if (!out && !header && looks_like_furniture(tree, id))
      out = bytes.of(id) * 5 < all * 2 && !(holds_first_heading(tree, id) && id < content_end);
    if (!out) continue;
    dropped[id] = true;
    id = tree[id].end - 1;
  }
  return dropped;
}

bool is_site_phrase(std::string_view line) {
  while (line.starts_with('#') || line.starts_with('*') || line.starts_with('-') || line.starts_with(' '))
    line.remove_prefix(1);
  while (line.ends_with('*')) line.remove_suffix(1);
  if (full_text_offer(line) == 0) return true;
  const bool rights = begins(line, "copyright") || line.starts_with("\xC2\xA9");
  if (rights && line.size() < 300 && find_ci(line, "all rights reserved") != std::string_view::npos) return true;
  return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& one) {
    return begins(line, one.text) && (!one.whole || line.size() == one.text.size());
  });
}

void drop_site_phrases(std::vector<std::string>& lines) {
  std::vector<std::string> kept;
  for (std::string& line : lines) {
    if (is_site_phrase(line)) continue;
    if (const std::size_t offer = full_text_offer(line); offer != std::string::npos) {
      line.erase(offer);
      line.resize(trim(line).size());
    }
    if (line.empty() && (kept.empty() || kept.back().empty())) continue;
    kept.push_back(without_file_size(std::move(line)));
  }
  while (!kept.empty() && kept.back().empty()) kept.pop_back();
  lines = std::move(kept);
}

std::size_t count_full_text_offers(const MarkupTree& tree) {
  std::size_t count = 0;
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (full_text_offer(one_line(tree[id].text)) != std::string_view::npos) ++count;
  }
  return count;
}

std::string without_file_size(std::string title) {
  const std::size_t at = file_size_at(title);
  if (at == std::string::npos) return title;
  title.resize(at);
  title.resize(trim(title).size());
  return title;
}

}  // namespace minutebook::indexer
