// The inverted lists of a shard under construction, held in memory, written at the end as a Xapian database without
// positions, values, stored data and term lists. Knows nothing of papers or items: a document is a list of numbered
// terms.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/document.h"
#include "indexer/shard_builder_glass.h"

namespace minutebook::indexer {

class PostingsWriter {
 public:
  /// The document with the next docid, from 1.
  void add(std::span<const DocumentTerm> terms);
  /// Writes the database into `folder`, which it makes; `terms` knows the texts of all terms added. Throws Error if
  /// Xapian, asked to open it, does not find exactly the documents added.
  void finish(const std::string& folder, const ItemTerms& terms) const;

 private:
  /// Documents of one term: for each the distance from the one before and the wdf, seven bits a byte.
  struct List {
    std::string bytes;
    std::uint32_t last = 0;
    std::uint32_t documents = 0;
    std::uint64_t total_wdf = 0;
  };
  void make_lists(std::span<const DocumentTerm> terms);
  static void append(List& list, std::uint32_t docid, std::uint32_t wdf);
  static void write_list(GlassTable& table, std::string_view term, const List& list);

  std::vector<List> lists_;  // by number of the term
  List lengths_;             // every document with its sum of wdf
  GlassStatistics statistics_;
};

}  // namespace minutebook::indexer
