// The front sheet of an officer's report or decision notice: labels in all their synonyms, as table rows, "Label:
// value" or label over value. Knows nothing of packs; resolves no names. Labels: docs/reading-papers.md, "Front
// sheets".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/blocks.h"
#include "indexer/front_labels.h"
#include "schema/paper.h"

namespace minutebook::indexer {

struct FrontLabel {
  FrontField field = FrontField::other;
  std::string value;  ///< empty: stands in the next block
};

/// The label a block is or begins with.
std::optional<FrontLabel> front_sheet_label(const Block& block);

/// What a front sheet states. Empty: not stated.
struct FrontSheet {
  std::string title;
  std::string committee;
  schema::Date date;
  std::vector<std::string> portfolios;  ///< display form; a slash joins two
  std::vector<std::string> wards;
  std::optional<bool> exempt;
  std::optional<bool> key_decision;
  std::size_t labels = 0;  ///< how many were found
};

/// Reads the labels of blocks [begin, end); stops at the first numbered section.
FrontSheet read_front_sheet(const std::vector<Block>& blocks, std::size_t begin, std::size_t end);

/// A positive mark that something is not for publication; "Exempt: No", "there were no exempt items" are none.
bool marks_exempt(std::string_view text);

}  // namespace minutebook::indexer
