#include "indexer/markup.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

struct Replacement {
  std::string_view from;
  std::string_view to;
};

// Spaces of other widths, invisible characters, and characters of private fonts that mark bullets.
constexpr std::array<Replacement, 16> odd_characters = {{{"\xC2\xA0", " "},
                                                         {"\xE2\x80\x89", " "},
                                                         {"\xE2\x80\xAF", " "},
                                                         {"\xE2\x80\x83", " "},
                                                         {"\xE2\x80\x82", " "},
                                                         {"\xE2\x80\x8B", ""},
                                                         {"\xC2\xAD", ""},
                                                         {"\xEF\xBB\xBF", ""},
                                                         {"\xE2\x80\x8E", ""},
                                                         {"\xEF\xAC\x81", "fi"},
                                                         {"\xEF\xAC\x82", "fl"},
                                                         {"\xE2\x80\x91", "-"},
                                                         {"&amp;", "&"},
                                                         {"&nbsp;", " "},
                                                         {"&lt;", "<"},
                                                         {"&gt;", ">"}}};

constexpr std::array<std::string_view, 8> bullet_signs = {"\xE2\x80\xA2", "\xC2\xB7",     "\xE2\x9D\x96",
                                                          "\xEF\x82\xB7", "\xE2\x96\xAA", "\xE2\x97\x8F",
                                                          "\xE2\x97\xA6", "\xE2\x9E\xA2"};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// What a tag stands for in running text; nullopt-like "?" if it is no tag of HTML (then it stays).
std::string_view tag_text(std::string_view name) {
  static constexpr std::array<std::string_view, 18> inline_tags = {
      "u", "b", "i",   "em",  "strong", "span",  "font",  "sup",    "sub",
      "p", "a", "div", "img", "tbody",  "thead", "table", "center", "small"};
  if (name == "br") return " ";
  if (name == "li" || name == "tr" || name == "ul" || name == "ol") return "; ";
  if (name == "td" || name == "th") return " ";
  return std::find(inline_tags.begin(), inline_tags.end(), name) != inline_tags.end() ? "" : "?";
}

/// "<u>Title</u>" -> "Title"; "<ul><li>a</li><li>b</li></ul>" -> "a; b"; "<https://…>" keeps the address.
std::string strip_tags(const std::string& text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('<', at);
    out.append(text, at, open == std::string::npos ? std::string::npos : open - at);
    if (open == std::string::npos) break;
    const std::size_t close = text.find('>', open);
    if (text.compare(open, 4, "<!--") == 0) {
      const std::size_t end = text.find("-->", open);
      at = end == std::string::npos ? text.size() : end + 3;
      continue;
    }
    if (close == std::string::npos) {
      out.append(text, open, std::string::npos);
      break;
    }
    std::size_t name = open + 1;
    const bool closing = name < close && text[name] == '/';
    if (closing) ++name;
    std::size_t end = name;
    while (end < close && std::isalpha(static_cast<unsigned char>(text[end])) != 0) ++end;
    const std::string tag = lower(std::string_view(text).substr(name, end - name));
    const std::string_view means = tag_text(tag);
    if (begins(std::string_view(text).substr(open + 1), "http")) {
      out.append(text, open + 1, close - open - 1);
    } else if (means == "?" || (end < close && text[end] != ' ' && text[end] != '/')) {
      out.append(text, open, close - open + 1);
    } else if (means == "; ") {
      if (!closing && !trim(out).empty() && trim(out).back() != ';') out += "; ";
    } else {
      out += closing ? "" : means;
    }
    at = close + 1;
  }
  for (const std::string_view sign : bullet_signs) replace_all(out, "; " + std::string(sign), "; ");
  return out;
}

/// "~~gone~~" -> "": what was struck out is not part of the final text.
void drop_struck(std::string& text) {
  for (std::size_t open = text.find("~~"); open != std::string::npos; open = text.find("~~", open)) {
    const std::size_t close = text.find("~~", open + 2);
    text.erase(open, close == std::string::npos ? 2 : close + 2 - open);
  }
}

/// "*word*" and "_word_" around words; single signs inside words and sums stay.
void drop_emphasis(std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char before = i == 0 ? ' ' : text[i - 1];
    const char after = i + 1 < text.size() ? text[i + 1] : ' ';
    const bool edge = (std::isalnum(static_cast<unsigned char>(before)) == 0) !=
                      (std::isalnum(static_cast<unsigned char>(after)) == 0);
    const bool sign = c == '*' || (c == '_' && edge);
    if (!sign || (c == '*' && before == ' ' && after == ' ')) out += c;
  }
  text = std::move(out);
}

bool take_bullet(std::string& text) {
  for (const std::string_view sign : bullet_signs) {
    if (text.starts_with(sign)) {
      text = std::string(trim(std::string_view(text).substr(sign.size())));
      return true;
    }
  }
  const bool marker = text.size() > 1 && (text[0] == '-' || text[0] == '*' || text[0] == 'o') && text[1] == ' ';
  const bool glued =
      text.size() > 2 && text[0] == '-' && text.back() != '-' && std::isalpha(static_cast<unsigned char>(text[1])) != 0;
  const bool dash = text.starts_with("\xE2\x80\x93 ");
  if (!marker && !glued && !dash) return false;
  text = std::string(trim(std::string_view(text).substr(dash ? 3 : 1)));
  return true;
}

/// True if all letters stand between ** marks; a number, letter or bracketed number before them does not count.
bool wholly_bold(std::string_view text) {
  std::size_t open = text.find("**");
  if (open == std::string_view::npos) return false;
  const std::string_view before = trim(text.substr(0, open));
  const bool label = before.size() <= 12 && before.find(' ') == std::string_view::npos;
  if (!label) return false;
  const std::size_t last = text.rfind("**");  // "**Minutes** (Pages 5 - 10)": pages behind the title are in no bold
  const std::string_view after = trim(text.substr(last + 2));
  const bool reference = begins(after, "(page") || begins(after, "(item") || begins(after, "(agenda") ||
                         begins(after, "(to follow") || begins(after, "(verbal");
  if (last > open && reference && after.back() == ')') text = text.substr(0, last + 2);
  bool inside = false;
  std::size_t outside_letters = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    if (text.substr(i, 2) == "**") {
      inside = !inside;
      ++i;
    } else if (!inside && std::isalpha(static_cast<unsigned char>(text[i])) != 0) {
      ++outside_letters;
    }
  }
  return outside_letters == 0;
}

std::string markdown_row(std::string_view text) {
  std::string out;
  bool rule = true;
  text = trim(text);
  text.remove_prefix(1);
  if (!text.empty() && text.back() == '|') text.remove_suffix(1);
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t bar = std::min(text.find('|', at), text.size());
    const std::string_view cell = trim(text.substr(at, bar - at));
    if (cell.find_first_not_of(":- ") != std::string_view::npos) rule = false;
    if (at > 0) out += '\t';
    out += cell;
    at = bar + 1;
  }
  return rule ? std::string() : out;
}

/// Spaces collapsed, tabs kept between cells, ordinals mended ("13 th July" -> "13th July").
std::string tidy_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '\r' || c == '\f' || c == '\v') c = ' ';
    if (static_cast<unsigned char>(c) < 0x20 && c != '\t') continue;
    if (c == ' ' && (out.empty() || out.back() == ' ' || out.back() == '\t')) continue;
    if (c == '\t') {
      while (!out.empty() && out.back() == ' ') out.pop_back();
    }
    const bool after_number = c == ' ' && !out.empty() && std::isdigit(static_cast<unsigned char>(out.back())) != 0;
    if (after_number) {
      const std::string_view next = text.substr(i + 1, 2);
      const bool boundary = i + 3 >= text.size() || std::isalpha(static_cast<unsigned char>(text[i + 3])) == 0;
      if (boundary && (next == "st" || next == "nd" || next == "rd" || next == "th")) continue;
    }
    out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

/// "1\\. Title", "\\* present", "A \\- B": signs that Markdown would read are written with a backslash before them.
void drop_escapes(std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '\\' && i + 1 < text.size() && std::ispunct(static_cast<unsigned char>(text[i + 1])) != 0;
    if (!escape) out += text[i];
  }
  text = std::move(out);
}

/// "<tr>", "<tr class=…", but not "<trailer>".
bool begins_tag(std::string_view text, std::string_view tag) {
  return begins(text, tag) && text.size() > tag.size() && (text[tag.size()] == '>' || text[tag.size()] == ' ');
}

}  // namespace

MarkedText strip_markup(const std::string& raw) {
  MarkedText marked;
  std::string text = raw;
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!plain || text.find('&') != std::string::npos) {
    for (const Replacement& one : odd_characters) replace_all(text, one.from, one.to);
  }
  if (text.find('<') != std::string::npos) text = strip_tags(text);
  if (text.find("~~") != std::string::npos) drop_struck(text);
  if (text.find('\\') != std::string::npos) drop_escapes(text);
  for (std::size_t image = text.find("!["); image != std::string::npos;
       image = text.find("![")) {  // "![](picture.jpeg)"
    const std::size_t close = text.find(')', image);
    text.erase(image, close == std::string::npos ? 2 : close + 1 - image);
  }
  const std::string_view visible = trim(text);
  if (visible.size() > 1 && visible.front() == '|' && visible.find('|', 1) != std::string_view::npos)
    text = markdown_row(visible);
  text = tidy_spaces(text);
  while (marked.heading < 6 && static_cast<std::size_t>(marked.heading) < text.size() &&
         text[static_cast<std::size_t>(marked.heading)] == '#')
    ++marked.heading;
  if (marked.heading > 0)
    text = std::string(trim(std::string_view(text).substr(static_cast<std::size_t>(marked.heading))));
  if (text.find('\t') == std::string::npos) marked.bullet = take_bullet(text);
  marked.bold = wholly_bold(text);
  if (text.find('*') != std::string::npos || text.find('_') != std::string::npos) {
    replace_all(text, "**", "");
    drop_emphasis(text);
  }
  const bool row = text.find('\t') != std::string::npos;
  marked.text = row ? text : std::string(trim(text));
  return marked;
}

void unfold_html_tables(std::vector<std::string>& lines) {
  std::vector<std::string> out;
  bool inside = false;
  std::string row;
  for (const std::string& line : lines) {
    const std::string_view visible = trim(line);
    if (!inside && (begins_tag(visible, "<table") || begins_tag(visible, "<tr"))) inside = true;
    if (!inside) {
      out.push_back(line);
      continue;
    }
    row += line;
    row += ' ';
    for (std::size_t end = find_ci(row, "</tr>"); end != std::string::npos; end = find_ci(row, "</tr>")) {
      std::string one = row.substr(0, end);
      row.erase(0, end + 5);
      std::string cells;
      for (std::size_t cell = find_ci(one, "<t"); cell != std::string::npos; cell = find_ci(one, "<t", cell + 1)) {
        const std::string_view tag = std::string_view(one).substr(cell);
        if (!begins(tag, "<td") && !begins(tag, "<th")) continue;
        const std::size_t from = one.find('>', cell);
        std::size_t to = std::min(find_ci(one, "</td", cell), find_ci(one, "</th", cell));
        if (from == std::string::npos) break;
        to = std::min(to, one.size());
        cells += cells.empty() ? "" : "\t";
        if (to > from + 1) cells += std::string(trim(std::string_view(one).substr(from + 1, to - from - 1)));
      }
      if (!cells.empty()) out.push_back(cells);
    }
    if (find_ci(row, "</table>") != std::string::npos) {
      inside = false;
      row.clear();
    }
  }
  if (!row.empty()) out.push_back(row);
  lines = std::move(out);
}

}  // namespace minutebook::indexer
