// How the files of a shard are laid out: names, headers, numbers and strings as bytes. Explained for people in
// docs/index-format.md. Knows nothing of what the records mean. All numbers are little-endian.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "schema/file.h"

namespace minutebook::schema {

static_assert(std::endian::native == std::endian::little,
              "files of a shard are read in place, as little-endian numbers");

/// A file of a shard: its name and the eight bytes it begins with.
struct ShardFile {
  std::string_view name;
  std::string_view magic;
};

inline constexpr ShardFile text_file{"text.blocks", "MBtext.."};       ///< one record per item, in order of docids
inline constexpr ShardFile paper_file{"papers.blocks", "MBpapers"};    ///< one record per paper
inline constexpr ShardFile source_file{"sources.blocks", "MBsource"};  ///< one record per row of the ledger
inline constexpr ShardFile table_file{"papers.bin", "MBtable."};       ///< rows, values, ids
inline constexpr ShardFile forward_file{"forward.bin", "MBforwd."};    ///< words and spans of passages
inline constexpr ShardFile lexicon_file{"lexicon.bin", "MBlexic."};    ///< the words
inline constexpr ShardFile sketch_file{"sketches.bin", "MBsketch"};    ///< what tells copies of one work
inline constexpr std::string_view shard_summary_name = "shard.json";   ///< sizes of all files; written last
inline constexpr std::string_view xapian_folder_name = "xapian";

/// Every binary file begins with it.
struct FileHeader {
  char magic[8] = {};
  std::uint32_t version = 0;  ///< index_version
  std::uint32_t entries = 0;  ///< records, items or words
  std::uint64_t bytes = 0;    ///< of the whole file: a shorter file was cut
  std::uint64_t tables_at = 0;
};
static_assert(sizeof(FileHeader) == 32);

/// The header's bytes, with magic and version filled in.
std::string header_bytes(const ShardFile& file, std::uint32_t entries, std::uint64_t bytes, std::uint64_t tables_at);
/// Opens folder/file and checks magic, version and size. Throws Error naming the file.
MappedFile open_shard_file(const std::string& folder, const ShardFile& file, FileHeader& header);
/// Throws Error (unreadable): the file is damaged.
[[noreturn]] void throw_damaged(const std::string& path, std::string_view what);

template <typename Number>
Number load(const char* at) {
  Number number;
  std::memcpy(&number, at, sizeof number);
  return number;
}

template <typename Number>
void append_number(std::string& bytes, Number number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

/// Seven bits a byte, lowest first; the top bit says that more follow.
inline void append_varint(std::string& bytes, std::uint64_t number) {
  while (number >= 0x80) {
    bytes.push_back(static_cast<char>(number | 0x80));
    number >>= 7;
  }
  bytes.push_back(static_cast<char>(number));
}

/// Length, then the bytes.
inline void append_string(std::string& bytes, std::string_view text) {
  append_varint(bytes, text.size());
  bytes.append(text);
}

/// Reads what was appended, front to back. Throws Error naming the file when the bytes end too soon.
class ByteReader {
 public:
  ByteReader(std::string_view bytes, const std::string& path)
      : at_(bytes.data()), end_(at_ + bytes.size()), path_(path) {}

  std::uint8_t byte() {
    if (at_ == end_) throw_damaged(path_, "a record ends too soon");
    return static_cast<std::uint8_t>(*at_++);
  }
  std::uint64_t varint() {
    std::uint64_t number = byte();
    if (number < 0x80) return number;
    number &= 0x7f;
    for (int shift = 7; shift < 64; shift += 7) {
      const std::uint64_t next = byte();
      number |= (next & 0x7f) << shift;
      if (next < 0x80) return number;
    }
    throw_damaged(path_, "a number is too long");
  }
  std::uint32_t varint32() { return static_cast<std::uint32_t>(varint()); }
  /// A count of things that take at least one byte each: more than are left is damage, not a reason to allocate.
  std::size_t count() {
    const std::uint64_t number = varint();
    if (number > left()) throw_damaged(path_, "a count is too large");
    return static_cast<std::size_t>(number);
  }
  /// A byte that numbers one of `kinds` things.
  template <typename Kind>
  Kind kind(int kinds) {
    return checked_kind<Kind>(byte(), kinds);
  }
  template <typename Kind>
  Kind checked_kind(int number, int kinds) {
    if (number >= kinds) throw_damaged(path_, "a kind is unknown");
    return static_cast<Kind>(number);
  }
  std::string_view string() {
    const std::size_t size = count();
    const std::string_view text(at_, size);
    at_ += size;
    return text;
  }
  void skip(std::size_t bytes) {
    if (bytes > left()) throw_damaged(path_, "a record ends too soon");
    at_ += bytes;
  }
  [[noreturn]] void fail(std::string_view what) const { throw_damaged(path_, what); }
  std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

 private:
  const char* at_;
  const char* end_;
  const std::string& path_;
};

}  // namespace minutebook::schema
