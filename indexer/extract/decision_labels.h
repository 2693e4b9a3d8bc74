// The labelled values of a decision as committee systems publish them, and what they state of the paper.
// Knows nothing of pages.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/extracted_text.h"

namespace minutebook::indexer {

struct LabelledValue {
  std::string label;  ///< without colon
  std::string value;
};

/// Sets date, committee, key decision, wards and portfolio from the labels of a decision. The date is the day of the
/// decision or of the meeting that took it, never that of its publication or of its coming into force.
void add_decision_facts(const std::vector<LabelledValue>& values, DocumentFacts& facts);

/// A plan says when a decision will be taken; a notice that it was taken.
bool announces_decision(const std::vector<LabelledValue>& values);

}  // namespace minutebook::indexer
