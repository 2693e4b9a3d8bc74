#include "indexer/item_candidates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <optional>

#include "indexer/attendance_markers.h"
#include "indexer/decisions.h"
#include "indexer/front_sheet.h"
#include "indexer/head.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::PaperKind;

constexpr std::size_t longest_title = 200;
constexpr std::size_t head_blocks = 8;  // the head of minutes takes no more

std::string prefix_of(const ItemNumber& number) {
  if (number.style == NumberStyle::dotted) return number.number.substr(0, number.number.rfind('.'));
  return number.style == NumberStyle::prefixed ? number.number.substr(0, number.number.find_first_of("0123456789"))
                                               : std::string();
}

bool title_like(std::string_view title) {
  return !title.empty() && title.size() <= longest_title &&
         (!ends_sentence(title) || title.back() == '?' || title.back() == ')' || is_capitals(title)) &&
         (!begins_decision(title) || begins(title, "recommend")) && !begins_lower(title);
}

/// A title with "(Item 4)" under it, perhaps with the minute's number over it.
std::optional<Candidate> marked_candidate(const std::vector<Block>& blocks, std::size_t at, std::size_t end) {
  const auto number = item_number(blocks[at].text);
  const bool lone = number && number->title.empty();
  const std::size_t title = lone ? at + 1 : at;
  if (lone && title < end && item_number(blocks[title].text))
    return std::nullopt;  // a page number over a numbered title
  if (title + 1 >= end || blocks[title].row() || blocks[title].text.size() > longest_title) return std::nullopt;
  const std::string mark = item_mark(blocks[title + 1].text);
  if (mark.empty()) return std::nullopt;
  Candidate found{.at = at, .body = title + 2, .strong = true};
  found.marked = true;
  found.agenda_number = mark;
  found.number =
      number ? *number : ItemNumber{.style = NumberStyle::plain, .number = mark, .value = std::atoi(mark.c_str())};
  if (lone || !number) found.number.title = blocks[title].text;
  return found;
}

std::optional<Candidate> candidate_at(const std::vector<Block>& blocks, std::size_t at, std::size_t end) {
  const Block& block = blocks[at];
  if (block.row() || block.margin || block.page_blank) return std::nullopt;
  if (auto marked = marked_candidate(blocks, at, end)) return marked;
  auto number = item_number(block.text);
  if (!number) return std::nullopt;
  Candidate found{.at = at, .body = at + 1, .number = *number};
  if (number->title.empty()) {  // the number alone: its title is the next block, if that looks like one
    if (at + 1 >= end || !is_heading(blocks[at + 1]) || item_number(blocks[at + 1].text)) return std::nullopt;
    found.number.title = blocks[at + 1].text;
    found.body = at + 2;
    found.strong = true;
    found.lone = true;
    return found;
  }
  if (block.bullet && !block.bold) return std::nullopt;
  found.strong = is_capitals(number->title) || block.bold || block.heading > 0 ||
                 number->style == NumberStyle::prefixed ||
                 (number->style == NumberStyle::dotted && title_like(number->title));
  if (found.strong && number->title.size() > longest_title) found.strong = false;
  const bool run_in = begins(number->title, "recommendation:") || begins(number->title, "recommendations:");
  if (run_in) found.strong = true;
  if (!found.strong && !title_like(number->title)) return std::nullopt;
  return found;
}

/// The head of the minutes themselves, set as a heading: "Minutes of the meeting held on …", "MEETING: Monday, 4 March
/// 2024".
bool is_head_line(const Block& block) {
  const bool names = contains_word(block.text, "meeting") || begins_word(block.text, "minutes");
  return names && (first_date(block.text) || find_ci(block.text, " held ") != std::string::npos);
}

/// No item of a meeting: it heads names, a decision, or what is said of a decision.
bool heads_part(const std::string& text) {
  return heads_attendance(text) || heads_decision(text) || heads_actions(text) || follows_decision(text);
}

/// Figures without a word, set large or bold in tables and charts; a year heads what follows.
bool is_figures(std::string_view text) {
  const bool letters = std::any_of(text.begin(), text.end(), [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0xC3;
  });
  const bool length_of_year =
      text.size() == 4 || text.size() == 7 || text.size() == 9;  // "2024", "2024/25", "2024-2025"
  const bool year = length_of_year && (begins(text, "19") || begins(text, "20")) &&
                    text.find_first_not_of("0123456789/-") == std::string_view::npos;
  return !letters && !year;
}

/// "**Recommendation:**" alone heads a section of a report; a label of its front sheet does not.
bool is_colon_heading(const Block& block) {
  return !block.row() && !block.margin && !block.bullet && block.bold && block.text.size() <= 80 &&
         block.text.size() > 3 && block.text.back() == ':' && !front_sheet_label(block) && !begins_decision(block.text);
}

/// The name of a section that reports have, alone on a line without any mark.
bool is_plain_section(const Block& block) {
  static constexpr std::array<std::string_view, 10> names = {
      "recommendation", "recommendations", "recommendation(s)", "summary",    "executive summary",
      "background",     "implications",    "other options",     "appendices", "equality and diversity"};
  static constexpr std::array<std::string_view, 8> openings = {
      "purpose of",   "recommendations and",       "alternative options",        "options considered",
      "relevance to", "reason for recommendation", "reasons for recommendation", "reasons for the recommendation"};
  if (block.row() || block.margin || block.bullet || block.text.size() > 80) return false;
  std::string key = lower(block.text);
  if (!key.empty() && key.back() == ':') key.pop_back();
  if (key.empty() || ends_sentence(key) || word_count(key) > 10) return false;
  const bool opens =
      std::any_of(openings.begin(), openings.end(), [&](std::string_view one) { return begins_word(key, one); });
  const bool implications = contains_word(key, "implications") && !begins_lower(block.text) &&
                            !contains_word(key, "are") && !contains_word(key, "is");
  return opens || implications || std::find(names.begin(), names.end(), key) != names.end();
}

/// Of a meeting's headings those of the highest Markdown rank that occurs twice, if ranks are used.
void keep_rank(const std::vector<Block>& blocks, std::vector<Candidate>& found) {
  for (int rank = 1; rank <= 6; ++rank) {
    const auto of_rank =
        std::count_if(found.begin(), found.end(), [&](const Candidate& one) { return blocks[one.at].heading == rank; });
    if (of_rank < 2) continue;
    std::erase_if(found,
                  [&](const Candidate& one) { return blocks[one.at].heading == 0 || blocks[one.at].heading > rank; });
    return;
  }
}

}  // namespace

std::string family_of(const ItemNumber& number) {
  switch (number.style) {
    case NumberStyle::plain:
    case NumberStyle::stopped:
      return "number";
    case NumberStyle::section:
      return "section";
    case NumberStyle::prefixed:
      return "prefix " + prefix_of(number);
    case NumberStyle::slashed:
      return "slash";
    case NumberStyle::worded:
      return "word";
    case NumberStyle::dotted:
      return "dots " + prefix_of(number);
  }
  return {};
}

std::vector<Candidate> numbered_candidates(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  std::vector<Candidate> found;
  for (std::size_t at = begin; at < end; ++at) {
    if (auto one = candidate_at(blocks, at, end)) {
      if (!one->lone) at = one->body - 1;
      found.push_back(std::move(*one));
    }
  }
  // Where headings carry their numbers, numbers on lines of their own are those of pages.
  const auto lone = std::count_if(found.begin(), found.end(), [](const Candidate& one) { return one.lone; });
  const auto strong =
      std::count_if(found.begin(), found.end(), [](const Candidate& one) { return one.strong && !one.lone; });
  if (strong >= lone) std::erase_if(found, [](const Candidate& one) { return one.lone; });
  return found;
}

std::vector<Candidate> heading_candidates(const std::vector<Block>& blocks, std::size_t begin, std::size_t end,
                                          PaperKind kind) {
  const bool meeting = kind == PaperKind::minutes || kind == PaperKind::agenda;
  std::vector<Candidate> found;
  for (std::size_t at = begin; at < end; ++at) {
    const Block& block = blocks[at];
    const bool colon =
        !meeting && kind != PaperKind::presentation && (is_colon_heading(block) || is_plain_section(block));
    if (!colon && (!is_heading(block) || is_body_name(block.text) || names_a_council(block.text) || block.bullet ||
                   only_date(block.text)))
      continue;
    if (meeting && (heads_part(block.text) || (found.empty() && at < begin + head_blocks && is_head_line(block))))
      continue;
    Candidate one{.at = at, .body = at + 1};
    one.number.title = block.text;
    found.push_back(std::move(one));
  }
  if (meeting) keep_rank(blocks, found);
  return found;
}

bool is_heading(const Block& block) {
  if (is_figures(block.text)) return false;
  if (block.row() || block.margin || block.text.empty() || block.text.size() > longest_title) return false;
  if (begins_decision(block.text) || ends_minutes(block.text)) return false;
  const bool closed =
      ends_sentence(block.text) && block.text.back() != '?' && block.text.back() != ')' && !is_capitals(block.text);
  return !closed && (block.heading > 0 || block.bold || is_capitals(block.text));
}

}  // namespace minutebook::indexer
