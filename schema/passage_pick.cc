#include "schema/passage_pick.h"

#include <algorithm>
#include <cstring>

#include "schema/shard_format.h"

namespace minutebook::schema {
namespace {

constexpr int outcome_count = static_cast<int>(Outcome::lost) + 1;

ConceptSpan read_span(ByteReader& reader) {
  ConceptSpan span;
  span.concept_index = reader.varint32();
  span.first = reader.varint32();
  span.count = reader.varint32();
  return span;
}

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

/// Bytes of the next `numbers` encoded numbers, eight bytes at a time.
std::size_t encoded_bytes(std::string_view bytes, std::size_t numbers) {
  constexpr std::uint64_t top_bits = 0x8080808080808080U;
  constexpr std::uint64_t ones = 0x0101010101010101U;
  std::size_t at = 0;
  while (numbers >= sizeof(std::uint64_t) && at + sizeof(std::uint64_t) <= bytes.size()) {
    const std::uint64_t ends = (~load<std::uint64_t>(bytes.data() + at) & top_bits) >> 7;
    numbers -= static_cast<std::size_t>((ends * ones) >> 56);
    at += sizeof(std::uint64_t);
  }
  while (numbers > 0 && at < bytes.size()) {
    if (static_cast<unsigned char>(bytes[at++]) < 0x80) --numbers;
  }
  return at;
}

/// Words and spans, from the count of the words on.
void read_words(ByteReader reader, ForwardPassage& passage) {
  passage.words.resize(reader.count());
  for (WordId& word : passage.words) word = reader.varint32();
  passage.spans.resize(reader.count());
  for (ConceptSpan& span : passage.spans) span = read_span(reader);
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

std::size_t PassagePick::read(std::string_view item, const std::string& path, std::vector<ForwardPassage>& passages,
                              std::vector<std::size_t>& picked) const {
  picked.clear();
  ByteReader reader(item, path);
  const std::size_t count = reader.count();
  if (passages.size() < count) passages.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    ForwardPassage& passage = passages[i];
    const int kinds = reader.byte();  // kind and outcome
    passage.kind = reader.checked_kind<PassageKind>(kinds & 0x0f, passage_kind_count);
    passage.outcome = reader.checked_kind<Outcome>(kinds >> 4, outcome_count);
    const ByteReader words_begin = reader;
    const std::size_t words = reader.count();
    const std::string_view rest = item.substr(item.size() - reader.left());
    const std::size_t bytes = encoded_bytes(rest, words);
    bool pick = any_in(rest.substr(0, bytes));
    reader.skip(bytes);
    for (std::size_t spans = reader.count(); spans > 0; --spans) {
      const ConceptSpan span = read_span(reader);
      pick |= std::binary_search(concepts_.begin(), concepts_.end(), span.concept_index);
    }
    if (pick) picked.push_back(i);
    if (pick || i == 0) read_words(words_begin, passage);
  }
  return count;
}

}  // namespace minutebook::schema
