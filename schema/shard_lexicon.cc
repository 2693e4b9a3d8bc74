#include "schema/shard_lexicon.h"

#include <algorithm>
#include <numeric>

#include "schema/error.h"
#include "schema/word_marks.h"

namespace minutebook::schema {
namespace {

// Bits of a word's first byte: what is not stored because it can be told from the written form.
constexpr std::uint8_t folded_as_written = 1;
constexpr std::uint8_t stem_begins_folded = 2;
constexpr std::uint8_t capitals_begin_written = 4;

// Word numbers in the orders take three bytes: a shard has far fewer than 16 million words.
constexpr std::size_t id_bytes = 3;
constexpr std::uint32_t most_words = 1U << (8 * id_bytes);

/// Head of the tables, after the words.
struct Tables {
  std::uint64_t places_at = 0;  ///< of each word, four bytes each
  std::uint64_t orders_at = 0;  ///< by folded form, then by stem, then acronyms by capitals
  std::uint64_t acronyms = 0;
};
static_assert(sizeof(Tables) == 24);

void append_word(std::string& bytes, const Word& word) {
  const bool same = word.folded == word.written;
  const bool prefix = word.folded.starts_with(word.stem);
  const bool capitals = word.acronym && word.written.starts_with(word.capitals);
  bytes.push_back(static_cast<char>((same ? folded_as_written : 0) | (prefix ? stem_begins_folded : 0) |
                                    (capitals ? capitals_begin_written : 0)));
  bytes.push_back(static_cast<char>(marks_of(word)));
  append_string(bytes, word.written);
  if (!same) append_string(bytes, word.folded);
  if (prefix) {
    append_varint(bytes, word.stem.size());
  } else {
    append_string(bytes, word.stem);
  }
  if (!word.acronym) return;
  if (capitals) {
    append_varint(bytes, word.capitals.size());
  } else {
    append_string(bytes, word.capitals);
  }
}

StoredWord read_word(ByteReader& reader) {
  const std::uint8_t shape = reader.byte();
  StoredWord word;
  word.marks = reader.byte();
  word.written = reader.string();
  word.folded = (shape & folded_as_written) != 0 ? word.written : reader.string();
  word.stem = (shape & stem_begins_folded) != 0 ? word.folded.substr(0, reader.varint()) : reader.string();
  if ((word.marks & mark_acronym) == 0) return word;
  word.capitals = (shape & capitals_begin_written) != 0 ? word.written.substr(0, reader.varint()) : reader.string();
  return word;
}

template <typename Key>
void append_order(std::string& bytes, const std::vector<const Word*>& words, std::vector<std::uint32_t> ids, Key key) {
  std::sort(ids.begin(), ids.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int order = key(*words[a]).compare(key(*words[b]));
    return order != 0 ? order < 0 : a < b;
  });
  for (const std::uint32_t id : ids) bytes.append(reinterpret_cast<const char*>(&id), id_bytes);
}

std::uint32_t id_at(const char* table, std::size_t place) {
  std::uint32_t id = 0;
  std::memcpy(&id, table + place * id_bytes, id_bytes);
  return id;
}

}  // namespace

struct LexiconReader::Order {
  const char* table;
  std::uint32_t size;
};

void LexiconWriter::add(const Word& word) {
  if (words_.size() >= most_words) {
    throw Error(ErrorCode::unreadable, "a shard has more than " + std::to_string(most_words) + " different words");
  }
  words_.push_back(&word);
}

void LexiconWriter::finish(const std::string& folder) const {
  std::string bytes(sizeof(FileHeader), '\0');
  std::string places;
  for (const Word* word : words_) {
    append_number(places, static_cast<std::uint32_t>(bytes.size()));
    append_word(bytes, *word);
  }
  if (bytes.size() > UINT32_MAX) throw Error(ErrorCode::unreadable, "the words of a shard have more than 4 GB");
  std::vector<std::uint32_t> all(words_.size());
  std::iota(all.begin(), all.end(), 0U);
  std::vector<std::uint32_t> acronyms;
  std::copy_if(all.begin(), all.end(), std::back_inserter(acronyms),
               [&](std::uint32_t id) { return words_[id]->acronym; });

  const std::uint64_t tables_at = bytes.size();
  const std::uint64_t places_at = tables_at + sizeof(Tables);
  append_number(bytes, Tables{places_at, places_at + places.size(), acronyms.size()});
  bytes += places;
  append_order(bytes, words_, all, [](const Word& word) { return std::string_view(word.folded); });
  append_order(bytes, words_, all, [](const Word& word) { return std::string_view(word.stem); });
  append_order(bytes, words_, acronyms, [](const Word& word) { return std::string_view(word.capitals); });

  OutputFile file(folder + "/" + std::string(lexicon_file.name));
  file.write(bytes);
  file.finish(header_bytes(lexicon_file, words(), bytes.size(), tables_at));
}

LexiconReader::LexiconReader(const std::string& folder) {
  FileHeader header;
  file_ = open_shard_file(folder, lexicon_file, header);
  words_ = header.entries;
  const char* start = file_.bytes().data();
  if (header.tables_at + sizeof(Tables) > header.bytes) throw_damaged(file_.path(), "its tables lie outside");
  const auto tables = load<Tables>(start + header.tables_at);
  const bool sound = tables.places_at == header.tables_at + sizeof(Tables) &&
                     tables.orders_at == tables.places_at + words_ * sizeof(std::uint32_t) &&
                     tables.acronyms <= words_ &&
                     header.bytes == tables.orders_at + (2 * std::uint64_t{words_} + tables.acronyms) * id_bytes;
  if (!sound) throw_damaged(file_.path(), "its tables have a wrong size");
  acronyms_ = static_cast<std::uint32_t>(tables.acronyms);
  places_ = start + tables.places_at;
  by_folded_ = start + tables.orders_at;
  by_stem_ = by_folded_ + words_ * id_bytes;
  by_capitals_ = by_stem_ + words_ * id_bytes;
}

void LexiconReader::throw_no_word(WordId id) const {
  throw Error(ErrorCode::unreadable, file_.path() + " has no word " + std::to_string(id));
}

StoredWord LexiconReader::word(WordId id) const {
  const std::size_t at = place(id);
  const std::string_view bytes = file_.bytes();
  if (at > bytes.size()) throw_damaged(file_.path(), "a word lies outside");
  ByteReader reader(bytes.substr(at), file_.path());
  return read_word(reader);
}

/// Words whose key, from the first not below `wanted` on, is accepted.
template <typename Key, typename Accept>
std::vector<WordId> LexiconReader::range(const Order& order, std::string_view wanted, Key key, Accept accept) const {
  std::size_t low = 0;
  std::size_t high = order.size;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (key(word(id_at(order.table, middle))) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  std::vector<WordId> found;
  for (; low < order.size; ++low) {
    const WordId id = id_at(order.table, low);
    if (!accept(key(word(id)))) break;
    found.push_back(id);
  }
  return found;
}

std::uint32_t LexiconReader::place_of(std::string_view folded) const {
  std::uint32_t low = 0;
  std::uint32_t high = words_;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (word(id_at(by_folded_, middle)).folded < folded) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

WordId LexiconReader::at_place(std::uint32_t place) const {
  if (place >= words_) throw_no_word(place);
  return id_at(by_folded_, place);
}

std::vector<WordId> LexiconReader::with_folded(std::string_view folded) const {
  return range(
      {by_folded_, words_}, folded, [](const StoredWord& w) { return w.folded; },
      [&](std::string_view key) { return key == folded; });
}

std::vector<WordId> LexiconReader::with_prefix(std::string_view prefix) const {
  return range(
      {by_folded_, words_}, prefix, [](const StoredWord& w) { return w.folded; },
      [&](std::string_view key) { return key.starts_with(prefix); });
}

std::vector<WordId> LexiconReader::with_stem(std::string_view stem) const {
  return range(
      {by_stem_, words_}, stem, [](const StoredWord& w) { return w.stem; },
      [&](std::string_view key) { return key == stem; });
}

std::vector<WordId> LexiconReader::with_capitals(std::string_view capitals) const {
  return range(
      {by_capitals_, acronyms_}, capitals, [](const StoredWord& w) { return w.capitals; },
      [&](std::string_view key) { return key == capitals; });
}

}  // namespace minutebook::schema
