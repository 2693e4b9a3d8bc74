// What the URLs of committee management systems say about the document behind them: kind, meeting date, committee.
// Knows nothing of councils or of the documents. Source of the rules: URLs of ModernGov, the system most councils
// publish with.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/understand.h"

namespace minutebook::indexer {

/// Kind, date and committee as far as the URL states them: "…/documents/g123/Printed minutes 31st-Mar-2025 10.00
/// Cabinet.pdf?T=1" is minutes of the Cabinet of 31 March 2025. Packs of reports hold papers of several meetings and
/// kinds: nothing is taken from their URLs. `url` itself is kept in the result.
SuppliedMetadata metadata_of_url(const std::string& url);

/// What the address of a page tells of it, where the page itself does not: one agenda item or the history of an issue
/// is kind other, a decision, an entry of a forward plan. nullopt: another address.
std::optional<schema::PaperKind> kind_of_page(const std::string& url);

/// What a file's own name says, as weak evidence: the words of ModernGov's prints ("Agenda frontsheet 04th-Mar-2025
/// 10.00 Cabinet.pdf", a pack counts as its agenda), "Appendix …", "Minutes …", "Decision notice …". Words may be
/// separated by underscores. The day counts only in the form of those prints ("04th-Mar-2025"), for names are given by
/// anyone; the committee stands behind the day and hour and has lost its punctuation. `name` is the last part of a
/// path.
SuppliedMetadata metadata_of_file_name(std::string_view name);

/// "%20" -> " "; what is not a percent code stays.
std::string percent_decoded(std::string_view text);
/// A path as part of a URL: everything but letters, digits, "-._~/" and what file names share with URLs becomes a
/// percent code.
std::string percent_encoded_path(std::string_view path);

}  // namespace minutebook::indexer
