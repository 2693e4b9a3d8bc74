// The page of a meeting as text: its titles, then the table of items, with each number on a line of its own or without
// numbers in the rows of a table.
#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <utility>

#include "indexer/extract/html_page.h"
#include "indexer/extract/page_furniture.h"
#include "indexer/extract/saved_lines.h"
#include "indexer/extract/saved_page.h"
#include "indexer/extract/saved_rows.h"
#include "indexer/extract/text_lines.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using Paragraphs = std::vector<std::string>;

constexpr std::size_t head_paragraphs = 80;  // the table of items begins among them
constexpr int longest_gap = 10;              // items that are not published are missing from the numbers

/// "Agenda and draft minutes", "Agenda, decisions and minutes": nothing but such words.
bool is_page_title(std::string_view text) {
  static constexpr std::array<std::string_view, 9> known = {
      "agenda", "and", "minutes", "decisions", "draft", "decisions,", "agenda,", "supplementary", "&"};
  const std::string small = lower(text);
  const std::vector<std::string_view> words = words_of(small);
  return !words.empty() && words.size() <= 6 && std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return std::find(known.begin(), known.end(), word) != known.end();
  });
}

std::string_view without_bullet(std::string_view text) {
  for (const std::string_view bullet : {"- ", "* ", "\xE2\x80\xA2 ", "\xC2\xB7 "}) {
    if (text.starts_with(bullet)) return trim(text.substr(bullet.size()));
  }
  return text;
}

/// The number of an item alone on a line: "48.", "4a", "5.1"; `value` is its first figure.
struct LoneNumber {
  std::string number;
  int value = 0;
  bool stopped = false;  ///< a full stop behind it
  bool part = false;     ///< of an item: "4a", "5.1"
};

std::optional<LoneNumber> lone_number(std::string_view text) {
  LoneNumber found{.stopped = text.ends_with('.')};
  if (found.stopped) text.remove_suffix(1);
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits > 4) return std::nullopt;
  const std::string_view rest = text.substr(digits);
  const bool letter = rest.size() == 1 && std::islower(static_cast<unsigned char>(rest[0])) != 0;
  const bool figures = rest.size() >= 2 && rest.size() <= 3 && rest[0] == '.' &&
                       rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
  if (!rest.empty() && !letter && !figures) return std::nullopt;
  found.part = !rest.empty();
  found.number = std::string(text);
  found.value = std::atoi(found.number.c_str());
  return found;
}

/// What may stand as a title below a number: neither a label nor the rest of a sentence.
bool can_be_title(std::string_view text) {
  return !text.empty() && text.size() <= 300 && !is_part_label(text) && !begins_lower(text) && !lone_number(text);
}

/// Rows number on: a number that does not is part of an item's text, a part goes with its item.
bool follows(const LoneNumber& number, const std::vector<MeetingItem>& items) {
  if (items.empty()) return number.stopped && !number.part;
  const int last = std::atoi(items.back().number.c_str());
  if (number.part) return number.value == last;
  return number.stopped && number.value > last && number.value <= last + longest_gap;
}

std::vector<MeetingItem> numbered_rows(const Paragraphs& paragraphs, std::size_t from, std::size_t& first) {
  std::vector<MeetingItem> items;
  std::size_t body = from;
  first = paragraphs.size();
  const auto close = [&](std::size_t end) {
    if (!items.empty()) items.back().sections = saved_sections(paragraphs, body, end);
  };
  for (std::size_t at = from; at + 1 < paragraphs.size(); ++at) {
    const auto number = lone_number(paragraphs[at]);
    if (!number || !follows(*number, items) || !can_be_title(paragraphs[at + 1])) continue;
    close(at);
    first = std::min(first, at);
    items.push_back({.number = number->number, .title = without_file_size(paragraphs[at + 1])});
    body = ++at + 1;
  }
  close(paragraphs.size());
  return items;
}

/// What stands over the table: the titles of the page, its meeting, the place, notes.
struct PageHead {
  MeetingTitle meeting;
  std::string title;
  std::string words;
  std::vector<std::string> lines;
};

bool is_link(std::string_view text) {
  static constexpr std::array<std::string_view, 5> links = {"attendance details", "agenda frontsheet", "agenda reports",
                                                            "printed minutes", "printed decisions"};
  return std::any_of(links.begin(), links.end(), [&](std::string_view one) { return begins(text, one); });
}

/// "Health Board" over "Thursday, 18th April, 2019 10.00 am", or both on one line.
std::size_t read_meeting_title(const Paragraphs& paragraphs, std::size_t at, std::size_t end, PageHead& head) {
  if (at >= end) return 0;
  const auto take = [&](const std::string& title) {
    const MeetingTitle meeting = meeting_of_title(title);
    if (!meeting.date.known() || meeting.committee.empty() || title.size() > 200 || begins_word(title, "venue"))
      return false;
    head.meeting = meeting;
    head.title = title;
    return true;
  };
  if (take(paragraphs[at])) return 1;
  const bool day_below = at + 1 < end && schema::find_dates(paragraphs[at]).empty() && paragraphs[at].size() < 100 &&
                         paragraphs[at].find(':') == std::string::npos;
  return day_below && take(paragraphs[at] + " - " + paragraphs[at + 1]) ? 2 : 0;
}

PageHead read_head(const Paragraphs& paragraphs, std::size_t end) {
  PageHead head;
  std::size_t at = 0;
  const auto title = std::find_if(paragraphs.begin(), paragraphs.begin() + static_cast<std::ptrdiff_t>(end),
                                  [](const std::string& one) { return is_page_title(without_bullet(one)); });
  if (title != paragraphs.begin() + static_cast<std::ptrdiff_t>(end)) {
    head.words = *title;
    at = static_cast<std::size_t>(title - paragraphs.begin()) + 1;
  }
  at += read_meeting_title(paragraphs, at, end, head);
  for (; at < end; ++at) {
    std::string line = paragraphs[at];
    const std::size_t directions = find_ci(line, " view directions");
    if (directions != std::string::npos) line.erase(directions);
    if (!is_link(without_bullet(line)) && lower(line) != "items") add_paragraph(head.lines, std::move(line));
  }
  drop_site_phrases(head.lines);
  return head;
}

}  // namespace

std::size_t items_head(const Paragraphs& paragraphs) {
  constexpr std::size_t longest_head = 30;
  static constexpr std::array<std::string_view, 4> heads = {"no. item", "note no. item", "rhif eitem", "no item"};
  for (std::size_t at = 0; at < std::min(paragraphs.size(), head_paragraphs); ++at) {
    if (paragraphs[at].size() > longest_head) continue;
    std::string key = lower(paragraphs[at]);
    std::replace(key.begin(), key.end(), '|', ' ');
    key = one_line(key);
    if (std::find(heads.begin(), heads.end(), key) != heads.end()) return at;
  }
  return paragraphs.size();
}

Extraction read_saved_meeting(const Paragraphs& paragraphs, std::size_t head_at) {
  const PageHead head = read_head(paragraphs, head_at);
  std::size_t first = paragraphs.size();
  std::vector<MeetingItem> items = numbered_rows(paragraphs, head_at + 1, first);
  const bool numbered = !items.empty();
  if (!numbered) items = saved_rows(paragraphs, head_at + 1);
  std::vector<std::string> lines;
  if (!head.title.empty()) add_paragraph(lines, "# " + head.title);
  add_paragraphs(lines, head.lines);
  for (std::size_t at = head_at + 1; numbered && at < first; ++at) add_paragraph(lines, paragraphs[at]);
  for (const MeetingItem& item : items) write_item(item, lines);
  DocumentFacts facts;
  facts.kind = kind_of_items(items);
  facts.committee = head.meeting.committee;
  facts.date = schema::iso_date(head.meeting.date);
  facts.status = status_of_words(head.words + " " + head.title);
  facts.one_paper = true;
  add_portfolios(items, facts);
  return one_page(std::move(lines), std::move(facts), {});
}

}  // namespace minutebook::indexer
