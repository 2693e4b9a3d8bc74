// The labels of front sheets in all their synonyms. Source: docs/reading-papers.md, "Front sheets".
// Knows nothing of blocks or of what the values say.
#pragma once

#include <string_view>

namespace minutebook::indexer {

enum class FrontField {
  title,
  committee,
  addressee,  ///< "To:": a body, or the readers of a letter
  date,
  portfolio,
  member,
  report_of,
  contact,
  exempt,
  exempt_reason,
  key_decision,
  wards,
  other
};

struct FrontLabelRow {
  std::string_view label;  ///< in lower case, without a colon
  FrontField field;
};

/// The row for "Report Title", "Wards Affected:" …; null: no label.
const FrontLabelRow* find_label(std::string_view text);

}  // namespace minutebook::indexer
