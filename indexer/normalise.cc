#include "indexer/normalise.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>

#include "indexer/item_marks.h"
#include "indexer/markup.h"
#include "indexer/text_shapes.h"
#include "schema/analysis.h"

namespace minutebook::indexer {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "Council, 9 January 2024, Page 3": the running line of a page, with its number.
bool ends_with_page(std::string_view text) {
  if (text.size() > 100 || text.size() < 12) return false;
  const std::size_t page = find_word_ci(text, "page");
  if (page == std::string_view::npos || page < 5 || page + 5 >= text.size()) return false;
  const std::string_view number = text.substr(page + 4);
  const bool bare = number.find_first_of("0123456789") != std::string_view::npos &&
                    number.find_first_not_of(" 0123456789of") == std::string_view::npos;
  const std::string_view before = trim(text.substr(0, page));
  const bool parted = std::string_view(",-|.").find(before.back()) != std::string_view::npos ||
                      static_cast<unsigned char>(before.back()) >= 0x80;
  return bare && (parted || !schema::find_dates(before).empty());
}

/// "Page 47", "Page 3 of 12", "Pages 11 - 46", "- 3 -": print furniture. A number alone may also be an item's: see
/// structure.
bool is_page_number(std::string_view text) {
  if (ends_with_page(text)) return true;
  if (text.size() > 24) return false;
  if (begins_word(text, "page") || begins_word(text, "pages")) {
    return text.find_first_of("0123456789") != std::string_view::npos &&
           text.find_first_not_of(" 0123456789-ofOF", text[4] == 's' ? 5 : 4) == std::string_view::npos;
  }
  return text.size() >= 3 && text.front() == '-' && text.back() == '-' &&
         all_digits(trim(text.substr(1, text.size() - 2)));
}

bool is_furniture(std::string_view text) {
  static constexpr std::array<std::string_view, 3> whole = {"public document pack", "private document pack",
                                                            "document pack"};
  constexpr std::size_t longest = whole[1].size();
  if (text.size() > longest) return false;
  const std::string small = lower(text);
  if (small.size() < 20 && begins_word(small, "agenda item") && all_digits(trim(std::string_view(small).substr(11))))
    return true;
  return std::find(whole.begin(), whole.end(), small) != whole.end();
}

/// A symbol or two that a converter made of a logo or bullet.
bool is_stray(std::string_view text) {
  if (text.size() > 4) return false;
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; });
}

/// What may follow the true title of a paper, as opposed to a running header in the middle of it.
bool begins_head(std::string_view text) {
  static constexpr std::array<std::string_view, 14> heads = {
      "at a meeting", "minutes", "agenda",    "date",     "held",   "public meeting", "meeting",
      "monday",       "tuesday", "wednesday", "thursday", "friday", "report",         "venue"};
  return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) { return begins(text, head); }) ||
         (text.size() < 60 && !schema::find_dates(text).empty());
}

/// Index of the next line that is not blank, or size().
std::size_t next_filled(const std::vector<Line>& lines, std::size_t at) {
  while (at < lines.size() && lines[at].text.empty()) ++at;
  return at;
}

/// "**27. Special Needs" "Improvement Plan**": bold that goes on over the line end is one heading.
void join_bold(std::vector<std::string>& lines) {
  const auto marks = [](const std::string& line) {
    std::size_t count = 0;
    for (std::size_t at = line.find("**"); at != std::string::npos; at = line.find("**", at + 2)) ++count;
    return count;
  };
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].find("**") == std::string::npos || marks(lines[i]) % 2 == 0 || marks(lines[i + 1]) % 2 == 0) continue;
    const std::string_view next = trim(lines[i + 1]);
    const std::size_t open = lines[i].find_first_not_of("#-0123456789. ");
    const bool opens = open != std::string::npos && lines[i].compare(open, 2, "**") == 0;
    if (!opens || !next.ends_with("**") || std::string_view("-*#|").find(next.front()) != std::string_view::npos)
      continue;
    if (lines[i].size() + next.size() > 300) continue;
    lines[i] += ' ' + std::string(next);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

void join_pages(const ExtractedText& text, std::vector<Line>& lines) {
  bool start = false;  // the next line with text is the title of an item
  for (const ExtractedPage& page : text.pages) {
    std::vector<std::string> raw = page.lines;
    unfold_html_tables(raw);
    join_bold(raw);
    for (const std::string& one : raw) {
      const MarkedLine marked = read_item_marks(one);
      start = start || marked.item_start;
      lines.push_back(clean_line(marked.text, page.number));
      if (!start || lines.back().empty()) continue;
      lines.back().item_start = true;
      start = false;
    }
    lines.push_back(Line{.page = page.number});
  }
}

}  // namespace

bool names_a_body(std::string_view text) {
  static constexpr std::array<std::string_view, 17> nouns = {
      "committee", "panel",         "board",       "cabinet",    "council",       "commission",
      "forum",     "sub-committee", "partnership", "task group", "working group", "authority",
      "assembly",  "working party", "pwyllgor",    "cyngor",     "bwrdd"};
  const std::string_view name = trim(text);  // "Executive" is a body, "Executive Director" is not
  const bool officer = name.size() >= 15 && begins(name.substr(name.size() - 15), "chief executive");
  if (name.size() >= 9 && begins_word(name.substr(name.size() - 9), "executive") && !officer) return true;
  return std::any_of(nouns.begin(), nouns.end(), [&](std::string_view noun) { return contains_word(text, noun); });
}

Line clean_line(const std::string& raw, int page) {
  Line line{.page = page};
  const bool forced = raw.size() > 2 && raw.size() < 60 && raw.ends_with("  ");
  const MarkedText marked = strip_markup(raw);
  line.heading = marked.heading;
  line.bold = marked.bold;
  line.bullet = marked.bullet;
  line.row = marked.text.find('\t') != std::string::npos;
  line.text = schema::to_nfc(marked.text);
  line.broken_line = forced && !line.row;
  if (is_stray(line.text) || is_furniture(line.text)) line = Line{.page = page};
  if (begins(line.text, "this page is intentionally") || begins(line.text, "this page has been left blank")) {
    line.page_blank = true;
    line.text.clear();
  }
  return line;
}

void drop_running_lines(std::vector<Line>& lines) {
  std::unordered_map<std::string, int> seen;
  const auto candidate = [](const Line& line) {
    return !line.row && !line.bullet && !line.item_start && line.text.size() >= 5 && line.text.size() <= 140 &&
           !ends_sentence(line.text) && names_a_body(line.text);
  };
  for (const Line& line : lines) {
    if (candidate(line)) ++seen[schema::fold_text(line.text)];
  }
  bool first_title = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_page_number(lines[i].text)) lines[i].text.clear();
    if (!candidate(lines[i]) || seen[schema::fold_text(lines[i].text)] < 3) continue;
    const std::size_t next = next_filled(lines, i + 1);
    const bool title = first_title || (next < lines.size() && begins_head(lines[next].text));
    first_title = false;
    if (!title) lines[i] = Line{.page = lines[i].page};
  }
}

std::vector<Line> normalise(const ExtractedText& text) {
  std::vector<Line> lines;
  join_pages(text, lines);
  drop_running_lines(lines);
  return lines;
}

}  // namespace minutebook::indexer
