// Reading the posting lists of one shard's Xapian database into bitmaps and scores, with a memory of the common terms.
// Knows nothing of what a term means. The only file of the search path that talks to Xapian.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/bitmap.h"

namespace minutebook::query {

/// Where the weight of a term's documents goes. Scores are integers, so that sums do not depend on the order of
/// reading.
struct ScoreSink {
  std::vector<std::uint32_t>& score;  ///< by docid
  std::vector<std::uint32_t>* best =
      nullptr;                ///< by docid: within a group of alternatives only the best counts; null: sums
  Bitmap* touched = nullptr;  ///< with `best`: where it was written
  std::uint32_t weight = 0;   ///< times the wdf
};

/// A term's documents kept in memory: as a column over all documents, or as a list.
struct TermDocuments {
  std::uint32_t documents = 0;
  std::size_t bytes = 0;              ///< of memory
  Bitmap bits;                        ///< column
  std::vector<std::uint32_t> docids;  ///< list
  std::vector<std::uint8_t> wdf;      ///< by docid, or beside `docids`

  bool is_column() const { return bits.items() != 0; }
};

class PostingSource {
 public:
  /// `budget`: bytes that remembered terms may take. Throws schema::Error (unreadable).
  PostingSource(const std::string& xapian_folder, std::uint32_t items, std::size_t budget);
  ~PostingSource();
  PostingSource(PostingSource&&) noexcept;
  PostingSource& operator=(PostingSource&&) = delete;
  PostingSource(const PostingSource&) = delete;
  PostingSource& operator=(const PostingSource&) = delete;

  /// Bytes that may be remembered from now on, others forgotten for them or not.
  void allow(std::size_t bytes) { allowed_ = bytes; }

  std::uint32_t items() const { return items_; }
  /// Documents of this shard that have the term, dead ones included.
  std::uint32_t frequency(const std::string& term) const;
  /// Terms that begin so, in order; dead documents may be all they have.
  std::vector<std::string> terms_beginning(const std::string& beginning) const;
  /// Adds the term's documents to `bits`; with `sink` also its weights.
  void read(const std::string& term, Bitmap& bits, const ScoreSink* sink);
  /// Adds the term's weights to the documents of `where` only.
  void score(const std::string& term, const Bitmap& where, const ScoreSink& sink);

 private:
  struct Database;
  using Entry = std::pair<std::string, TermDocuments>;
  const TermDocuments* remembered(const std::string& term);
  const TermDocuments* remember(const std::string& term);
  bool read_into(const std::string& term, TermDocuments& made) const;

  std::unique_ptr<Database> database_;
  std::uint32_t items_ = 0;
  std::size_t budget_ = 0;
  std::size_t kept_bytes_ = 0;
  std::size_t allowed_ = SIZE_MAX;
  std::list<Entry> kept_;  // most recently used first
  std::unordered_map<std::string, std::list<Entry>::iterator> by_term_;
};

}  // namespace minutebook::query
