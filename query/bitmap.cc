#include "query/bitmap.h"

namespace minutebook::query {

namespace {

/// Bits [from, to) of one word; `to` may be 64.
std::uint64_t span_mask(unsigned from, unsigned to) {
  const std::uint64_t below_to = to >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << to) - 1;
  return below_to & (~std::uint64_t{0} << from);
}

/// Calls visit(word number, mask) for each word that [begin, end) touches.
template <typename Visit>
void for_words(std::uint32_t begin, std::uint32_t end, Visit visit) {
  if (begin >= end) return;
  const std::size_t first = begin >> 6;
  const std::size_t last = (end - 1) >> 6;
  const unsigned to = ((end - 1) & 63) + 1;
  if (first == last) {
    visit(first, span_mask(begin & 63, to));
    return;
  }
  visit(first, span_mask(begin & 63, 64));
  for (std::size_t i = first + 1; i < last; ++i) visit(i, ~std::uint64_t{0});
  visit(last, span_mask(0, to));
}

/// Bits of one word, without the instruction that not every processor has.
std::uint32_t bits_of(std::uint64_t word) {
  word -= (word >> 1) & 0x5555555555555555U;
  word = (word & 0x3333333333333333U) + ((word >> 2) & 0x3333333333333333U);
  word = (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0fU;
  return static_cast<std::uint32_t>((word * 0x0101010101010101U) >> 56);
}

// Chosen when the program is loaded: processors since 2008 count the bits of a word in one instruction.
#if defined(__x86_64__) && defined(__GLIBC__)
#define MINUTEBOOK_COUNTING [[gnu::target_clones("popcnt", "default")]]
#else
#define MINUTEBOOK_COUNTING
#endif

MINUTEBOOK_COUNTING std::uint32_t count_bits(const std::uint64_t* words, std::size_t size) {
  int total = 0;
  for (std::size_t i = 0; i < size; ++i) total += std::popcount(words[i]);
  return static_cast<std::uint32_t>(total);
}

MINUTEBOOK_COUNTING std::uint32_t count_common_bits(const std::uint64_t* a, const std::uint64_t* b, std::size_t size) {
  int total = 0;
  for (std::size_t i = 0; i < size; ++i) total += std::popcount(a[i] & b[i]);
  return static_cast<std::uint32_t>(total);
}

MINUTEBOOK_COUNTING std::uint32_t count_common_bits_at(const std::uint64_t* a, const std::uint64_t* b,
                                                       std::span<const std::uint32_t> touched) {
  int total = 0;
  for (const std::uint32_t i : touched) total += std::popcount(a[i] & b[i]);
  return static_cast<std::uint32_t>(total);
}

#undef MINUTEBOOK_COUNTING

}  // namespace

void Bitmap::reset(std::uint32_t items) {
  items_ = items;
  words_.assign(items / 64 + 1, 0);
}

void Bitmap::fill() {
  set_range(1, items_ + 1);
}

void Bitmap::set_range(std::uint32_t begin, std::uint32_t end) {
  for_words(begin, end, [this](std::size_t i, std::uint64_t mask) { words_[i] |= mask; });
}

void Bitmap::clear_range(std::uint32_t begin, std::uint32_t end) {
  for_words(begin, end, [this](std::size_t i, std::uint64_t mask) { words_[i] &= ~mask; });
}

Bitmap& Bitmap::operator&=(const Bitmap& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  return *this;
}

Bitmap& Bitmap::operator|=(const Bitmap& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  return *this;
}

Bitmap& Bitmap::operator-=(const Bitmap& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  return *this;
}

std::uint32_t Bitmap::count() const {
  return count_bits(words_.data(), words_.size());
}

std::uint32_t Bitmap::count_range(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t total = 0;
  for_words(begin, end, [&](std::size_t i, std::uint64_t mask) { total += bits_of(words_[i] & mask); });
  return total;
}

std::uint32_t Bitmap::count_common(const Bitmap& other) const {
  return count_common_bits(words_.data(), other.words_.data(), words_.size());
}

std::uint32_t Bitmap::count_common(const Bitmap& other, std::span<const std::uint32_t> touched) const {
  return count_common_bits_at(words_.data(), other.words_.data(), touched);
}

void Bitmap::nonzero_words(std::vector<std::uint32_t>& numbers) const {
  numbers.clear();
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    if (words_[i] != 0) numbers.push_back(i);
  }
}

bool Bitmap::empty() const {
  for (const std::uint64_t word : words_) {
    if (word != 0) return false;
  }
  return true;
}

std::uint32_t Bitmap::next(std::uint32_t docid) const {
  std::size_t i = docid >> 6;
  if (i >= words_.size()) return 0;
  std::uint64_t word = words_[i] & (~std::uint64_t{0} << (docid & 63));
  while (word == 0) {
    if (++i == words_.size()) return 0;
    word = words_[i];
  }
  return static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
}

}  // namespace minutebook::query
