// What a paper is and whose: kind, committee, meeting date, title, from its head, its front sheet, the pack it stands
// in and supplied metadata. Knows nothing of files or of the index.
#pragma once

#include <optional>

#include "indexer/front_sheet.h"
#include "indexer/split.h"
#include "indexer/understand.h"

namespace minutebook::indexer {

/// The kind of a paper whose head did not tell: by its front sheet, words of its title, the file's name (`by_name`),
/// numbered sections, decisions.
schema::PaperKind guess_kind(const std::vector<Block>& blocks, const PaperSpan& span, const FrontSheet& sheet,
                             std::optional<schema::PaperKind> by_name = std::nullopt);

/// The meeting a pack is for; unknown fields of a source that is no pack.
struct MeetingFacts {
  std::string committee;
  schema::Date date;
};

/// Sets kind, title, committee, date, portfolios, wards, exempt, key decision of `paper` and its warnings.
void classify_paper(const std::vector<Block>& blocks, const PaperSpan& span, const MeetingFacts& pack,
                    const SuppliedMetadata& supplied, schema::Paper& paper);

}  // namespace minutebook::indexer
