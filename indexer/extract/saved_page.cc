#include "indexer/extract/saved_page.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "indexer/extract/decision_labels.h"
#include "indexer/extract/html_page.h"
#include "indexer/extract/page_furniture.h"
#include "indexer/extract/saved_lines.h"
#include "indexer/extract/text_lines.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using Paragraphs = std::vector<std::string>;

enum class PageForm { item, issue, issue_decisions, decision };

struct PageTitle {
  std::string_view text;  ///< in lower case, a paragraph of its own
  PageForm form;
};
constexpr std::array<PageTitle, 5> page_titles = {{{"agenda item", PageForm::item},
                                                   {"issue - meetings", PageForm::issue},
                                                   {"issue - decisions", PageForm::issue_decisions},
                                                   {"issue details", PageForm::decision},
                                                   {"decision details", PageForm::decision}}};
constexpr std::size_t title_paragraphs = 8;  // what stands above the title is the site's

struct Found {
  PageForm form;
  std::size_t body;  ///< what stands below the title
};

std::optional<Found> find_title(const Paragraphs& paragraphs) {
  for (std::size_t at = 0; at < std::min(paragraphs.size(), title_paragraphs); ++at) {
    const std::string key = lower(tidy_label(paragraphs[at]));
    for (const PageTitle& one : page_titles) {
      if (key != one.text) continue;
      std::size_t body = at + 1;
      while (body < paragraphs.size() && lower(paragraphs[body]) == key) ++body;  // printed twice
      return Found{one.form, body};
    }
  }
  return std::nullopt;
}

/// The fields that pages of decisions and plans print as "Label: value".
std::optional<LabelledValue> decision_field(std::string_view paragraph) {
  static constexpr std::array<std::string_view, 27> fields = {"decision maker",
                                                              "decision-maker",
                                                              "decision status",
                                                              "decision type",
                                                              "is key decision?",
                                                              "is key decision",
                                                              "is subject to call in?",
                                                              "reason key",
                                                              "report author",
                                                              "publication date",
                                                              "date of decision",
                                                              "decided at meeting",
                                                              "made at meeting",
                                                              "decision published",
                                                              "effective from",
                                                              "wards affected",
                                                              "ward affected",
                                                              "divisions affected",
                                                              "electoral divisions affected",
                                                              "decision due",
                                                              "notice of proposed decision first published",
                                                              "lead member",
                                                              "lead director",
                                                              "lead officer",
                                                              "department",
                                                              "contact",
                                                              "portfolio"};
  const std::size_t colon = paragraph.find(':');
  if (colon == std::string_view::npos || colon > 50) return std::nullopt;
  const std::string label = lower(trim(paragraph.substr(0, colon)));
  const std::string_view value = trim(paragraph.substr(colon + 1));
  if (value.empty() || std::find(fields.begin(), fields.end(), label) == fields.end()) return std::nullopt;
  return LabelledValue{std::string(trim(paragraph.substr(0, colon))), std::string(value)};
}

bool heads_decision_part(std::string_view paragraph) {
  static constexpr std::array<std::string_view, 10> heads = {
      "decision", "decisions",   "purpose", "reason for",     "reasons for",
      "options",  "alternative", "other",   "implementation", "consultation"};
  if (paragraph.size() > 60 || (!paragraph.ends_with(':') && word_count(paragraph) > 1)) return false;
  return is_documents_label(paragraph) ||
         std::any_of(heads.begin(), heads.end(), [&](std::string_view one) { return begins_word(paragraph, one); });
}

class PartWriter {
 public:
  explicit PartWriter(std::vector<std::string>& lines) : lines_(lines) {}

  void begin(std::string_view label) {
    add_paragraph(lines_, "<AI" + std::to_string(++number_) + ">");
    add_paragraph(lines_, "## " + tidy_label(label));
  }

 private:
  std::vector<std::string>& lines_;
  std::size_t number_ = 0;
};

std::string take_title(const Paragraphs& paragraphs, std::size_t& at) {
  if (at >= paragraphs.size()) return {};
  std::string title = without_file_size(paragraphs[at]);
  const bool sentence = ends_sentence(title) && !is_capitals(title) && title.back() != ')' && title.back() != '?';
  if (title.size() > 250 || sentence || decision_field(title) || meeting_of_issue(title)) return {};
  ++at;
  return title;
}

Extraction finish(std::vector<std::string> lines, DocumentFacts facts) {
  drop_site_phrases(lines);
  facts.one_paper = true;
  return one_page(std::move(lines), std::move(facts), {});
}

Extraction read_decision(const Paragraphs& paragraphs, std::size_t at, bool titled) {
  std::vector<std::string> lines;
  DocumentFacts facts;
  if (titled) facts.title = take_title(paragraphs, at);
  if (!facts.title.empty()) add_paragraph(lines, "# " + facts.title);
  std::vector<LabelledValue> values;
  std::vector<std::string> fields;
  std::vector<std::string> text;
  PartWriter parts(text);
  for (; at < paragraphs.size(); ++at) {
    if (auto field = decision_field(paragraphs[at])) {
      add_paragraph(fields, paragraphs[at]);
      values.push_back(std::move(*field));
    } else if (is_documents_label(paragraphs[at])) {
      continue;
    } else if (heads_decision_part(paragraphs[at]) && at + 1 < paragraphs.size()) {
      parts.begin(paragraphs[at]);
    } else {
      add_paragraph(text, paragraphs[at]);
    }
  }
  add_paragraphs(lines, fields);
  add_paragraphs(lines, text);
  facts.kind = announces_decision(values) ? "forward-plan" : "decision";
  const auto makers = std::count_if(values.begin(), values.end(),
                                    [](const LabelledValue& one) { return begins(one.label, "decision maker"); });
  if (makers <= 1) add_decision_facts(values, facts);  // a list of decisions: none of them is the paper's
  return finish(std::move(lines), std::move(facts));
}

/// "Meeting of Housing Panel, Monday, 25th November, 2019 6.30 p.m. (Item 11.)", on the page of an item.
std::optional<MeetingTitle> meeting_of_item(std::string_view line) {
  while (line.starts_with('-') || line.starts_with('*') || line.starts_with(' ')) line.remove_prefix(1);
  constexpr std::string_view lead = "meeting of ";
  if (!begins(line, lead) || line.size() > 200) return std::nullopt;
  MeetingTitle meeting = meeting_of_title(line.substr(lead.size()));
  if (begins(meeting.committee, "the ")) meeting.committee.erase(0, 4);
  const bool known = meeting.date.known() && !meeting.committee.empty();
  return known ? std::optional<MeetingTitle>(std::move(meeting)) : std::nullopt;
}

Extraction read_item(Paragraphs paragraphs, std::size_t at, bool titled) {
  DocumentFacts facts;
  facts.kind = "other";  // neither the agenda nor the minutes, but one item of them
  MeetingItem item;
  if (titled) item.title = take_title(paragraphs, at);
  facts.title = item.title;
  for (std::size_t i = at; titled && i < std::min(at + 3, paragraphs.size()); ++i) {
    const auto meeting = meeting_of_item(paragraphs[i]);
    if (!meeting) continue;
    facts.committee = meeting->committee;
    facts.date = schema::iso_date(meeting->date);
    paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(i));
    break;
  }
  item.sections = saved_sections(paragraphs, at, paragraphs.size());
  if (item.title.empty()) item.title = "Agenda item";
  std::vector<std::string> lines;
  write_item(item, lines);
  return finish(std::move(lines), std::move(facts));
}

/// "82 Minutes of the Panel PDF 226 KB", on the page of an issue: the number and title that the item had at a meeting.
bool is_item_line(const std::string& paragraph) {
  const std::size_t digits = paragraph.find_first_not_of("0123456789");
  return digits != std::string::npos && digits > 0 && digits <= 4 && paragraph[digits] == ' ' &&
         without_file_size(paragraph) != paragraph;
}

Extraction read_issue(const Paragraphs& paragraphs, std::size_t at) {
  std::vector<std::string> lines;
  DocumentFacts facts;
  facts.kind = "other";
  facts.title = take_title(paragraphs, at);
  if (!facts.title.empty()) add_paragraph(lines, "# " + facts.title);
  std::set<std::string> meetings;
  for (; at < paragraphs.size(); ++at) {
    const std::string& paragraph = paragraphs[at];
    if (const auto meeting = meeting_of_issue(paragraph)) {
      meetings.insert(schema::iso_date(meeting->date) + meeting->committee);
      facts.committee = meeting->committee;
      facts.date = schema::iso_date(meeting->date);
      add_paragraph(lines, "<AI" + std::to_string(meetings.size()) + ">");
    }
    const bool bold = is_part_label(paragraph) || is_item_line(paragraph);
    const std::string text = is_part_label(paragraph) ? tidy_label(paragraph) : without_file_size(paragraph);
    add_paragraph(lines, bold ? "**" + text + "**" : text);
  }
  if (meetings.size() > 1) {  // the item of several meetings: none of them is the paper's
    facts.committee.clear();
    facts.date.clear();
  }
  return finish(std::move(lines), std::move(facts));
}

std::optional<schema::Date> decided_on(std::string_view line) {
  const auto dates = schema::find_dates(line);
  if (dates.empty()) return std::nullopt;
  const bool leads = dates.front().begin == 0 && begins(trim(line.substr(dates.front().end)), "-");
  const bool taken = begins(line, "decision taken by") && line.size() < 150;
  return leads || taken ? std::optional<schema::Date>(dates.front().date) : std::nullopt;
}

Extraction read_issue_decisions(const Paragraphs& paragraphs, std::size_t at) {
  std::vector<std::string> lines;
  DocumentFacts facts;
  facts.kind = "decision";
  facts.title = take_title(paragraphs, at);
  if (!facts.title.empty()) add_paragraph(lines, "# " + facts.title);
  PartWriter parts(lines);
  std::size_t decisions = 0;
  for (; at < paragraphs.size(); ++at) {
    const std::string& paragraph = paragraphs[at];
    if (begins(paragraph, "reason:") || begins(paragraph, "reasons:")) parts.begin("Reason");
    if (const auto day = decided_on(paragraph)) {
      const bool taken = begins(paragraph, "decision taken");
      if (!taken) ++decisions;
      facts.date = schema::iso_date(*day);
      add_paragraph(lines, paragraph);
      if (taken || at + 1 >= paragraphs.size() || !decided_on(paragraphs[at + 1])) parts.begin("Decision");
      continue;
    }
    add_paragraph(lines, paragraph);
  }
  if (decisions > 1) facts.date.clear();
  return finish(std::move(lines), std::move(facts));
}

/// A part of the page of an item or of an issue, without its titles: the labels of the system are left.
bool has_item_labels(const Paragraphs& paragraphs) {
  constexpr std::size_t first = 15;
  const bool documents =
      std::any_of(paragraphs.begin(), paragraphs.end(), [](const std::string& one) { return is_documents_label(one); });
  if (documents) return true;
  const auto end = paragraphs.begin() + static_cast<std::ptrdiff_t>(std::min(first, paragraphs.size()));
  const bool minutes = std::any_of(paragraphs.begin(), end, [](const std::string& one) { return one == "Minutes:"; });
  return minutes && std::none_of(paragraphs.begin(), paragraphs.end(),
                                 [](const std::string& one) { return begins_word(one, "present"); });
}

/// A decision without its titles, by fields that no other notice prints.
bool has_decision_fields(const Paragraphs& paragraphs) {
  const auto own = [](const std::string& one) {
    return begins(one, "decision status:") || begins(one, "made at meeting:") ||
           begins(one, "notice of proposed decision first published:");
  };
  return std::any_of(paragraphs.begin(), paragraphs.end(), own) &&
         std::count_if(paragraphs.begin(), paragraphs.end(),
                       [](const std::string& one) { return decision_field(one).has_value(); }) >= 4;
}

}  // namespace

std::optional<Extraction> read_saved_page(const std::vector<std::string>& lines) {
  Paragraphs paragraphs = saved_paragraphs(lines);
  if (const std::size_t head = items_head(paragraphs); head < paragraphs.size())
    return read_saved_meeting(paragraphs, head);
  if (const auto found = find_title(paragraphs)) {
    switch (found->form) {
      case PageForm::item:
        return read_item(std::move(paragraphs), found->body, true);
      case PageForm::issue:
        return read_issue(paragraphs, found->body);
      case PageForm::issue_decisions:
        return read_issue_decisions(paragraphs, found->body);
      case PageForm::decision:
        return read_decision(paragraphs, found->body, true);
    }
  }
  if (has_decision_fields(paragraphs)) return read_decision(paragraphs, 0, false);
  if (has_item_labels(paragraphs)) return read_item(std::move(paragraphs), 0, false);
  return std::nullopt;
}

}  // namespace minutebook::indexer
