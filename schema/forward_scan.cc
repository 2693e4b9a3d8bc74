// An encoded word of two bytes and more is nearly told by its first two; a common word has one byte, and the next word
// begins right after it. So two bytes side by side are looked for, in blocks that the compiler turns into vector code.
#include "schema/forward_scan.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

namespace minutebook::schema {
namespace {

using Block = ByteBlock;

constexpr std::size_t block = sizeof(Block);

/// All bits of a place are set where the text has one of the bytes. Often there is one: it is compared without a loop.
template <typename Set>
[[gnu::always_inline]] inline void mark(const char* text, const Set& set, Block& hits) {
  Block bytes;
  std::memcpy(&bytes, text, block);
  hits = reinterpret_cast<Block>(bytes == set.bytes[0]);
  for (std::size_t k = 1; k < set.count; ++k) hits |= reinterpret_cast<Block>(bytes == set.bytes.data()[k]);
}

[[gnu::always_inline]] inline bool any(const Block& hits) {
  std::array<std::uint64_t, block / sizeof(std::uint64_t)> parts;
  std::memcpy(parts.data(), &hits, block);
  std::uint64_t all = 0;
  for (const std::uint64_t part : parts) all |= part;
  return all != 0;
}

bool more_follows(char byte) {
  return static_cast<unsigned char>(byte) >= 0x80;
}

/// Reads the word that begins at `at` and moves behind it. False: the bytes end, or it is too long for a word.
bool word_from(std::string_view item, std::size_t& at, WordId& word) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; at < item.size() && shift < 35; shift += 7) {
    const char byte = item[at++];
    number |= std::uint64_t{static_cast<unsigned char>(byte) & 0x7fU} << shift;
    if (more_follows(byte)) continue;
    word = static_cast<WordId>(number);
    return true;
  }
  return false;
}

/// Reads the word that ends before `at` and moves to its beginning.
bool word_before(std::string_view item, std::size_t& at, WordId& word) {
  if (at == 0 || more_follows(item[at - 1])) return false;
  std::size_t begin = at - 1;
  while (begin > 0 && more_follows(item[begin - 1])) --begin;
  std::size_t end = begin;
  if (!word_from(item, end, word) || end != at) return false;
  at = begin;
  return true;
}

/// Do the bytes [begin, end) lie among the words of one passage, and not in what stands between the words of two?
bool among_words(std::string_view item, std::size_t begin, std::size_t end, const std::string& path) {
  ByteReader reader(item, path);
  const auto at = [&] { return item.size() - reader.left(); };
  reader.varint();  // passages
  while (at() < end) {
    reader.byte();  // kind and outcome
    const std::size_t words = reader.count();
    if (begin < at()) return false;
    reader.skip(words);
    if (begin < at()) return end <= at();
    reader.string();  // spans
  }
  return false;
}

}  // namespace

ForwardBytes::ForwardBytes(const std::string& folder) {
  FileHeader header;
  file_ = open_shard_file(folder, forward_file, header);
  items_ = header.entries;
  if (header.bytes - header.tables_at != (std::uint64_t{items_} + 1) * sizeof(std::uint64_t)) {
    throw_damaged(file_.path(), "its table has a wrong size");
  }
  table_ = file_.bytes().data() + header.tables_at;
}

std::string_view ForwardBytes::item(std::uint32_t docid) const {
  if (docid == 0 || docid > items_) throw_damaged(file_.path(), "an item is missing");
  const auto begin = load<std::uint64_t>(table_ + (std::size_t{docid} - 1) * sizeof(std::uint64_t));
  const auto end = load<std::uint64_t>(table_ + std::size_t{docid} * sizeof(std::uint64_t));
  if (begin > end || end > file_.bytes().size()) throw_damaged(file_.path(), "an item lies outside");
  return file_.bytes().substr(begin, end - begin);
}

void ForwardBytes::prefetch(std::uint32_t docid) const {
  constexpr std::size_t cache_lines = 64;
  constexpr std::size_t most_bytes = 512;
  const std::string_view bytes = item(docid).substr(0, most_bytes);
  for (std::size_t at = 0; at < bytes.size(); at += cache_lines) __builtin_prefetch(bytes.data() + at);
}

bool RunFinder::ByteSet::add(char added) {
  const auto byte = static_cast<unsigned char>(added);
  if (std::find(bytes.begin(), bytes.begin() + count, byte) != bytes.begin() + count) return true;
  if (count == bytes.size()) return false;
  bytes[count++] = byte;
  return true;
}

RunFinder::RunFinder(std::vector<std::vector<WordId>> run) : run_(std::move(run)) {
  for (std::vector<WordId>& words : run_) {
    std::sort(words.begin(), words.end());
    if (words.empty()) impossible_ = true;
  }
  if (!impossible_) choose_anchor();
}

/// Common words have low numbers: the place with the highest ones is met least.
void RunFinder::choose_anchor() {
  std::vector<std::size_t> places(run_.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::sort(places.begin(), places.end(), [this](std::size_t a, std::size_t b) { return run_[a][0] > run_[b][0]; });
  for (const std::size_t place : places) {
    if (anchor_inside(place)) return;
  }
  for (const std::size_t place : places) {
    if (place > 0 && anchor_before(place)) return;
    if (place + 1 < run_.size() && anchor_before(place + 1)) return;
  }
  first_ = second_ = {};
}

bool RunFinder::anchor_inside(std::size_t place) {
  anchor_ = place;
  ahead_ = 0;
  first_ = second_ = {};
  std::string encoded;
  for (const WordId id : run_[place]) {
    encoded.clear();
    append_varint(encoded, id);
    if (encoded.size() < 2) return false;
    if (!first_.add(encoded[0]) || !second_.add(encoded[1])) return false;
  }
  return true;
}

bool RunFinder::anchor_before(std::size_t place) {
  anchor_ = place;
  ahead_ = 1;
  first_ = second_ = {};
  std::string encoded;
  for (const WordId id : run_[place - 1]) {
    append_varint(encoded, id);
    if (!first_.add(encoded.back())) return false;
  }
  for (const WordId id : run_[place]) {
    encoded.clear();
    append_varint(encoded, id);
    if (!second_.add(encoded.front())) return false;
  }
  return true;
}

bool RunFinder::found_in(std::string_view item, const std::string& path) const {
  if (impossible_) return false;
  return first_.count == 0 || item.size() <= block ? found_word_by_word(item, path) : found_by_anchor(item, path);
}

bool RunFinder::found_among(const ByteBlock& hits, std::string_view item, std::size_t from,
                            const std::string& path) const {
  std::array<std::uint64_t, block / sizeof(std::uint64_t)> parts;
  std::memcpy(parts.data(), &hits, block);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    // From hit to hit: most bytes are none.
    for (std::uint64_t left = parts[part]; left != 0;) {
      const auto byte = static_cast<std::size_t>(std::countr_zero(left)) / 8;
      left &= ~(std::uint64_t{0xff} << (8 * byte));
      const std::size_t place = std::endian::native == std::endian::little ? byte : sizeof left - 1 - byte;
      if (stands_at(item, from + part * sizeof left + place + ahead_, path)) return true;
    }
  }
  return false;
}

// Built twice: for processors with registers of 32 bytes and for all others.
[[gnu::target_clones("avx2", "default")]] bool RunFinder::found_by_anchor(std::string_view item,
                                                                          const std::string& path) const {
  // Hits are rare, so several blocks are looked at between two branches.
  constexpr std::size_t together = 2;
  const auto mark_both = [this](const char* text, Block& hits) __attribute__((always_inline)) {
    Block second;
    mark(text, first_, hits);
    mark(text + 1, second_, second);
    hits &= second;
  };
  const std::size_t pairs = item.size() - 1;
  std::size_t at = 0;
  for (; at + together * block <= pairs; at += together * block) {
    std::array<Block, together> hits;
    Block some{};
    for (std::size_t k = 0; k < together; ++k) {
      mark_both(item.data() + at + k * block, hits[k]);
      some |= hits[k];
    }
    if (!any(some)) continue;
    for (std::size_t k = 0; k < together; ++k) {
      if (any(hits[k]) && found_among(hits[k], item, at + k * block, path)) return true;
    }
  }
  for (; at < pairs; at += block) {
    // The last block overlaps the one before it.
    const std::size_t from = std::min(at, pairs - block);
    Block hits;
    mark_both(item.data() + from, hits);
    if (any(hits) && found_among(hits, item, from, path)) return true;
  }
  return false;
}

/// Does the run stand there, with the anchor's word beginning at `at`?
bool RunFinder::stands_at(std::string_view item, std::size_t at, const std::string& path) const {
  if (at > 0 && more_follows(item[at - 1])) return false;
  std::size_t end = at;
  for (std::size_t place = anchor_; place < run_.size(); ++place) {
    WordId word = 0;
    if (!word_from(item, end, word) || !is_word(place, word)) return false;
  }
  std::size_t begin = at;
  for (std::size_t place = anchor_; place-- > 0;) {
    WordId word = 0;
    if (!word_before(item, begin, word) || !is_word(place, word)) return false;
  }
  return among_words(item, begin, end, path);
}

bool RunFinder::is_word(std::size_t place, WordId word) const {
  return std::binary_search(run_[place].begin(), run_[place].end(), word);
}

/// Every passage word by word; bit i of `begun` says that the last i + 1 words are the first of the run.
bool RunFinder::found_word_by_word(std::string_view item, const std::string& path) const {
  ByteReader reader(item, path);
  const std::uint64_t whole = std::uint64_t{1} << (run_.size() - 1);
  for (std::size_t passages = reader.count(); passages > 0; --passages) {
    reader.byte();  // kind and outcome
    std::uint64_t begun = 0;
    for (ByteReader words(reader.string(), path); words.left() > 0;) {
      const WordId word = words.varint32();
      const std::uint64_t longer = (begun << 1) | 1;
      begun = 0;
      for (std::size_t place = 0; place < run_.size(); ++place) {
        const std::uint64_t bit = std::uint64_t{1} << place;
        if ((longer & bit) != 0 && is_word(place, word)) begun |= bit;
      }
      if ((begun & whole) != 0) return true;
    }
    reader.string();  // spans
  }
  return false;
}

}  // namespace minutebook::schema
