// The words and topics that tell a text from others: how often it has them, against how many items of the index do.
// Knows nothing of ranking.
#pragma once

#include <string>
#include <vector>

#include "query/include/minutebook/similar.h"
#include "query/open_index.h"
#include "query/resolved.h"

namespace minutebook::query {

/// A term with what finds it.
struct TellingTerm {
  SimilarTerm shown;
  Leaf leaf;                            ///< a stem or a concept
  std::vector<std::uint32_t> concepts;  ///< with all narrower ones, ascending
  std::string term;                     ///< of the index
  double weight = 0;
};

/// At most `most`, by weight, then by text. Attendance, declarations and boilerplate, names of people, the name of the
/// council, function words, months and numbers do not count; words inside the label of a topic count as the topic.
/// `elsewhere`: by shard, live items outside the source's papers; a term that none of them has is left out.
std::vector<TellingTerm> telling_terms(OpenIndex::Parts& index, const schema::Paper& source,
                                       const std::vector<Bitmap>& elsewhere, std::size_t most);

/// Passages that say who came and what every paper says tell nothing about the subject.
bool is_about_subject(schema::PassageKind kind);

}  // namespace minutebook::query
