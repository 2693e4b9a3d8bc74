// What is most like an item, a paper or a draft: the search for "has anyone done this before?".
// Knows nothing of files or of output formats.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/include/minutebook/answer.h"
#include "query/include/minutebook/search.h"

namespace minutebook::query {

/// What others are compared with.
struct SimilarSource {
  std::string label;                ///< how it is named to people: a citation, a file
  schema::Paper paper;              ///< its items are compared; its council's name says where, not what
  std::vector<std::string> papers;  ///< ids of papers that are not found: its own
};

/// An item or a paper of the index, copies too. Throws UnknownId.
SimilarSource similar_source(OpenIndex& index, const std::string& id);

/// A word or a topic of the source that tells it from others.
struct SimilarTerm {
  std::string text;  ///< the word as the source writes it most often, or the topic's label
  bool topic = false;
  double weight = 0;        ///< its share; all terms together have 1
  std::uint64_t items = 0;  ///< items of the index with it, the source's own left out
};

struct SimilarRow {
  Result row;  ///< the best item of its paper; `grouped` counts those compared; its one mention is the best passage
  double similarity = 0;            ///< 0 to 1
  std::vector<std::string> shared;  ///< texts of the terms that it has too, most telling first
};

struct SimilarAnswer {
  std::string label;
  std::uint64_t revision = 0;
  std::vector<SimilarTerm> terms;  ///< most telling first
  Coverage coverage;
  std::uint64_t candidates = 0;  ///< items with at least one of the terms
  std::vector<SimilarRow> rows;  ///< most alike first, then newest, then by id
};

/// The papers most like the source, at most `limit` of them. Compared are its most telling words and topics (about
/// thirty: how often it has them, how few items have them) with the items that have most of them. Does not depend on
/// the number of shards. An item needs two of the terms, or the only one.
SimilarAnswer similar(OpenIndex& index, const SimilarSource& source, std::size_t limit);

}  // namespace minutebook::query
