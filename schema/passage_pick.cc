#include "schema/passage_pick.h"

#include <algorithm>
#include <cstring>

#include "schema/shard_format.h"
#include "schema/shard_forward.h"

namespace minutebook::schema {
namespace {

constexpr std::size_t most_codes = 8;
constexpr std::size_t block = 16;
using Block [[gnu::vector_size(block)]] = unsigned char;  // one register, or several on processors without such

Block load_block(const char* bytes) {
  Block loaded;
  std::memcpy(&loaded, bytes, block);
  return loaded;
}

bool any(const Block& hits) {
  std::uint64_t halves[2];
  std::memcpy(halves, &hits, block);
  return (halves[0] | halves[1]) != 0;
}

/// How many of eight bytes end a word: they have no top bit.
std::uint32_t last_bytes(std::uint64_t bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  return static_cast<std::uint32_t>((((~bytes >> 7) & ones) * ones) >> 56);
}

std::uint32_t words_in(std::string_view words) {
  std::uint32_t count = 0;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= words.size(); at += sizeof(std::uint64_t))
    count += last_bytes(load<std::uint64_t>(words.data() + at));
  for (; at < words.size(); ++at) count += static_cast<unsigned char>(words[at]) < 0x80 ? 1U : 0U;
  return count;
}

}  // namespace

PassagePick::PassagePick(const std::vector<WordId>& words, std::vector<std::uint32_t> concepts,
                         std::uint32_t word_count)
    : words_(word_count / 64 + 1, 0), concepts_(std::move(concepts)) {
  for (const WordId word : words) words_.at(word >> 6) |= std::uint64_t{1} << (word & 63);
  std::sort(concepts_.begin(), concepts_.end());
  many_ = words.size() > most_codes;
  if (many_) return;
  for (const WordId word : words) {
    std::string code;
    append_varint(code, word);
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(code[i]); };
    codes_.push_back({byte(0), code.size() > 1 ? byte(1) : byte(0), code.size() == 1});
  }
}

bool PassagePick::any_in(std::string_view words) const {
  if (!many_ && codes_.empty()) return false;
  if (many_ || words.size() <= block) {
    std::size_t at = 0;
    while (at < words.size()) {
      WordId word = 0;
      for (unsigned shift = 0; at < words.size(); shift += 7) {
        const auto byte = static_cast<unsigned char>(words[at++]);
        if (shift < 32) word |= (byte & 0x7fU) << shift;
        if (byte < 0x80) break;
      }
      if (wanted(word)) return true;
    }
    return false;
  }
  const std::size_t pairs = words.size() - 1;
  for (const Code& code : codes_) {
    // The last byte has none after it, so it is in no pair.
    if (code.single && static_cast<unsigned char>(words.back()) == code.first) return true;
  }
  for (std::size_t at = 0; at < pairs; at += block) {
    const std::size_t from = std::min(at, pairs - block);  // the last block overlaps the one before it
    const Block first = load_block(words.data() + from);
    const Block second = load_block(words.data() + from + 1);
    Block hits{};
    for (const Code& code : codes_) {
      const auto begins = reinterpret_cast<Block>(first == code.first);
      hits |= code.single ? begins : begins & reinterpret_cast<Block>(second == code.second);
    }
    if (any(hits)) return true;
  }
  return false;
}

bool PassagePick::any_concept_in(std::string_view spans, const std::string& path) const {
  if (concepts_.empty()) return false;
  for (ByteReader reader(spans, path); reader.left() > 0;) {
    if (std::binary_search(concepts_.begin(), concepts_.end(), reader.varint32())) return true;
    reader.varint();
    reader.varint();
  }
  return false;
}

std::size_t PassagePick::read(std::string_view item, const std::string& path, std::vector<ForwardPassage>& passages,
                              std::vector<std::size_t>& picked, std::vector<std::uint32_t>* counts) const {
  picked.clear();
  if (counts != nullptr) counts->clear();
  ByteReader reader(item, path);
  const std::size_t count = reader.count();
  if (passages.size() < count) passages.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    ForwardPassage& passage = passages[i];
    read_kinds(reader, passage.kind, passage.outcome);
    const std::string_view words = reader.string();
    const std::string_view spans = reader.string();
    if (counts != nullptr) counts->push_back(words_in(words));
    if (any_in(words) || any_concept_in(spans, path)) {
      picked.push_back(i);
    } else if (i > 0) {
      continue;
    }
    read_words(words, path, passage.words);
    read_spans(spans, path, passage.spans);
  }
  return count;
}

}  // namespace minutebook::schema
