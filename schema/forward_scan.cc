// An encoded word ends with a byte below 128, and the next begins right after it. So a run of words leaves the last byte of one
// word before the first byte of the next, and those two are looked for in blocks that the compiler turns into vector code.
#include "schema/forward_scan.h"

#include <algorithm>
#include <cstring>

namespace minutebook::schema {
namespace {

constexpr std::size_t block = 64;

std::string encoded(WordId word) {
  std::string bytes;
  append_varint(bytes, word);
  return bytes;
}

using Block = std::array<unsigned char, block>;

/// Result[i] is not zero where text[i] is one of the bytes. Everything lies in arrays of fixed size, so that the loops become
/// vector code.
template <typename Set>
Block marks(const char* text, const Set& set) {
  Block bytes;
  std::memcpy(bytes.data(), text, block);
  Block hits{};
  for (std::size_t k = 0; k < set.count; ++k) {
    Block wanted;
    wanted.fill(set.bytes[k]);
    for (std::size_t i = 0; i < block; ++i) {
      const unsigned char difference = bytes[i] ^ wanted[i];
      hits[i] |= static_cast<unsigned char>(difference == 0 ? 0xff : 0);
    }
  }
  return hits;
}

bool any_in_both(const Block& a, const Block& b) {
  Block both;
  for (std::size_t i = 0; i < block; ++i) both[i] = a[i] & b[i];
  std::array<std::uint64_t, block / sizeof(std::uint64_t)> words;
  std::memcpy(words.data(), both.data(), block);
  std::uint64_t any = 0;
  for (const std::uint64_t word : words) any |= word;
  return any != 0;
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
  for (const WordId id : run_[word]) fits = fits && last_bytes_.add(static_cast<unsigned char>(encoded(id).back()));
  for (const WordId id : run_[word + 1]) fits = fits && first_bytes_.add(static_cast<unsigned char>(encoded(id).front()));
  if (!fits) last_bytes_ = first_bytes_ = {};
  return fits;
}

bool RunFinder::found_in(std::string_view item, const std::string& path) const {
  return !impossible_ && may_stand_in(item) && stands_in(item, path);
}

bool RunFinder::may_stand_in(std::string_view item) const {
  if (last_bytes_.count == 0 || item.size() <= block) return true;
  const std::size_t pairs = item.size() - 1;
  for (std::size_t at = 0; at < pairs; at += block) {
    // The last block overlaps the one before it.
    const std::size_t from = std::min(at, pairs - block);
    const Block last = marks(item.data() + from, last_bytes_);
    const Block first = marks(item.data() + from + 1, first_bytes_);
    if (!any_in_both(last, first)) continue;
    for (std::size_t i = 0; i < block; ++i) {
      if ((last[i] & first[i]) != 0 && may_begin_at(item, from + i + 1)) return true;
    }
  }
  return false;
}

/// Do the bytes before `second` end a word of the anchor, and those from it begin one of the next?
bool RunFinder::may_begin_at(std::string_view item, std::size_t second) const {
  const auto ends_with = [&](WordId id) { return item.substr(0, second).ends_with(encoded(id)); };
  const auto begins_with = [&](WordId id) { return item.substr(second).starts_with(encoded(id)); };
  return std::any_of(run_[anchor_].begin(), run_[anchor_].end(), ends_with) &&
         std::any_of(run_[anchor_ + 1].begin(), run_[anchor_ + 1].end(), begins_with);
}

bool RunFinder::is_word(std::size_t place, WordId word) const {
  return std::binary_search(run_[place].begin(), run_[place].end(), word);
}

/// Every passage word by word; bit i of `begun` says that the last i + 1 words are the first of the run.
bool RunFinder::stands_in(std::string_view item, const std::string& path) const {
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
    for (std::size_t numbers = reader.count() * 3; numbers > 0; --numbers) reader.varint();  // concept spans
  }
  return false;
}

}  // namespace minutebook::schema
