// Writing a Xapian database of posting lists in one go: the file formats of Xapian 1.4 ("glass", format of 14 March
// 2016), from sorted keys. Knows nothing of terms or documents. What it writes, any Xapian 1.4 reads, checks and
// compacts; the tests hold it to that.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/file.h"

namespace minutebook::indexer {

/// A table of keys and tags: a B-tree written from left to right, every block full.
class GlassTable {
 public:
  /// Creates the file.
  explicit GlassTable(const std::string& path);

  /// Bytes of tag that still fit beside `key_bytes` of key where the next entry goes; 0: the next entry begins a new
  /// block.
  std::size_t room(std::size_t key_bytes) const;
  /// The most bytes of tag that any entry with such a key may have.
  static std::size_t most_tag_bytes(std::size_t key_bytes);
  /// Keys in ascending order of bytes, at most 255 bytes.
  void add(std::string_view key, std::string_view tag);
  /// Writes the rest, makes the file durable.
  void finish();
  /// What the version file says of the table. After finish().
  std::string root_info() const;

 private:
  /// The block of a level that is being filled.
  struct Block {
    std::string bytes;
    std::size_t directory_end = 0;
    std::size_t items_begin = 0;
  };
  /// What stands before the next child of a level: as much of a key as divides it from the child before.
  struct Separator {
    std::string key;
    bool whole = false;  // the key of an entry, not a part of it
  };
  static Block new_block(std::size_t level);
  static void put(Block& block, std::string_view item);
  std::uint32_t write(Block& block);
  void end_leaf(std::string_view next_key);
  void add_branch(std::size_t level, const Separator& separator, std::uint32_t child);

  schema::OutputFile file_;
  std::vector<Block> levels_;          // leaves first
  std::vector<Separator> separators_;  // by level; that of leaves is not used
  std::string first_block_;            // written again by finish()
  std::string last_key_;
  std::uint64_t entries_ = 0;
  std::uint32_t blocks_ = 0;
  std::uint32_t root_ = 0;
};

/// What a database says of its documents.
struct GlassStatistics {
  std::uint32_t documents = 0;  ///< docids run from 1 to this
  std::uint32_t shortest = 0;   ///< least sum of wdf above 0
  std::uint32_t longest = 0;
  std::uint32_t largest_wdf = 0;
  std::uint64_t total_length = 0;  ///< sum of all wdf
};

/// The version file of a database whose only table is `postings`, durably.
void write_glass_version(const std::string& folder, const GlassTable& postings, const GlassStatistics& statistics);

/// A number as Xapian packs it into keys: sorts like the number.
void append_sortable(std::string& bytes, std::uint32_t number);

}  // namespace minutebook::indexer
