#include "indexer/shard_builder_postings.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "schema/error.h"
#include "schema/file.h"
#include "schema/shard_format.h"

namespace minutebook::indexer {
namespace {

using schema::append_varint;

// Xapian reads a list chunk by chunk and looks a document up by chunk; larger ones save little.
constexpr std::size_t chunk_bytes = 2000;
// A block's end that is smaller than this is left empty rather than filled with a chunk of a few documents.
constexpr std::size_t smallest_chunk_bytes = 48;
// What a chunk says of itself before its documents: how many there are in all and so on, each number at most ten bytes.
constexpr std::size_t header_bytes = 48;
// Lists lie all over the memory: what an item adds to is asked for so many terms before it is needed.
constexpr std::size_t ahead_of_list = 16;
constexpr std::size_t ahead_of_bytes = 8;
// The list of documents with their lengths has no term; its keys begin so.
constexpr std::string_view lengths_key("\0\xe0", 2);

/// Zero bytes in terms are marked, so that they do not look like what ends a term.
std::string term_key(std::string_view term) {
  if (term.empty()) return std::string(lengths_key);
  std::string key;
  for (const char byte : term) {
    key.push_back(byte);
    if (byte == '\0') key.push_back('\xff');
  }
  return key;
}

/// Key of a chunk that is not the first of its list.
std::string chunk_key(std::string_view term, std::uint32_t first_docid) {
  std::string key = term_key(term);
  if (!term.empty()) key.push_back('\0');
  append_sortable(key, first_docid);
  return key;
}

constexpr std::size_t most_varint_bytes = 5;

/// As append_varint, into a buffer from `at` on. Returns the end.
std::size_t put_varint(std::span<char> buffer, std::size_t at, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) buffer[at++] = static_cast<char>(number | 0x80);
  buffer[at++] = static_cast<char>(number);
  return at;
}

/// Reads a list in memory back, document by document.
class ListReader {
 public:
  explicit ListReader(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) { next(); }
  bool at_end() const { return ended_; }
  std::uint32_t docid() const { return docid_; }
  std::uint32_t wdf() const { return wdf_; }
  void next() {
    ended_ = at_ == end_;
    if (ended_) return;
    docid_ += number();
    wdf_ = number();
  }

 private:
  std::uint32_t number() {
    std::uint32_t result = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      result |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return result;
    }
  }

  const char* at_;
  const char* end_;
  std::uint32_t docid_ = 0;
  std::uint32_t wdf_ = 0;
  bool ended_ = false;
};

/// A chunk's documents, as many as fit into `most` bytes (at least one); `first` and `last` are set.
std::string take_chunk(ListReader& list, std::size_t most, std::uint32_t& first, std::uint32_t& last) {
  std::string bytes;
  first = last = list.docid();
  append_varint(bytes, list.wdf());
  for (list.next(); !list.at_end() && bytes.size() + 10 <= most; list.next()) {
    append_varint(bytes, list.docid() - last - 1);
    append_varint(bytes, list.wdf());
    last = list.docid();
  }
  return bytes;
}

std::size_t chunk_room(const GlassTable& table, std::size_t key_bytes) {
  const std::size_t here = table.room(key_bytes);
  const std::size_t room = here < smallest_chunk_bytes + header_bytes ? GlassTable::most_tag_bytes(key_bytes) : here;
  return std::min(room - header_bytes, chunk_bytes);
}

void check_database(const std::string& folder, std::uint32_t documents) {
  try {
    const Xapian::Database database(folder);
    if (database.get_doccount() == documents && database.get_lastdocid() == documents) return;
    throw schema::Error(schema::ErrorCode::unreadable, folder + " holds " + std::to_string(database.get_doccount()) +
                                                           " documents instead of " + std::to_string(documents));
  } catch (const Xapian::Error& error) {
    throw schema::Error(schema::ErrorCode::unreadable,
                        "cannot open what was written to " + folder + ": " + error.get_description(),
                        "this program writes databases for Xapian 1.4; check which version is installed");
  }
}

}  // namespace

void PostingsWriter::append(List& list, std::uint32_t docid, std::uint32_t wdf) {
  std::array<char, 2 * most_varint_bytes> both;
  const std::size_t end = put_varint(both, put_varint(both, 0, docid - list.last), wdf);
  list.bytes.append(both.data(), end);
  list.last = docid;
  ++list.documents;
  list.total_wdf += wdf;
}

void PostingsWriter::make_lists(std::span<const DocumentTerm> terms) {
  std::size_t needed = 0;
  for (const DocumentTerm& term : terms) needed = std::max<std::size_t>(needed, term.number + 1);
  if (lists_.size() < needed) lists_.resize(std::max(needed, lists_.size() * 3 / 2));
}

void PostingsWriter::add(std::span<const DocumentTerm> terms) {
  make_lists(terms);
  const std::uint32_t docid = ++statistics_.documents;
  std::uint32_t length = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const DocumentTerm& term = terms[i];
    if (i + ahead_of_list < terms.size()) __builtin_prefetch(&lists_[terms[i + ahead_of_list].number]);
    if (i + ahead_of_bytes < terms.size()) {
      const std::string& bytes = lists_[terms[i + ahead_of_bytes].number].bytes;
      __builtin_prefetch(bytes.data() + bytes.size());
    }
    append(lists_[term.number], docid, term.impact);
    length += term.impact;
    statistics_.largest_wdf = std::max(statistics_.largest_wdf, term.impact);
  }
  append(lengths_, docid, length);
  statistics_.total_length += length;
  statistics_.longest = std::max(statistics_.longest, length);
  if (length > 0 && (statistics_.shortest == 0 || length < statistics_.shortest)) statistics_.shortest = length;
}

void PostingsWriter::write_list(GlassTable& table, std::string_view term, const List& list) {
  ListReader reader(list.bytes);
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string key = term_key(term);
  for (bool begins = true; !reader.at_end(); begins = false) {
    if (!begins) key = chunk_key(term, reader.docid());
    const std::string documents = take_chunk(reader, chunk_room(table, key.size()), first, last);
    std::string tag;
    if (begins) {
      // Of the list of lengths these two stay 0.
      append_varint(tag, term.empty() ? 0 : list.documents);
      append_varint(tag, term.empty() ? 0 : list.total_wdf);
      append_varint(tag, first - 1);
    }
    tag.push_back(reader.at_end() ? '1' : '0');
    append_varint(tag, last - first);
    table.add(key, tag += documents);
  }
}

void PostingsWriter::finish(const std::string& folder, const ItemTerms& terms) const {
  schema::make_folder(folder);
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t number = 0; number < lists_.size(); ++number) {
    if (lists_[number].documents > 0) numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end(),
            [&](std::uint32_t a, std::uint32_t b) { return terms.text(a) < terms.text(b); });
  GlassTable table(folder + "/postlist.glass");
  write_list(table, "", lengths_);
  for (const std::uint32_t number : numbers) write_list(table, terms.text(number), lists_[number]);
  table.finish();
  write_glass_version(folder, table, statistics_);
  check_database(folder, statistics_.documents);
}

}  // namespace minutebook::indexer
