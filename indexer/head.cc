#include "indexer/head.h"

#include <algorithm>
#include <array>

#include "indexer/attendance_markers.h"
#include "indexer/decisions.h"
#include "indexer/front_sheet.h"
#include "indexer/item_numbers.h"
#include "indexer/local_council.h"
#include "indexer/meeting_words.h"
#include "indexer/text_shapes.h"
#include "schema/committee_kinds.h"

namespace minutebook::indexer {
namespace {

using schema::Date;
using schema::PaperKind;

constexpr std::size_t npos = std::string_view::npos;

bool is_letterhead(const Block& block) {
  return !block.row() && block.text.size() < 120 && !ends_sentence(block.text) && !block.bullet &&
         (names_a_body(block.text) || names_a_council(block.text) || begins_word(block.text, "minutes") ||
          begins_word(block.text, "draft minutes"));
}

/// Index of the first of the title blocks right above `at`.
std::size_t above(const std::vector<Block>& blocks, std::size_t at, std::size_t from) {
  std::size_t begin = at;
  while (begin > from && at - begin < 4 && is_letterhead(blocks[begin - 1])) --begin;
  return begin;
}

/// "COUNTY COUNCIL - THURSDAY, 9 JANUARY 2025": a body and its day in one line.
std::optional<Date> day_of_body(const Block& block) {
  if (block.row() || block.bullet || block.text.size() > 160 || !is_body_name(block.text)) return std::nullopt;
  return first_date(block.text);
}

/// The body named by the title blocks of a head: the most telling kind wins over the bare council.
std::string body_among(const std::vector<Block>& blocks, std::size_t from, std::size_t to) {
  std::string best;
  for (std::size_t i = from; i < std::min(to, blocks.size()); ++i) {
    const std::string name = body_name_in(blocks[i].text);
    if (name.empty()) continue;
    const bool council = schema::committee_kind(name) == "other" || schema::committee_kind(name) == "full_council";
    if (best.empty() || !council) best = name;
    if (!council) break;
  }
  return best;
}

/// The list of those present follows: "Minutes of the meeting held on …" is then a head and not the title of an item.
bool attendance_follows(const std::vector<Block>& blocks, std::size_t at) {
  for (std::size_t i = at + 1; i < std::min(at + 9, blocks.size()); ++i) {
    const std::string_view text = blocks[i].text;
    if (begins_word(text, "present") || begins(text, "(present") || begins_word(text, "in attendance") ||
        begins_word(text, "councillor") || begins_word(text, "councillors") || begins_word(text, "cllr") ||
        begins_word(text, "attendance") || begins_word(text, "name") ||
        (text.size() < 90 && contains_word(text, "present")))
      return true;
  }
  return false;
}

/// "A G E N D A" -> "agenda".
std::string without_letter_spaces(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  const bool spaced = words.size() >= 4 &&
                      std::all_of(words.begin(), words.end(), [](std::string_view word) { return word.size() == 1; });
  std::string joined;
  for (const std::string_view word : words) joined += (spaced || joined.empty() ? "" : " ") + std::string(word);
  return joined;
}

bool opens_agenda(const Block& block) {
  static constexpr std::array<std::string_view, 11> openings = {
      "agenda for",           "agenda & summons",        "agenda and summons",
      "agenda supplement",    "agenda - supplement",     "agenda \xE2\x80\x93 supplement",
      "supplementary agenda", "agenda and reports",      "agenda pack",
      "agenda front",         "supplement to the agenda"};
  if (block.row() || block.bullet || block.text.size() > 120) return false;
  std::string small = lower(without_letter_spaces(block.text));
  while (!small.empty() && (small.back() == ':' || small.back() == '.')) small.pop_back();
  // The last one heads the column of numbers in the letter that sends papers to follow.
  return small == "agenda" || small == "agenda item no" || small == "public agenda" || small == "agenda and papers" ||
         small == "order of business" ||
         std::any_of(openings.begin(), openings.end(),
                     [&](std::string_view opening) { return begins(small, opening); }) ||
         (begins_word(small, "agenda") && names_a_body(small) && find_ci(small, "item") == npos);
}

/// A list of those present, by its marker: a membership on an agenda has none.
bool attendance_marked(const std::vector<Block>& blocks, std::size_t at) {
  for (std::size_t i = at; i < std::min(at + 10, blocks.size()); ++i) {
    if (opens_agenda(blocks[i])) return false;
    std::size_t end = 0;
    const std::string& text = blocks[i].row() ? blocks[i].cells[0] : blocks[i].text;
    const auto enumerator = leading_enumerator(text);  // "1. Members present were: …"
    const auto marker = marker_at(std::string_view(text).substr(enumerator ? enumerator->end : 0), end);
    if (marker && (find_ci(marker->text, "present") != npos || find_ci(marker->text, "presennol") != npos)) return true;
    if (marker && (marker->text == "attendees" || marker->text == "in attendance" || marker->text == "attendance"))
      return true;
  }
  return false;
}

/// A body, its day on a line of its own ("Meeting held 8 November 2023", "MEETING: Monday, 4 March 2024"), and who was
/// present.
std::optional<Head> attended_head(const std::vector<Block>& blocks, std::size_t at) {
  const Block& block = blocks[at];
  if (block.row() || block.bullet || block.text.size() > 160) return std::nullopt;
  Head head{.kind = PaperKind::minutes, .begin = at, .body = at + 1};
  const bool council = !is_body_name(block.text);  // a letterhead, or the council itself met
  head.committee = council ? whole_council(block.text) : body_name_in(block.text);
  if (head.committee.empty()) return std::nullopt;
  if (const auto date = first_date(block.text)) head.date = *date;
  for (std::size_t i = at + 1; i < std::min(at + 5, blocks.size()) && !head.date.known(); ++i) {
    std::string_view text = blocks[i].text;
    const auto label = front_sheet_label(blocks[i]);
    if (blocks[i].row() || text.size() > 160 || (label && label->field == FrontField::title)) break;
    if (council && is_body_name(text)) return std::nullopt;  // its committee met
    for (const std::string_view lead :
         {"minutes of the meeting", "minutes of meeting", "annual", "ordinary", "extraordinary", "special", "general",
          "meeting", "cyfarfod", "held", "on", ":", "-"}) {
      if (begins(text, lead)) text = trim(text.substr(lead.size()));
    }
    const auto date = leading_date(text)                    ? leading_date(text)
                      : text.size() < blocks[i].text.size() ? first_date(text)
                                                            : std::nullopt;
    if (!date) continue;
    head.date = *date;
    head.body = i + 1;
  }
  if (!head.date.known() || !attendance_marked(blocks, head.body)) return std::nullopt;
  return head;
}

/// Its first lines name a parish, town or community council, and not the parish's own meeting.
bool names_local_meeting(const std::vector<Block>& blocks, std::size_t from, std::size_t to) {
  bool council = false;
  for (std::size_t i = from; i < to; ++i) {
    if (find_ci(blocks[i].text, "parish meeting") != npos) return false;
    council = council || (blocks[i].text.size() < 160 && names_a_local_council(" " + blocks[i].text));
  }
  return council;
}

std::optional<Head> minutes_head(const std::vector<Block>& blocks, std::size_t at, std::size_t from) {
  const std::string& text = blocks[at].text;
  const bool told = tells_of_meeting(text) && attendance_marked(blocks, at + 1);
  if (blocks[at].bullet || blocks[at].row() || (!told && !opens_minutes(text))) return std::nullopt;
  Head head{.kind = PaperKind::minutes, .begin = above(blocks, at, from), .body = at + 1};
  head.committee = name_after_of(text);
  if (head.committee.empty()) {
    if (!attendance_follows(blocks, at) && head.begin == at) return std::nullopt;
    head.committee = body_among(blocks, head.begin, at);
  }
  const bool local = head.committee.empty() ? names_local_meeting(blocks, head.begin, at + 1)
                                            : names_a_local_council(head.committee) && head.committee.size() > 7 &&
                                                  lower(head.committee).ends_with("council");
  if (local) head.committee = "Council";
  std::optional<Date> date = first_date(text);
  // "On Tuesday 23rd April" below goes on with the sentence; a day above may be that of a title.
  if (!date && at + 1 < blocks.size() &&
      (begins_word(blocks[at + 1].text, "on") || begins_word(blocks[at + 1].text, "held")))
    date = first_date(blocks[at + 1].text);
  for (std::size_t i = head.begin; !date && i < at; ++i) date = first_date(blocks[i].text);
  for (std::size_t i = at + 1; !date && i < std::min(at + 4, blocks.size()); ++i) {
    if (head.committee.empty() && is_body_name(blocks[i].text)) head.committee = body_name_in(blocks[i].text);
    if (blocks[i].text.size() < 160) date = first_date(blocks[i].text);
    if (date) head.body = i + 1;
  }
  if (date) head.date = *date;
  if (head.committee.empty() && !date) return std::nullopt;
  return head;
}

std::optional<Head> agenda_head(const std::vector<Block>& blocks, std::size_t at, std::size_t from) {
  if (!opens_agenda(blocks[at])) return std::nullopt;
  const std::size_t begin = at - from <= (from == 0 ? 40U : 12U) ? from : above(blocks, at, from);
  Head head{.kind = PaperKind::agenda, .begin = begin, .body = at + 1};
  const std::size_t end = std::min(at + 14, blocks.size());
  head.committee = body_among(blocks, at, end);
  if (head.committee.empty() || schema::committee_kind(head.committee) == "full_council") {
    const std::string before = body_among(blocks, begin, at);
    if (!before.empty()) head.committee = before;
  }
  for (std::size_t i = begin; i < at && head.committee.empty(); ++i) {  // a council that has no committees to speak of
    if (names_a_local_council(blocks[i].text)) head.committee = whole_council(blocks[i].text);
  }
  for (std::size_t i = begin; i < end && head.committee.empty(); ++i) {
    if (announces_meeting(blocks[i].text)) head.committee = name_after_of(blocks[i].text);
  }
  // "A meeting will be held on …" and "Date: …" before any other day: the day it was sent out stands there too.
  for (const bool telling : {true, false}) {
    for (std::size_t i = begin; i < end && telling && !head.date.known(); ++i) {
      if (const auto day = day_of_body(blocks[i])) head.date = *day;
    }
    for (std::size_t i = begin; i < end && !head.date.known(); ++i) {
      const bool dated = blocks[i].row() && leading_date(blocks[i].cells[0]);  // addresses stand beside the day
      const std::string& text = dated ? blocks[i].cells[0] : blocks[i].text;
      if (blocks[i].row() && i > at && !dated) {
        if (item_number(blocks[i].cells[0] + " X")) break;  // the agenda's own table
        continue;
      }
      if (contains_word(text, "minutes") || (telling && !announces_meeting(text) && !begins(text, "date:"))) continue;
      if (!telling && (find_ci(text, "published") != npos || find_ci(text, "despatch") != npos ||
                       find_ci(text, "dispatch") != npos))
        continue;
      const std::string_view sentence = std::string_view(text).substr(0, text.find(". "));
      if (const auto date = first_date(sentence); date && text.size() < (telling ? 500 : 200)) head.date = *date;
    }
  }
  return head.committee.empty() && !head.date.known() ? std::nullopt : std::optional<Head>(head);
}

/// A section "1", a front-sheet label or an exempt line must follow soon: else the lines only mention a body and a day.
bool report_follows(const std::vector<Block>& blocks, std::size_t from) {
  for (std::size_t i = from; i < std::min(from + 40, blocks.size()); ++i) {
    if (opens_agenda(blocks[i]) || opens_minutes(blocks[i].text) || find_ci(blocks[i].text, "apologies") != npos)
      return false;
    const auto enumerator = leading_enumerator(blocks[i].text);
    if (enumerator && !blocks[i].row() &&
        (enumerator->label == "1" || enumerator->label == "1.0" || enumerator->label == "1.1"))
      return true;
    const auto label = front_sheet_label(blocks[i]);
    if (label && label->field != FrontField::contact && label->field != FrontField::date) return true;
  }
  return false;
}

std::optional<Head> report_head(const std::vector<Block>& blocks, std::size_t at, std::size_t) {
  const Block& block = blocks[at];
  if (block.row() || block.bullet || !is_body_name(block.text)) return std::nullopt;
  Head head{.kind = PaperKind::report, .begin = at, .body = at + 1};
  head.committee = body_name_in(block.text);
  if (const auto date = first_date(block.text)) head.date = *date;
  for (std::size_t i = at + 1; i < std::min(at + 6, blocks.size()); ++i) {
    const Block& next = blocks[i];
    if (next.row() || next.bullet || next.page_blank || ends_sentence(next.text)) break;
    if (const auto date = only_date(next.text); date && !head.date.known()) {
      head.date = *date;
      head.body = i + 1;
    } else if (head.title.empty() && head.date.known() && !is_body_name(next.text) && next.text.size() <= 250 &&
               !leading_enumerator(next.text)) {
      head.title = next.text;
      head.body = i + 1;
    }
  }
  if (!head.date.known() || !report_follows(blocks, at + 1)) return std::nullopt;
  return head;
}

/// A front sheet in the middle of a pack: at least three labels, the title of the report first or second.
std::optional<Head> sheet_head(const std::vector<Block>& blocks, std::size_t at, std::size_t from) {
  const auto first = front_sheet_label(blocks[at]);
  if (!first || (first->field != FrontField::title && first->field != FrontField::committee &&
                 first->field != FrontField::addressee && first->field != FrontField::report_of))
    return std::nullopt;
  std::size_t count = 0;
  bool title = false;
  for (std::size_t i = at; i < std::min(at + 8, blocks.size()); ++i) {
    const auto label = front_sheet_label(blocks[i]);
    if (label) ++count;
    title = title || (label && label->field == FrontField::title);
  }
  if (count < 3 || !title) return std::nullopt;
  Head head{.kind = PaperKind::report, .begin = at, .body = at};
  while (head.begin > from && at - head.begin < 3 && !blocks[head.begin - 1].row() &&
         blocks[head.begin - 1].page == blocks[at].page && !begins_decision(blocks[head.begin - 1].text) &&
         blocks[head.begin - 1].text.size() < 100 &&
         (names_a_body(blocks[head.begin - 1].text) || names_a_council(blocks[head.begin - 1].text) ||
          only_date(blocks[head.begin - 1].text)))
    --head.begin;
  return head;
}

}  // namespace

std::optional<Head> head_at(const std::vector<Block>& blocks, std::size_t at, std::size_t from) {
  if (auto head = minutes_head(blocks, at, from)) return head;
  if (auto head = agenda_head(blocks, at, from)) return head;
  if (auto head = attended_head(blocks, at)) return head;
  if (auto head = report_head(blocks, at, from)) return head;
  return sheet_head(blocks, at, from);
}

}  // namespace minutebook::indexer
