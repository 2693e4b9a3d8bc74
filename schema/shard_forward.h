// The words and concept spans of every passage of a shard, uncompressed: what verification reads for each candidate.
// Knows nothing of text or queries.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/shard.h"
#include "schema/shard_format.h"

namespace minutebook::schema {

// A passage in the file: kind and outcome in one byte, then its words and its spans, each as a string of numbers, so
// that what is not wanted is passed over in one step.
void read_kinds(ByteReader& reader, PassageKind& kind, Outcome& outcome);
/// `path` names the file in errors.
void read_words(std::string_view encoded, const std::string& path, std::vector<WordId>& words);
void read_spans(std::string_view encoded, const std::string& path, std::vector<ConceptSpan>& spans);

/// Keeps everything in memory until the words have their final numbers.
class ForwardWriter {
 public:
  /// Passages of the next item, in order, with words as they are numbered for now.
  void add(std::span<const ForwardPassage> passages);
  /// Writes the file into `folder`, durably. `renumbered`: final numbers, by the numbers given so far.
  void finish(const std::string& folder, std::span<const WordId> renumbered) const;

 private:
  std::string bytes_;
  std::vector<std::size_t> item_ends_;
};

/// Several threads may read at once.
class ForwardReader {
 public:
  /// Throws Error naming the file.
  explicit ForwardReader(const std::string& folder);
  std::uint32_t items() const { return items_; }
  /// See Shard::forward; items are numbered from 0 here.
  std::size_t read(std::uint32_t item, std::vector<ForwardPassage>& passages) const;

 private:
  MappedFile file_;
  std::uint32_t items_ = 0;
  const char* table_ = nullptr;
};

}  // namespace minutebook::schema
