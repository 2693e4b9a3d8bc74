// Searching the stored words of items for a run of words without decoding them: most candidates of a phrase are refused
// at the speed of reading memory. Exact. Knows the layout of schema/shard_forward.h; knows nothing of text or queries.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/shard.h"
#include "schema/shard_format.h"

namespace minutebook::schema {

/// The encoded words of the items of a shard.
class ForwardBytes {
 public:
  /// Throws Error naming the file.
  explicit ForwardBytes(const std::string& folder);
  /// Record of an item; docids run from 1.
  std::string_view item(std::uint32_t docid) const;
  /// Asks the processor to fetch the item's first bytes.
  void prefetch(std::uint32_t docid) const;
  const std::string& path() const { return file_.path(); }

 private:
  MappedFile file_;
  std::uint32_t items_ = 0;
  const char* table_ = nullptr;
};

/// Bytes that the compiler keeps in one register; on processors without such registers it takes several.
using ByteBlock [[gnu::vector_size(32)]] = unsigned char;

/// A run of words side by side in one passage, each of them any of a set.
class RunFinder {
 public:
  /// One set of word numbers for each word of the run; at least one set, at most 64.
  explicit RunFinder(std::vector<std::vector<WordId>> run);

  /// Does the run stand in the item? `path` names the file in errors.
  bool found_in(std::string_view item, const std::string& path) const;

 private:
  /// Bytes that may stand at one of the two places that are looked for.
  struct ByteSet {
    std::array<unsigned char, 8> bytes{};
    std::size_t count = 0;  ///< 0: any byte
    bool add(char byte);
  };

  void choose_anchor();
  /// Look for the first two bytes of the word, or for the last byte of the word before it and its first. False: its
  /// words are too short or too many for that.
  bool anchor_inside(std::size_t place);
  bool anchor_before(std::size_t place);
  bool found_by_anchor(std::string_view item, const std::string& path) const;
  bool found_among(const ByteBlock& hits, std::string_view item, std::size_t from, const std::string& path) const;
  bool stands_at(std::string_view item, std::size_t at, const std::string& path) const;
  bool found_word_by_word(std::string_view item, const std::string& path) const;
  bool is_word(std::size_t place, WordId word) const;

  std::vector<std::vector<WordId>> run_;
  bool impossible_ = false;
  std::size_t anchor_ = 0;  ///< the word looked for …
  std::size_t ahead_ = 0;   ///< … which begins so many bytes behind the first of the two
  ByteSet first_;
  ByteSet second_;
};

}  // namespace minutebook::schema
