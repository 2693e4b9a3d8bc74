// The labelled values of a decision as committee systems publish them, and what they state of the paper.
// Knows nothing of pages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extracted_text.h"
#include "indexer/extract/html_page.h"

namespace minutebook::indexer {

struct LabelledValue {
  std::string label;  ///< without colon
  std::string value;
};

/// Sets date, committee, key decision, wards and portfolio from the labels of a decision. The date is the day of the
/// decision or of the meeting that took it, never that of its publication or of its coming into force.
void add_decision_facts(const std::vector<LabelledValue>& values, DocumentFacts& facts);

/// The meeting that dealt with an issue, from the line over what it did: "Meeting: 14/11/2024 - Health Scrutiny
/// Committee (Item 46)". A remark in brackets behind the committee's name is no part of it.
std::optional<MeetingTitle> meeting_of_issue(std::string_view line);

/// A plan says when a decision will be taken; a notice that it was taken.
bool announces_decision(const std::vector<LabelledValue>& values);

}  // namespace minutebook::indexer
