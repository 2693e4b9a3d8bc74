// An encoded word ends with a byte below 128, and the next begins right after it. So a run of words leaves the last
// byte of one word before the first byte of the next, and those two are looked for in blocks that the compiler turns
// into vector code.
#include "schema/forward_scan.h"

#include <algorithm>
#include <cstring>

namespace minutebook::schema {
namespace {

constexpr std::size_t block = 16;
constexpr std::size_t numbers_of_span = 3;

// Sixteen bytes that the compiler keeps in one register; on processors without such registers it takes several.
using Block [[gnu::vector_size(block)]] = unsigned char;

Block load_block(const char* text) {
  Block bytes;
  std::memcpy(&bytes, text, block);
  return bytes;
}

/// All bits of a place are set where the text has one of the bytes.
template <typename Set>
Block marks(const char* text, const Set& set) {
  const Block bytes = load_block(text);
  Block hits{};
  for (std::size_t k = 0; k < set.count; ++k) hits |= reinterpret_cast<Block>(bytes == set.bytes.data()[k]);
  return hits;
}

bool any(const Block& hits) {
  std::uint64_t halves[2];
  std::memcpy(halves, &hits, block);
  return (halves[0] | halves[1]) != 0;
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

/// Position behind the next `numbers` encoded numbers, eight bytes at a time.
std::size_t skip_numbers(std::string_view item, std::size_t at, std::size_t numbers) {
  constexpr std::uint64_t top_bits = 0x8080808080808080U;
  constexpr std::uint64_t ones = 0x0101010101010101U;
  while (numbers >= sizeof(std::uint64_t) && at + sizeof(std::uint64_t) <= item.size()) {
    const std::uint64_t ends = (~load<std::uint64_t>(item.data() + at) & top_bits) >> 7;
    numbers -= static_cast<std::size_t>((ends * ones) >> 56);
    at += sizeof(std::uint64_t);
  }
  while (numbers > 0 && at < item.size()) {
    if (!more_follows(item[at++])) --numbers;
  }
  return at;
}

/// Do the bytes [begin, end) lie among the words of one passage, and not in what stands between the words of two?
bool among_words(std::string_view item, std::size_t begin, std::size_t end, const std::string& path) {
  WordId number = 0;
  std::size_t at = 0;
  if (!word_from(item, at, number)) throw_damaged(path, "a record ends too soon");
  while (at < end) {
    ++at;  // kind and outcome
    if (!word_from(item, at, number)) throw_damaged(path, "a record ends too soon");
    const std::size_t words_end = skip_numbers(item, at, number);
    if (begin < at) return false;
    if (begin < words_end) return end <= words_end;
    at = words_end;
    if (!word_from(item, at, number)) throw_damaged(path, "a record ends too soon");
    at = skip_numbers(item, at, std::size_t{number} * numbers_of_span);
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
  constexpr std::size_t cache_line = 64;
  constexpr std::size_t most_bytes = 1024;
  const std::string_view bytes = item(docid).substr(0, most_bytes);
  for (std::size_t at = 0; at < bytes.size(); at += cache_line) __builtin_prefetch(bytes.data() + at);
}

bool RunFinder::ByteSet::add(unsigned char byte) {
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

/// Common words have low numbers: the pair with the highest ones is met least.
void RunFinder::choose_anchor() {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i + 1 < run_.size(); ++i) places.push_back(i);
  std::sort(places.begin(), places.end(), [this](std::size_t a, std::size_t b) {
    return run_[a].front() + run_[a + 1].front() > run_[b].front() + run_[b + 1].front();
  });
  for (const std::size_t place : places) {
    if (set_anchor(place)) return;
  }
}

bool RunFinder::set_anchor(std::size_t word) {
  anchor_ = word;
  last_bytes_ = {};
  first_bytes_ = {};
  bool fits = true;
  std::string encoded;
  for (const WordId id : run_[word]) {
    append_varint(encoded, id);
    fits = fits && last_bytes_.add(static_cast<unsigned char>(encoded.back()));
  }
  for (const WordId id : run_[word + 1]) {
    encoded.clear();
    append_varint(encoded, id);
    fits = fits && first_bytes_.add(static_cast<unsigned char>(encoded.front()));
  }
  if (!fits) last_bytes_ = first_bytes_ = {};
  return fits;
}

bool RunFinder::found_in(std::string_view item, const std::string& path) const {
  if (impossible_) return false;
  return last_bytes_.count == 0 || item.size() <= block ? found_word_by_word(item, path) : found_by_anchor(item, path);
}

bool RunFinder::found_by_anchor(std::string_view item, const std::string& path) const {
  const std::size_t pairs = item.size() - 1;
  for (std::size_t at = 0; at < pairs; at += block) {
    // The last block overlaps the one before it.
    const std::size_t from = std::min(at, pairs - block);
    Block hits = marks(item.data() + from, last_bytes_);
    if (!any(hits)) continue;
    hits &= marks(item.data() + from + 1, first_bytes_);
    if (!any(hits)) continue;
    for (std::size_t i = 0; i < block; ++i) {
      if (hits[i] != 0 && stands_at(item, from + i + 1, path)) return true;
    }
  }
  return false;
}

/// Does the run stand there, with the word after the anchor's beginning at `second`?
bool RunFinder::stands_at(std::string_view item, std::size_t second, const std::string& path) const {
  std::size_t begin = second;
  for (std::size_t place = anchor_ + 1; place-- > 0;) {
    WordId word = 0;
    if (!word_before(item, begin, word) || !is_word(place, word)) return false;
  }
  std::size_t end = second;
  for (std::size_t place = anchor_ + 1; place < run_.size(); ++place) {
    WordId word = 0;
    if (!word_from(item, end, word) || !is_word(place, word)) return false;
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
    for (std::size_t words = reader.count(); words > 0; --words) {
      const WordId word = reader.varint32();
      const std::uint64_t longer = (begun << 1) | 1;
      begun = 0;
      for (std::size_t place = 0; place < run_.size(); ++place) {
        const std::uint64_t bit = std::uint64_t{1} << place;
        if ((longer & bit) != 0 && is_word(place, word)) begun |= bit;
      }
      if ((begun & whole) != 0) return true;
    }
    for (std::size_t numbers = reader.count() * numbers_of_span; numbers > 0; --numbers) reader.varint();
  }
  return false;
}

}  // namespace minutebook::schema
