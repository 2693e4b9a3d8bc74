// The words of a shard by number, and the orders in which they are looked up: by folded form, by stem, by capitals.
// Knows nothing of passages. The more often a word stands in the shard, the smaller its number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis.h"
#include "schema/shard_format.h"

namespace minutebook::schema {

class LexiconWriter {
 public:
  /// The word with the next number. `word` must outlive the writer.
  void add(const Word& word);
  std::uint32_t words() const { return static_cast<std::uint32_t>(words_.size()); }
  /// Writes the file into `folder`, durably.
  void finish(const std::string& folder) const;

 private:
  std::vector<const Word*> words_;
};

/// A word as stored; the texts lie in the map.
struct StoredWord {
  std::uint8_t marks = 0;  ///< schema/word_marks.h
  std::string_view written;
  std::string_view folded;
  std::string_view stem;
  std::string_view capitals;
};

/// Several threads may read at once.
class LexiconReader {
 public:
  /// Throws Error naming the file.
  explicit LexiconReader(const std::string& folder);

  std::uint32_t words() const { return words_; }
  StoredWord word(WordId id) const;
  /// The same as word(id).written, faster.
  std::string_view written(WordId id) const {
    const std::size_t at = place(id) + 2;  // after its two bytes of shape and marks
    const std::string_view bytes = file_.bytes();
    const auto size = at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0x80U;
    // A length of one byte, and no end of the file in sight: all but damaged files and monsters.
    if (size < 0x80 && at + 1 + size <= bytes.size()) return {bytes.data() + at + 1, size};
    return word(id).written;
  }
  std::vector<WordId> with_folded(std::string_view folded) const;
  std::vector<WordId> with_prefix(std::string_view prefix) const;
  std::vector<WordId> with_stem(std::string_view stem) const;
  std::vector<WordId> with_capitals(std::string_view capitals) const;
  /// Place of the first word, in the order of folded forms, whose form is not below `folded`; words() if there is none.
  std::uint32_t place_of(std::string_view folded) const;
  /// The word at a place of that order.
  WordId at_place(std::uint32_t place) const;

 private:
  std::size_t place(WordId id) const {
    if (id >= words_) throw_no_word(id);
    return load<std::uint32_t>(places_ + std::size_t{id} * sizeof(std::uint32_t));
  }
  [[noreturn]] void throw_no_word(WordId id) const;
  struct Order;  // a table of word numbers and the text it is sorted by
  template <typename Key, typename Accept>
  std::vector<WordId> range(const Order& order, std::string_view wanted, Key key, Accept accept) const;

  MappedFile file_;
  std::uint32_t words_ = 0;
  std::uint32_t acronyms_ = 0;
  const char* places_ = nullptr;
  const char* by_folded_ = nullptr;
  const char* by_stem_ = nullptr;
  const char* by_capitals_ = nullptr;
};

}  // namespace minutebook::schema
