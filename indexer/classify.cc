#include "indexer/classify.h"

#include <algorithm>

#include "indexer/attendance_markers.h"
#include "indexer/body_names.h"
#include "indexer/decisions.h"
#include "indexer/head.h"
#include "indexer/item_numbers.h"
#include "indexer/items.h"
#include "indexer/text_shapes.h"
#include "indexer/url_grammar.h"
#include "schema/committee_kinds.h"

namespace minutebook::indexer {
namespace {

using schema::Date;
using schema::Paper;
using schema::PaperKind;

constexpr std::size_t title_blocks = 12;  // a title stands among the first blocks

/// Words of the first blocks that name the kind of paper outright.
PaperKind kind_by_words(const std::vector<Block>& blocks, const PaperSpan& span) {
  for (std::size_t i = span.begin; i < std::min(span.begin + title_blocks, span.end); ++i) {
    const std::string text = lower(blocks[i].text);
    if (text.size() > 160 || blocks[i].bullet || blocks[i].row() || front_sheet_label(blocks[i])) continue;
    if (begins_word(text, "appendix") || begins_word(text, "annex")) return PaperKind::appendix;
    if (text.find("forward plan") != std::string::npos && word_count(text) <= 10) return PaperKind::forward_plan;
    if ((text.find("record of") != std::string::npos && contains_word(text, "decision")) ||
        text.find("notice of decision") != std::string::npos || text.find("decision notice") != std::string::npos ||
        text.find("decision record") != std::string::npos || text.find("delegated decision") != std::string::npos)
      return PaperKind::decision;
    if (text.find("work programme") != std::string::npos && text.find("report") == std::string::npos)
      return PaperKind::work_programme;
    if (begins_word(text, "presentation") || text.find("slide 1") != std::string::npos) return PaperKind::presentation;
  }
  return PaperKind::other;
}

/// "Schools Forum Minutes" in the title, or a list of those present near the beginning.
bool says_minutes(const std::vector<Block>& blocks, const PaperSpan& span) {
  for (std::size_t i = span.begin; i < std::min(span.begin + 30, span.end); ++i) {
    const std::string& text = blocks[i].row() ? blocks[i].cells[0] : blocks[i].text;
    const bool title =
        i < span.begin + 4 && !blocks[i].row() && !blocks[i].bullet && word_count(text) <= 12 && !ends_sentence(text);
    if (title && lower(trim(text)) == "minute") return true;  // as Scottish councils write
    if (title && contains_word(text, "minutes") && !contains_word(text, "previous") && !contains_word(text, "appendix"))
      return true;
    std::size_t end = 0;
    const auto marker = marker_at(text, end);
    if (lower(text) == "minutes" && i + 1 < span.end) {  // over "Present: …"
      std::size_t names = 0;
      const auto below = marker_at(blocks[i + 1].text, names);
      if (below && below->attendance == schema::Attendance::present) return true;
    }
    if (marker && (marker->text == "present" || marker->text == "members present" || marker->text == "attendees") &&
        !ends_sentence(text))
      return true;
  }
  return false;
}

struct Shape {
  std::size_t decimals = 0;
  std::size_t rows = 0;
  std::size_t decisions = 0;
  std::size_t bullets = 0;
  std::size_t paragraphs = 0;
  bool apologies = false;  ///< the item that every meeting has
};

Shape shape_of(const std::vector<Block>& blocks, const PaperSpan& span) {
  Shape shape;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    const Block& block = blocks[i];
    if (block.row()) {
      ++shape.rows;
      continue;
    }
    const auto enumerator = leading_enumerator(block.text);
    if (enumerator && (enumerator->kind == EnumeratorKind::decimal || enumerator->kind == EnumeratorKind::section))
      ++shape.decimals;
    if (decision_opening(block.text) == schema::PassageKind::resolution) ++shape.decisions;
    if (block.bullet) ++shape.bullets;
    const auto item = item_number(block.text);
    const std::string_view title = item ? std::string_view(item->title) : std::string_view(block.text);
    shape.apologies = shape.apologies || (begins_word(title, "apologies") && word_count(title) <= 4);
    if (block.text.size() > 200) ++shape.paragraphs;
  }
  return shape;
}

/// By the form of its text: numbered paragraphs, lists, decisions.
PaperKind kind_by_form(const std::vector<Block>& blocks, const PaperSpan& span, const FrontSheet& sheet) {
  const Shape shape = shape_of(blocks, span);
  if (shape.decimals >= 4) return PaperKind::report;
  if (shape.paragraphs == 0 && shape.decisions == 0 && shape.bullets >= 8) return PaperKind::presentation;
  if (shape.decisions >= 2 || (shape.decisions == 1 && shape.apologies)) return PaperKind::minutes;
  if (sheet.labels >= 1 && shape.decimals >= 1) return PaperKind::report;
  for (std::size_t i = span.begin; i < std::min(span.begin + title_blocks, span.end); ++i) {
    if (find_ci(blocks[i].text, "report") != std::string::npos && blocks[i].text.size() < 200) return PaperKind::report;
  }
  return PaperKind::other;
}

/// The first title-like block that names no body and no day; a Markdown heading of the first rank before all others.
std::string title_from_text(const std::vector<Block>& blocks, const PaperSpan& span) {
  for (std::size_t i = span.begin; i < std::min(span.begin + title_blocks, span.end); ++i) {
    const bool name = is_body_name(blocks[i].text) || names_a_council(blocks[i].text);
    if (blocks[i].heading == 1 && !name && word_count(blocks[i].text) >= 2) return blocks[i].text;
  }
  for (std::size_t i = span.begin; i < std::min(span.begin + title_blocks, span.end); ++i) {
    const Block& block = blocks[i];
    if (block.row() || block.bullet || block.page_blank || is_body_name(block.text) || only_date(block.text) ||
        front_sheet_label(block))
      continue;
    if ((names_a_body(block.text) && block.text.size() < 40) || names_a_council(block.text)) continue;  // a letterhead
    if (begins_word(block.text, "report by") || begins_word(block.text, "report of") ||
        begins_word(block.text, "agreed on"))
      continue;
    const auto enumerator = leading_enumerator(block.text);
    if (enumerator && enumerator->kind != EnumeratorKind::bracketed) break;
    if (block.text.size() <= 250 && word_count(block.text) >= 2 && !ends_sentence(block.text)) return block.text;
  }
  return {};
}

std::string default_title(PaperKind kind, const std::string& committee) {
  switch (kind) {
    case PaperKind::minutes:
      return committee.empty() ? "Minutes" : "Minutes of the " + committee;
    case PaperKind::agenda:
      return committee.empty() ? "Agenda" : "Agenda of the " + committee;
    case PaperKind::decision:
      return "Decision notice";
    case PaperKind::work_programme:
      return "Work programme";
    case PaperKind::forward_plan:
      return "Forward plan";
    case PaperKind::report:
    case PaperKind::appendix:
    case PaperKind::presentation:
    case PaperKind::other:
      break;
  }
  return {};
}

/// What tells a paper's meeting: what was supplied, its head, its front sheet, the pack it stands in, the file's name.
struct Evidence {
  const PaperSpan& span;
  const FrontSheet& sheet;
  const MeetingFacts& pack;
  const SuppliedMetadata& supplied;
  const SuppliedMetadata& by_name;
};

void set_committee(const Evidence& evidence, Paper& paper) {
  std::string name = evidence.supplied.committee;
  const bool own_meeting = evidence.span.kind == PaperKind::minutes || evidence.pack.committee.empty();
  if (name.empty() && !own_meeting) name = evidence.pack.committee;
  if (name.empty()) name = evidence.span.committee;
  if (name.empty()) name = evidence.sheet.committee;
  if (name.empty()) name = evidence.pack.committee;
  if (name.empty() && !evidence.by_name.committee.empty()) {
    name = evidence.by_name.committee;
    paper.warnings.push_back("the committee is taken from the file's name");
  }
  if (name.empty()) return;
  paper.committee = schema::committee_display(name);
  paper.committee_kind = schema::committee_kind(paper.committee);
  // "Argent and Vale Council": the council itself met.
  if (paper.committee_kind == "other" && !whole_council(name).empty())
    paper.committee_kind = schema::committee_kind(whole_council(name));
}

void set_date(const Evidence& evidence, Paper& paper) {
  const Date stated = evidence.span.date.known() ? evidence.span.date : evidence.sheet.date;
  const bool own_meeting = paper.kind == PaperKind::minutes || !evidence.pack.date.known();
  paper.date = own_meeting ? stated : evidence.pack.date;
  if (evidence.supplied.date) paper.date = *evidence.supplied.date;
  if (stated.known() && stated != paper.date) {
    paper.warnings.push_back("the paper itself says " + schema::iso_date(stated) + "; the meeting's date is " +
                             schema::iso_date(paper.date));
  }
  if (!paper.date.known() && evidence.by_name.date) {
    paper.date = *evidence.by_name.date;
    paper.warnings.push_back("the date is taken from the file's name");
  } else if (evidence.by_name.date && *evidence.by_name.date != paper.date) {
    paper.warnings.push_back("the file's name says " + schema::iso_date(*evidence.by_name.date) + ", the paper " +
                             schema::iso_date(paper.date));
  }
  if (!paper.date.known()) paper.warnings.push_back("the date is not stated; give it with a manifest");
}

bool front_says_exempt(const std::vector<Block>& blocks, const PaperSpan& span) {
  for (std::size_t i = span.begin; i < std::min(span.begin + title_blocks, span.end); ++i) {
    // A mark behind the first numbered heading is an item's or a section's, not the paper's.
    if (!blocks[i].row() && (item_number(blocks[i].text) || leading_enumerator(blocks[i].text))) break;
    if (!front_sheet_label(blocks[i]) && marks_exempt(blocks[i].text)) return true;
  }
  return false;
}

/// Undated reports name their meeting on the lines above the first section, in no fixed order.
void read_loose_head(const std::vector<Block>& blocks, PaperSpan& span) {
  for (std::size_t i = span.begin; i < std::min(span.begin + title_blocks, span.end); ++i) {
    if (blocks[i].item_start) break;  // an item begins: the head is over
    if (blocks[i].row() || blocks[i].bullet) continue;
    if (leading_enumerator(blocks[i].text)) break;
    if (span.committee.empty() && is_body_name(blocks[i].text)) {
      const std::string name = body_name_in(blocks[i].text);
      if (schema::committee_kind(name) != "other") span.committee = name;
    }
    const std::string_view text = blocks[i].text;
    const std::string_view day = begins_word(text, "meeting") ? text.substr(7) : text;
    if (const auto date = only_date(day) ? only_date(day) : leading_date(day); date && !span.date.known())
      span.date = *date;
    // "Record of decision taken on Thursday, 16 March 2023"
    const bool taken = text.size() < 120 && contains_word(text, "decision") && contains_word(text, "taken");
    if (const auto dates = schema::find_dates(text); taken && dates.size() == 1 && !span.date.known())
      span.date = dates.front().date;
  }
}

/// What is attached to a report (a letter, a plan, an inspector's report) bears its own day: no meeting's, as long as
/// no body is named with it.
void drop_own_day(const FrontSheet& sheet, const MeetingFacts& pack, PaperSpan& span, Paper& paper) {
  const bool attached = paper.kind == PaperKind::appendix || paper.kind == PaperKind::presentation;
  if (!attached || !span.date.known() || !span.committee.empty() || sheet.labels >= 3) return;
  if (!pack.date.known())
    paper.warnings.push_back("the paper is dated " + schema::iso_date(span.date) + ", which is no day of a meeting");
  span.date = Date{};
}

}  // namespace

PaperKind guess_kind(const std::vector<Block>& blocks, const PaperSpan& span, const FrontSheet& sheet,
                     std::optional<PaperKind> by_name) {
  const PaperKind by_words = kind_by_words(blocks, span);
  if (by_words != PaperKind::other) return by_words;
  if (sheet.labels < 4 && says_minutes(blocks, span)) return PaperKind::minutes;
  if (sheet.labels >= 3) return PaperKind::report;
  // "Report" and "minutes" in a name also tell what a paper is about: they come behind the paper's own form.
  const bool told = by_name && *by_name != PaperKind::report && *by_name != PaperKind::minutes;
  if (told) return *by_name;
  const PaperKind by_form = kind_by_form(blocks, span, sheet);
  return by_form == PaperKind::other ? by_name.value_or(PaperKind::other) : by_form;
}

void classify_paper(const std::vector<Block>& blocks, const PaperSpan& given, const MeetingFacts& pack,
                    const SuppliedMetadata& supplied, Paper& paper) {
  PaperSpan span = given;
  const FrontSheet sheet = read_front_sheet(blocks, span.begin, span.end);
  paper.kind = span.kind;
  const SuppliedMetadata by_name = metadata_of_file_name(supplied.file_name);
  if (span.kind == PaperKind::other) paper.kind = guess_kind(blocks, span, sheet, by_name.kind);
  if (paper.kind ==
      PaperKind::report) {  // a head that looked like a report's may be a decision notice's or a programme's
    const PaperKind by_words = kind_by_words(blocks, span);
    if (by_words == PaperKind::decision || by_words == PaperKind::forward_plan || by_words == PaperKind::appendix)
      paper.kind = by_words;
  }
  if (supplied.kind) paper.kind = *supplied.kind;
  // A print of ModernGov says what it is; the supplement with a report is called one too.
  if (by_name.date && by_name.kind && *by_name.kind != paper.kind && *by_name.kind != PaperKind::report) {
    paper.warnings.push_back("the file's name says it is " + std::string(name_of(*by_name.kind)) + ", the paper " +
                             std::string(name_of(paper.kind)));
  }
  span.kind = paper.kind;
  if (span.committee.empty() && !sheet.committee.empty())
    span.committee = sheet.committee;  // a label before lines without one
  if (span.committee.empty() || !span.date.known()) read_loose_head(blocks, span);
  drop_own_day(sheet, pack, span, paper);
  const Evidence evidence{span, sheet, pack, supplied, by_name};
  set_committee(evidence, paper);
  set_date(evidence, paper);
  paper.title = supplied.title;
  if (paper.title.empty()) paper.title = default_title(paper.kind, paper.committee);
  const bool named = paper.kind != PaperKind::minutes && paper.kind != PaperKind::agenda;
  if (supplied.title.empty() && named) {
    std::string title = !sheet.title.empty()  ? sheet.title
                        : !span.title.empty() ? span.title
                                              : title_from_text(blocks, span);
    if (!title.empty()) paper.title = schema::title_case_if_capitals(title);
  }
  paper.portfolios = sheet.portfolios;
  paper.wards = sheet.wards;
  paper.key_decision = sheet.key_decision;
  paper.exempt = supplied.exempt.value_or(sheet.exempt.value_or(false) || front_says_exempt(blocks, span));
  if (paper.committee.empty())
    paper.warnings.push_back("the committee is not stated; give it with a manifest or --committee");
}

}  // namespace minutebook::indexer
