#include "indexer/front_sheet.h"

#include <algorithm>
#include <array>

#include "indexer/head.h"
#include "indexer/text_shapes.h"
#include "schema/committee_kinds.h"

namespace minutebook::indexer {
namespace {

/// "Part I - Official": of the two parts of an agenda the public one. OCR takes its numeral for a letter or a stroke.
bool first_part(std::string_view small) {
  constexpr std::string_view part = "part ";
  if (!begins(small, part)) return false;
  std::string_view numeral = small.substr(part.size());
  numeral = numeral.substr(0, numeral.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789|"));
  return numeral == "i" || numeral == "1" || numeral == "l" || numeral == "|";
}

bool negative(std::string_view value) {
  const std::string small = lower(trim(value));
  return small.empty() || begins_word(small, "no") || begins_word(small, "n/a") || begins_word(small, "none") ||
         begins_word(small, "open") || begins_word(small, "public") || begins_word(small, "non-key") ||
         begins_word(small, "non-exempt") || begins_word(small, "not exempt") || first_part(small) ||
         begins_word(small, "for general release") || begins_word(small, "unrestricted") ||
         begins_word(small, "not applicable") || begins_word(small, "this report is public");
}

void add_portfolios(const std::string& value, std::vector<std::string>& portfolios) {
  std::size_t at = 0;
  while (at <= value.size()) {
    const std::size_t slash = std::min(value.find('/', at), value.size());
    const std::string one = schema::portfolio_display(trim(std::string_view(value).substr(at, slash - at)));
    if (!one.empty() && !negative(one) && std::find(portfolios.begin(), portfolios.end(), one) == portfolios.end())
      portfolios.push_back(one);
    at = slash + 1;
  }
}

/// "Finance and Traded Services Jo Betts, Interim Director of Finance": the next line of the cell names an officer,
/// with first name and surname before the post.
std::string without_next_person(std::string office) {
  std::size_t post = std::string::npos;
  for (const std::string_view word : {"director", "head of", "chief ", "treasurer", "solicitor"})
    post = std::min(post, find_word_ci(office, trim(word)));
  if (post == std::string::npos) return office;
  for (const std::string_view sign : {", ", " - ", " \xE2\x80\x93 "}) {
    const std::size_t comma = office.rfind(sign, post);
    if (comma == std::string::npos || word_count(office.substr(comma, post - comma)) > 4) continue;
    std::size_t cut = comma;
    for (int names = 0; names < 2 && cut != std::string::npos && cut > 0; ++names) cut = office.rfind(' ', cut - 1);
    return cut == std::string::npos ? office : office.substr(0, cut);
  }
  return office;
}

/// "Cabinet Member for Children and Young People" is an office; "Cllr Nova Reed" is a person (reference: a person's
/// name is not a portfolio).
std::string office_in(const std::string& value) {
  for (const std::string_view lead :
       {"cabinet member for ", "cabinet member with portfolio for ", "portfolio holder for ", "executive member for ",
        "lead member for ", "lead cabinet member for ", "cabinet lead for ", "cabinet member - "}) {
    const std::size_t at = find_ci(value, lead);
    if (at == std::string::npos) continue;
    const std::string office = value.substr(at + lead.size());
    return without_next_person(office.substr(0, office.find_first_of(");")));
  }
  return {};
}

void add_wards(const std::string& value, std::vector<std::string>& wards) {
  if (negative(value) && !begins_word(value, "no")) return;
  std::size_t at = 0;
  while (at <= value.size()) {
    const std::size_t end = std::min(value.find_first_of(",;", at), value.size());
    std::string_view one = trim(std::string_view(value).substr(at, end - at));
    if (begins(one, "and ")) one.remove_prefix(4);
    if (!one.empty() && one.size() < 80) wards.emplace_back(one);
    at = end + 1;
  }
}

/// "Head of Housing (A Reid)": an officer who decides under delegation is no body.
bool names_officer(std::string_view value) {
  static constexpr std::array<std::string_view, 6> posts = {"director", "head of", "officer",
                                                            "manager",  "chief",   "solicitor"};
  return std::any_of(posts.begin(), posts.end(), [&](std::string_view post) { return contains_word(value, post); }) &&
         find_ci(value, "member") == std::string_view::npos;
}

/// The body, or the office of a member who decides alone ("Councillor Ann Reed, Cabinet Member for Highways"), without
/// the member's name. The day may stand first ("07/11/2018 - Cabinet").
std::string decider_in(std::string value) {
  const auto dates = schema::find_dates(value);
  if (!dates.empty() && dates.front().begin == 0) value.erase(0, value.find_first_not_of(" ,-", dates.front().end));
  const std::string body = body_name_in(value);
  if (!body.empty()) return body;
  if (value.size() >= 120 || names_officer(value)) return {};
  for (const std::string_view office :
       {"cabinet member", "executive member", "portfolio holder", "lead member", "leader of the council"}) {
    const std::size_t at = find_ci(value, office);
    if (at != std::string::npos && at > 0) return value.substr(at, value.find(')', at) - at);
  }
  return value;
}

/// "To: Cabinet – 4 March 2025" names the meeting; a letter is written to "All members of …", "Leaders of councils".
void apply_addressee(FrontSheet& sheet, const std::string& value) {
  const std::string body = body_name_in(value);
  const auto dates = schema::find_dates(value);
  const bool readers = contains_word(body, "all") || contains_word(body, "members") || contains_word(body, "leaders") ||
                       contains_word(body, "councils") || contains_word(body, "authorities");
  if (body.empty() || readers) return;
  if (sheet.committee.empty()) sheet.committee = body;
  if (!sheet.date.known() && dates.size() == 1) sheet.date = dates.front().date;
}

void apply(FrontSheet& sheet, FrontField field, const std::string& value) {
  switch (field) {
    case FrontField::title:
      if (sheet.title.empty() && value.size() < 400) sheet.title = value;
      break;
    case FrontField::committee:
      if (sheet.committee.empty()) sheet.committee = decider_in(value);
      if (!sheet.date.known() && !schema::find_dates(value).empty())
        sheet.date = schema::find_dates(value).front().date;
      break;
    case FrontField::date:
      if (!sheet.date.known() && !schema::find_dates(value).empty())
        sheet.date = schema::find_dates(value).front().date;
      break;
    case FrontField::addressee:
      apply_addressee(sheet, value);
      break;
    case FrontField::portfolio:
      add_portfolios(value, sheet.portfolios);
      break;
    case FrontField::report_of:  // a member who brings the report, with the office
    case FrontField::member:
      if (!office_in(value).empty()) add_portfolios(office_in(value), sheet.portfolios);
      break;
    case FrontField::exempt:
      if (!sheet.exempt) sheet.exempt = !negative(value);
      break;
    case FrontField::key_decision:
      if (!sheet.key_decision && !value.empty()) sheet.key_decision = !negative(value);
      break;
    case FrontField::wards:
      add_wards(value, sheet.wards);
      break;
    case FrontField::contact:
    case FrontField::exempt_reason:
    case FrontField::other:
      break;
  }
}

bool begins_sections(const Block& block) {
  if (block.row() || block.bullet) return false;
  const auto enumerator = leading_enumerator(block.text);
  return enumerator && (enumerator->kind == EnumeratorKind::section || enumerator->kind == EnumeratorKind::decimal ||
                        enumerator->label == "1");
}

}  // namespace

std::optional<FrontLabel> front_sheet_label(const Block& block) {
  if (block.row()) {
    // A line set in justified words may come as many cells; then the colon tells the label.
    const bool label = block.cells.size() <= 4 || (block.cells.size() <= 10 && block.cells[0].ends_with(':'));
    const FrontLabelRow* row = label ? find_label(block.cells[0]) : nullptr;
    if (row == nullptr) return std::nullopt;
    FrontLabel found{.field = row->field};
    for (std::size_t i = 1; i < block.cells.size(); ++i) {
      if (!block.cells[i].empty()) found.value += (found.value.empty() ? "" : " ") + block.cells[i];
    }
    return found;
  }
  if (block.bullet || block.text.size() > 400) return std::nullopt;
  const std::size_t colon = block.text.find(':');
  if (colon != std::string::npos && colon <= 40) {
    const FrontLabelRow* row = find_label(std::string_view(block.text).substr(0, colon));
    if (row != nullptr)
      return FrontLabel{row->field, std::string(trim(std::string_view(block.text).substr(colon + 1)))};
  }
  const FrontLabelRow* row = block.text.size() <= 40 ? find_label(block.text) : nullptr;
  if (row == nullptr || row->label.find(' ') == std::string_view::npos)
    return std::nullopt;  // a single word alone is no label
  return FrontLabel{row->field, {}};
}

FrontSheet read_front_sheet(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  FrontSheet sheet;
  for (std::size_t i = begin; i < end && i < begin + 60; ++i) {
    if (begins_sections(blocks[i])) break;
    const auto label = front_sheet_label(blocks[i]);
    if (!label) continue;
    ++sheet.labels;
    std::string value = label->value;
    const bool below = value.empty() && !blocks[i].row() && i + 1 < end && !front_sheet_label(blocks[i + 1]) &&
                       !begins_sections(blocks[i + 1]);
    if (below && blocks[i + 1].text.size() < 200) value = blocks[++i].text;
    // A title that filled its line ends with a word that cannot end it.
    const bool open = label->field == FrontField::title && ends_open(value) && i + 1 < end && !blocks[i + 1].row() &&
                      !front_sheet_label(blocks[i + 1]) && blocks[i + 1].text.size() < 200;
    if (open) value += " " + blocks[++i].text;
    apply(sheet, label->field, value);
  }
  return sheet;
}

bool marks_exempt(std::string_view text) {
  if (find_ci(text, "not exempt") != std::string_view::npos || find_ci(text, "no exempt") != std::string_view::npos)
    return false;
  if (find_ci(text, "not for publication") != std::string_view::npos) {
    return begins(trim(text), "not for publication") || begins(trim(text), "exempt") || is_capitals(text) ||
           text.size() < 200;
  }
  const std::string small = lower(trim(text));
  if (text.size() < 250 && (small.find("(exempt") != std::string::npos || small.find("exempt:") != std::string::npos))
    return true;
  // "EXEMPT - paragraphs 1 and 2 of Part 1 of Schedule 12A" under the title of an item.
  const bool cites =
      small.find("paragraph") != std::string::npos && small.find_first_of("0123456789") != std::string::npos;
  if (begins_word(small, "exempt") && cites && text.size() < 160) return true;
  return begins_word(small, "part ii") || (is_capitals(text) && begins_word(small, "in confidence")) ||
         begins(small, "exempt item") || begins(small, "exempt report") || begins(small, "confidential item") ||
         begins(small, "restricted item") || (is_capitals(text) && begins_word(small, "restricted"));
}

}  // namespace minutebook::indexer
