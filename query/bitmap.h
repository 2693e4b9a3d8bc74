// A set of the documents of one shard: one bit per docid (bit 0 is never set, docids begin with 1).
// Knows nothing of terms, papers or queries.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace minutebook::query {

class Bitmap {
 public:
  Bitmap() = default;
  /// Empty set over docids 1..items.
  explicit Bitmap(std::uint32_t items) { reset(items); }

  /// Empties it and makes it fit docids 1..items; keeps its memory.
  void reset(std::uint32_t items);
  /// Holds every docid 1..items.
  void fill();

  std::uint32_t items() const { return items_; }
  bool test(std::uint32_t docid) const { return (words_[docid >> 6] >> (docid & 63)) & 1; }
  void set(std::uint32_t docid) { words_[docid >> 6] |= std::uint64_t{1} << (docid & 63); }
  void clear(std::uint32_t docid) { words_[docid >> 6] &= ~(std::uint64_t{1} << (docid & 63)); }
  /// Sets or clears the docids [begin, end).
  void set_range(std::uint32_t begin, std::uint32_t end);
  void clear_range(std::uint32_t begin, std::uint32_t end);

  Bitmap& operator&=(const Bitmap& other);
  Bitmap& operator|=(const Bitmap& other);
  /// Takes the members of `other` out.
  Bitmap& operator-=(const Bitmap& other);

  std::uint32_t count() const;
  /// Members in [begin, end).
  std::uint32_t count_range(std::uint32_t begin, std::uint32_t end) const;
  /// Members of both.
  std::uint32_t count_common(const Bitmap& other) const;
  bool empty() const;
  /// Members of both, looked for only in the words numbered `touched` (nonzero_words of one of the two).
  std::uint32_t count_common(const Bitmap& other, std::span<const std::uint32_t> touched) const;
  /// Numbers of the 64-bit words that are not zero.
  void nonzero_words(std::vector<std::uint32_t>& numbers) const;
  /// First member at or after `docid`; 0: none.
  std::uint32_t next(std::uint32_t docid) const;

  template <typename Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        visit(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }
  bool operator==(const Bitmap&) const = default;

 private:
  std::vector<std::uint64_t> words_;
  std::uint32_t items_ = 0;
};

}  // namespace minutebook::query
