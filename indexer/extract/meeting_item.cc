#include "indexer/extract/meeting_item.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "indexer/extract/html_text.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t longest_id = 12;

bool is_heading_row(const MeetingItem& item) {
  return item.number.find_first_not_of("0. ") == std::string::npos;
}

std::string heading_of(const MeetingItem& item) {
  std::string number(trim(item.number));
  while (!number.empty() && number.back() == '.') number.pop_back();
  std::string heading = is_heading_row(item) ? "### " : "## " + number + ". ";
  heading += item.title;
  if (!item.agenda_number.empty()) heading += " (Agenda item " + item.agenda_number + ")";
  return heading;
}

bool heads_documents(std::string_view label) {
  return find_ci(label, "documents") != std::string_view::npos || find_ci(label, "dogfennau") != std::string_view::npos;
}

/// Plain letters and digits of a line in small letters, without what introduces a decision: to see whether it is said
/// twice.
std::string said_in(std::string_view line) {
  std::string said;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) said += static_cast<char>(std::tolower(byte));
  }
  for (const std::string_view lead : {"itwas", "resolved", "agreed", "that"}) {
    if (said.starts_with(lead)) said.erase(0, lead.size());
  }
  return said;
}

/// A decision published ahead of the minutes stands in them again, once they are there.
bool repeated_in_minutes(const ItemSection& section, const std::vector<ItemSection>& sections) {
  if (section_kind(section.label) != SectionKind::decision) return false;
  std::set<std::string> minutes;
  for (const ItemSection& other : sections) {
    if (section_kind(other.label) != SectionKind::minutes) continue;
    for (const std::string& line : other.lines) minutes.insert(said_in(line));
  }
  return std::all_of(section.lines.begin(), section.lines.end(), [&](const std::string& line) {
    const std::string said = said_in(line);
    return said.empty() || minutes.contains(said);
  });
}

std::string id_of(const MeetingItem& item) {
  const bool digits =
      !item.id.empty() && item.id.size() <= longest_id && item.id.find_first_not_of("0123456789") == std::string::npos;
  return digits ? item.id : "0";
}

}  // namespace

std::string tidy_label(std::string_view label) {
  std::string text = one_line(label);
  while (!text.empty() && (text.back() == ':' || text.back() == ' ' || text.back() == '*')) text.pop_back();
  while (!text.empty() && text.front() == '*') text.erase(0, 1);
  return text;
}

SectionKind section_kind(std::string_view label) {
  static constexpr std::array<std::string_view, 4> minutes = {"minutes", "draft minutes", "cofnodion",
                                                              "cofnodion drafft"};
  static constexpr std::array<std::string_view, 6> decisions = {"decision",        "decisions",    "decision(s)",
                                                                "draft decisions", "penderfyniad", "penderfyniadau"};
  const std::string key = lower(tidy_label(label));
  if (key.empty()) return SectionKind::agenda;
  if (std::find(minutes.begin(), minutes.end(), key) != minutes.end()) return SectionKind::minutes;
  if (std::find(decisions.begin(), decisions.end(), key) != decisions.end()) return SectionKind::decision;
  return SectionKind::other;
}

void write_item(const MeetingItem& item, std::vector<std::string>& lines) {
  add_paragraph(lines, "<AI" + id_of(item) + ">");
  add_paragraph(lines, heading_of(item));
  bool labelled = false;  // below a decision or minutes: what follows needs its label to be none of it
  for (const ItemSection& section : item.sections) {
    if (section.lines.empty() || repeated_in_minutes(section, item.sections)) continue;
    std::string label = tidy_label(section.label);
    if (heads_documents(label) && !labelled) label.clear();
    if (!label.empty()) add_paragraph(lines, "**" + label + "**");
    labelled = labelled || !label.empty();
    add_paragraphs(lines, section.lines);
  }
}

bool any_section(const std::vector<MeetingItem>& items, SectionKind kind) {
  return std::any_of(items.begin(), items.end(), [kind](const MeetingItem& item) {
    return std::any_of(item.sections.begin(), item.sections.end(), [kind](const ItemSection& section) {
      return section_kind(section.label) == kind && !section.lines.empty();
    });
  });
}

std::string kind_of_items(const std::vector<MeetingItem>& items) {
  if (any_section(items, SectionKind::minutes)) return "minutes";
  return any_section(items, SectionKind::decision) ? "decision" : "agenda";
}

void add_portfolios(const std::vector<MeetingItem>& items, DocumentFacts& facts) {
  for (const MeetingItem& item : items) {
    if (!item.sections.empty() || word_count(item.title) > 12) continue;
    std::string_view name = item.title;
    const std::string small = lower(name);
    if (small.ends_with(" portfolio")) {
      name = trim(name.substr(0, name.size() - std::string_view(" portfolio").size()));
    } else if (small.starts_with("portfolio: ")) {
      name = trim(name.substr(std::string_view("portfolio: ").size()));
    } else {
      continue;
    }
    if (std::find(facts.portfolios.begin(), facts.portfolios.end(), name) == facts.portfolios.end())
      facts.portfolios.emplace_back(name);
  }
}

}  // namespace minutebook::indexer
