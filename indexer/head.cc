#include "indexer/head.h"

#include <algorithm>
#include <array>

#include "indexer/front_sheet.h"
#include "indexer/text_shapes.h"
#include "schema/committee_kinds.h"

namespace minutebook::indexer {
namespace {

using schema::Date;
using schema::PaperKind;

constexpr std::size_t npos = std::string_view::npos;

std::optional<Date> first_date(std::string_view text) {
  const auto found = schema::find_dates(text);
  return found.empty() ? std::nullopt : std::optional<Date>(found.front().date);
}

/// Where the name of a body ends: before "held", "on Monday", "at 10.00 am", a date or a place.
std::size_t name_end(std::string_view text) {
  static constexpr std::array<std::string_view, 13> stops = {" held", " on ", " at ", " in the ", ", on", " commencing", " will be", " meeting", " which", " took place",
                                                            " - ", ". ", " date"};
  std::size_t end = text.size();
  for (const std::string_view stop : stops) end = std::min(end, find_ci(text, stop));
  const auto dates = schema::find_dates(text);
  if (!dates.empty()) end = std::min(end, dates.front().begin);
  return end;
}

/// The name behind "meeting of (the) …"; empty for "this Committee".
std::string name_after_of(std::string_view text) {
  std::size_t at = find_ci(text, "meeting of ");
  if (at == npos) at = find_ci(text, "minutes of ");
  if (at == npos) return {};
  std::string_view rest = text.substr(at + 11);
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (begins(rest, article)) rest.remove_prefix(article.size());
  }
  for (const std::string_view inner : {"meeting of the ", "meeting of ", "proceedings of the "}) {
    if (begins(rest, inner)) rest.remove_prefix(inner.size());
  }
  if (begins(rest, "this ")) return {};
  const std::string name(trim(rest.substr(0, name_end(rest))));
  return is_body_name(name) ? name : std::string();
}

bool opens_minutes(std::string_view text) {
  static constexpr std::array<std::string_view, 10> openings = {
      "at a meeting of",      "at the meeting of",         "minutes of the meeting", "minutes of a meeting",       "minutes of the proceedings",
      "minutes of meeting",   "minutes of the ordinary", "minutes of an",            "minutes of the extraordinary", "cofnodion"};
  if (text.size() > 400) return false;
  if (std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) { return begins(text, opening); })) return true;
  const bool of = begins(text, "minutes of the ") || begins(text, "minutes of a ");
  return of && text.size() < 250 && (find_ci(text, "held") != npos || !schema::find_dates(text).empty()) && (names_a_body(text) || contains_word(text, "meeting"));
}

bool is_letterhead(const Block& block) {
  return !block.row() && block.text.size() < 120 && !ends_sentence(block.text) && !block.bullet &&
         (names_a_body(block.text) || names_a_council(block.text) || begins_word(block.text, "minutes") || begins_word(block.text, "draft minutes"));
}

/// Index of the first of the title blocks right above `at`.
std::size_t above(const std::vector<Block>& blocks, std::size_t at, std::size_t from) {
  std::size_t begin = at;
  while (begin > from && at - begin < 4 && is_letterhead(blocks[begin - 1])) --begin;
  return begin;
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
    if (begins_word(text, "present") || begins(text, "(present") || begins_word(text, "in attendance") || begins_word(text, "councillor") ||
        begins_word(text, "councillors") || begins_word(text, "cllr") || begins_word(text, "attendance") || begins_word(text, "name") ||
        (text.size() < 90 && contains_word(text, "present")))
      return true;
  }
  return false;
}

std::optional<Head> minutes_head(const std::vector<Block>& blocks, std::size_t at, std::size_t from) {
  const std::string& text = blocks[at].text;
  if (blocks[at].bullet || blocks[at].row() || !opens_minutes(text)) return std::nullopt;
  Head head{.kind = PaperKind::minutes, .begin = above(blocks, at, from), .body = at + 1};
  head.committee = name_after_of(text);
  if (head.committee.empty()) {
    if (!attendance_follows(blocks, at) && head.begin == at) return std::nullopt;
    head.committee = body_among(blocks, head.begin, at);
  }
  std::optional<Date> date = first_date(text);
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

bool opens_agenda(const Block& block) {
  if (block.row() || block.bullet || block.text.size() > 120) return false;
  const std::string small = lower(block.text);
  return small == "agenda" || small == "public agenda" || small == "agenda and papers" || begins_word(small, "agenda for") ||
         (begins_word(small, "agenda") && names_a_body(small) && find_ci(small, "item") == npos);
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
  for (std::size_t i = begin; i < end && !head.date.known(); ++i) {
    if (blocks[i].row() && i > at) break;
    if (const auto date = first_date(blocks[i].text); date && blocks[i].text.size() < 200) head.date = *date;
  }
  return head.committee.empty() && !head.date.known() ? std::nullopt : std::optional<Head>(head);
}

/// A section "1", a front-sheet label or an exempt line must follow soon: else the lines only mention a body and a day.
bool report_follows(const std::vector<Block>& blocks, std::size_t from) {
  for (std::size_t i = from; i < std::min(from + 40, blocks.size()); ++i) {
    if (opens_agenda(blocks[i]) || opens_minutes(blocks[i].text) || find_ci(blocks[i].text, "apologies") != npos) return false;
    const auto enumerator = leading_enumerator(blocks[i].text);
    if (enumerator && !blocks[i].row() && (enumerator->label == "1" || enumerator->label == "1.0" || enumerator->label == "1.1")) return true;
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
    } else if (head.title.empty() && head.date.known() && !is_body_name(next.text) && next.text.size() <= 250 && !leading_enumerator(next.text)) {
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
  if (!first || (first->field != FrontField::title && first->field != FrontField::committee)) return std::nullopt;
  std::size_t count = 0;
  bool title = false;
  for (std::size_t i = at; i < std::min(at + 8, blocks.size()); ++i) {
    const auto label = front_sheet_label(blocks[i]);
    if (label) ++count;
    title = title || (label && label->field == FrontField::title);
  }
  if (count < 3 || !title) return std::nullopt;
  Head head{.kind = PaperKind::report, .begin = at, .body = at};
  while (head.begin > from && at - head.begin < 3 && !blocks[head.begin - 1].row() && blocks[head.begin - 1].text.size() < 100 &&
         (names_a_body(blocks[head.begin - 1].text) || names_a_council(blocks[head.begin - 1].text) || only_date(blocks[head.begin - 1].text)))
    --head.begin;
  return head;
}

}  // namespace

bool names_a_council(std::string_view text) {
  text = trim(text);
  if (text.size() > 80) return false;
  if (begins(text, "london borough of ") || begins(text, "royal borough of ") || begins(text, "city of ") || begins(text, "borough of ")) return true;
  return text.size() > 8 && begins(text.substr(text.size() - 7), "council") && schema::committee_kind(text) == "other";
}

bool is_body_name(std::string_view text) {
  text = trim(text);
  if (text.size() < 5 || text.size() > 160 || !names_a_body(text)) return false;
  const std::string name = body_name_in(text);
  return !name.empty();
}

std::string body_name_in(std::string_view text) {
  text = trim(text);
  for (const std::string_view lead : {"report to ", "report to: ", "meeting: ", "committee: ", "to: ", "minutes of the ", "agenda for ", "agenda of the ", "agenda - ", "meeting of the ", "meeting of ",
                                      "members of the ", "extraordinary meeting of the "}) {
    if (begins(text, lead)) text = trim(text.substr(lead.size()));
  }
  if (begins(text, "the ")) text.remove_prefix(4);
  const auto dates = schema::find_dates(text);
  std::size_t end = dates.empty() ? text.size() : dates.front().begin;
  end = std::min({end, find_ci(text, " held "), find_ci(text, " meeting"), find_ci(text, " at a meeting")});
  text = trim(text.substr(0, std::min(end, text.size())));
  end = std::min({text.size(), find_ci(text, ": "), find_ci(text, " work programme"), find_ci(text, " \xE2\x80\x93 ")});
  text = trim(text.substr(0, end));
  if (text.ends_with("\xE2\x80\x93")) text = trim(text.substr(0, text.size() - 3));
  while (!text.empty() && (text.back() == ',' || text.back() == '-' || text.back() == ':')) text = trim(text.substr(0, text.size() - 1));
  for (const std::string_view day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", " on", ","}) {
    if (text.size() > day.size() && lower(text.substr(text.size() - day.size())) == day) text = trim(text.substr(0, text.size() - day.size()));
  }
  if (!names_a_body(text) || ends_sentence(text) || word_count(text) > 16 || names_a_council(text)) return {};
  if (contains_word(text, "decision") || contains_word(text, "notice") || contains_word(text, "report") ||
      contains_word(text, "response")) return {};
  if (!is_capitals(text) && !is_title_case(text)) return {};
  return std::string(text);
}

std::optional<Date> only_date(std::string_view text) {
  text = trim(text);
  if (begins(text, "date:")) text = trim(text.substr(5));
  if (text.size() > 60) return std::nullopt;
  const auto dates = schema::find_dates(text);
  if (dates.size() != 1) return std::nullopt;
  const std::string_view before = trim(text.substr(0, dates.front().begin));
  const std::string_view after = trim(text.substr(dates.front().end));
  const bool time = after.size() <= 22 && after.find_first_of("0123456789") != npos;
  const bool day = before.empty() || before == "," || (before.size() <= 12 && lower(before).find("day") != npos) || lower(before) == "on";
  return day && (after.empty() || time || after == ".") ? std::optional<Date>(dates.front().date) : std::nullopt;
}

std::optional<Head> head_at(const std::vector<Block>& blocks, std::size_t at, std::size_t from) {
  if (auto head = minutes_head(blocks, at, from)) return head;
  if (auto head = agenda_head(blocks, at, from)) return head;
  if (auto head = report_head(blocks, at, from)) return head;
  return sheet_head(blocks, at, from);
}

}  // namespace minutebook::indexer
