// From the text of a source to its papers: the whole of normalise, split, structure and classify, as one pure function.
// Knows nothing of files, processes or the index. Stages: indexer/normalise.h, split.h, structure.h, classify.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/extracted_text.h"
#include "schema/councils.h"
#include "schema/paper.h"

namespace minutebook::indexer {

/// Metadata stated by a manifest, the command line or a URL: it wins over the paper (DESIGN.md decision 8).
struct SuppliedMetadata {
  std::string council;  ///< name or code
  std::string committee;
  std::optional<schema::Date> date;
  std::optional<schema::PaperKind> kind;
  std::string title;
  std::string url;
  std::optional<bool> exempt;
  std::string file_name = {};  ///< the file's own name, without folders: weak evidence where the paper states nothing
  bool operator==(const SuppliedMetadata&) const = default;
};

struct Understood {
  std::vector<schema::Paper>
      papers;  ///< of a pack: the front page, the minutes inside, each report …; none: nothing readable
  std::vector<std::string> warnings;  ///< about the source as a whole
};

/// What is supplied wins over what the document's structure states (`text.facts`), and that over its words.
/// Throws Error (usage) if the supplied council is not in the registry.
Understood understand(const ExtractedText& text, const SuppliedMetadata& supplied,
                      const schema::CouncilRegistry& councils);

}  // namespace minutebook::indexer
