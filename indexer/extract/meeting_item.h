// An item of a meeting as committee systems keep it, and the lines it is handed on as. The same for web pages and for
// answers of web services. Knows nothing of either.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extracted_text.h"

namespace minutebook::indexer {

/// A part of an item under its label: "Minutes", "Decision", "Recommendation"; without a label: the agenda's text.
struct ItemSection {
  std::string label;
  std::vector<std::string> lines;
};

struct MeetingItem {
  std::string id;             ///< the system's own number; empty: one is made up
  std::string number;         ///< as printed, perhaps with a full stop: "482.", "CYP10", "5a"; empty: a heading
  std::string agenda_number;  ///< where it differs from the number of the minute
  std::string title;
  std::vector<ItemSection> sections;
};

/// What a section holds, by its label in English or Welsh.
enum class SectionKind { agenda, minutes, decision, other };
SectionKind section_kind(std::string_view label);

/// "**Minutes:**", "Decision :" -> "Minutes", "Decision".
std::string tidy_label(std::string_view label);

/// The lines of an item: its mark, its heading ("## 51. Apologies (Agenda item 2)"; without a number "### Formal
/// matters"), then its sections, each under its label in bold; not a decision that the minutes repeat word for word.
void write_item(const MeetingItem& item, std::vector<std::string>& lines);

/// True if one of the items has such a section with text.
bool any_section(const std::vector<MeetingItem>& items, SectionKind kind);
/// Minutes if some are there, else a list of decisions if some are there, else an agenda: the name of the paper's kind.
std::string kind_of_items(const std::vector<MeetingItem>& items);
/// Headings that are names of portfolios, under which executives group their items: "Leader's Portfolio".
void add_portfolios(const std::vector<MeetingItem>& items, DocumentFacts& facts);

}  // namespace minutebook::indexer
