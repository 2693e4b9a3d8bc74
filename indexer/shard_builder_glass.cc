#include "indexer/shard_builder_glass.h"

#include <algorithm>
#include <bit>
#include <random>

#include "schema/shard_format.h"

namespace minutebook::indexer {
namespace {

using schema::append_varint;

// The layout of a block: revision (4 bytes), level (1), largest free run (2), all free bytes (2), end of the directory
// (2), then the directory, two bytes an item; the items stand at the end, the first one last. Numbers have their
// highest byte first.
constexpr std::size_t block_bytes = 8192;
constexpr std::size_t directory_start = 11;
constexpr std::size_t directory_entry = 2;
constexpr std::size_t key_length_bytes = 1;
constexpr std::size_t leaf_size_bytes = 2;
constexpr std::size_t child_bytes = 4;
constexpr std::size_t part_bytes = 2;
// A block is to hold four items at least.
constexpr std::size_t largest_item = (block_bytes - directory_start) / 4 - directory_entry;
constexpr std::uint32_t revision = 1;
// Of a leaf item's size field: this item is the first and the last part of its tag. A size is stored less 3.
constexpr unsigned whole_tag = 0x6000;
constexpr std::size_t size_bias = 3;

void put_number(std::string& bytes, std::size_t at, std::uint64_t number, std::size_t width) {
  for (std::size_t i = width; i > 0; --i, number >>= 8) bytes[at + i - 1] = static_cast<char>(number & 0xff);
}

void append_big_endian(std::string& bytes, std::uint64_t number, std::size_t width) {
  bytes.resize(bytes.size() + width);
  put_number(bytes, bytes.size() - width, number, width);
}

std::string leaf_item(std::string_view key, std::string_view tag) {
  std::string item;
  append_big_endian(item, (leaf_size_bytes + key_length_bytes + key.size() + tag.size() - size_bias) | whole_tag,
                    leaf_size_bytes);
  item.push_back(static_cast<char>(key.size()));
  return item.append(key).append(tag);
}

/// `part`: 1 if the separator is the key of an entry (its first part), else 0, which sorts before it.
std::string branch_item(std::string_view separator, int part, std::uint32_t child) {
  std::string item;
  append_big_endian(item, child, child_bytes);
  item.push_back(static_cast<char>(separator.size()));
  item.append(separator);
  append_big_endian(item, static_cast<std::uint64_t>(part), part_bytes);
  return item;
}

}  // namespace

GlassTable::GlassTable(const std::string& path) : file_(path), separators_(1) {
  levels_.push_back(new_block(0));
  put(levels_[0], leaf_item("", ""));  // every table begins with an empty entry
}

GlassTable::Block GlassTable::new_block(std::size_t level) {
  Block block{std::string(block_bytes, '\0'), directory_start, block_bytes};
  put_number(block.bytes, 0, revision, 4);
  block.bytes[4] = static_cast<char>(level);
  return block;
}

void GlassTable::put(Block& block, std::string_view item) {
  block.items_begin -= item.size();
  item.copy(block.bytes.data() + block.items_begin, item.size());
  put_number(block.bytes, block.directory_end, block.items_begin, directory_entry);
  block.directory_end += directory_entry;
}

std::uint32_t GlassTable::write(Block& block) {
  const std::size_t unused = block.items_begin - block.directory_end;
  put_number(block.bytes, 5, unused, 2);
  put_number(block.bytes, 7, unused, 2);
  put_number(block.bytes, 9, block.directory_end, 2);
  if (blocks_ == 0) first_block_ = block.bytes;
  file_.write(block.bytes);
  return blocks_++;
}

std::size_t GlassTable::most_tag_bytes(std::size_t key_bytes) {
  return largest_item - leaf_size_bytes - key_length_bytes - key_bytes;
}

std::size_t GlassTable::room(std::size_t key_bytes) const {
  const Block& leaf = levels_[0];
  const std::size_t unused = leaf.items_begin - leaf.directory_end;
  const std::size_t overhead = directory_entry + leaf_size_bytes + key_length_bytes + key_bytes;
  return unused < overhead ? 0 : std::min(unused - overhead, most_tag_bytes(key_bytes));
}

void GlassTable::add(std::string_view key, std::string_view tag) {
  if (tag.size() > room(key.size())) end_leaf(key);
  put(levels_[0], leaf_item(key, tag));
  last_key_ = key;
  ++entries_;
}

/// The block on the right is told from the one on the left by as much of its first key as differs.
void GlassTable::end_leaf(std::string_view next_key) {
  const auto differs = std::mismatch(last_key_.begin(), last_key_.end(), next_key.begin(), next_key.end()).second;
  const std::string_view separator = next_key.substr(0, static_cast<std::size_t>(differs - next_key.begin()) + 1);
  const std::uint32_t left = write(levels_[0]);
  levels_[0] = new_block(0);
  add_branch(1, {std::string(separator), separator.size() == next_key.size()}, left);
}

/// Enters a child that is complete under the separator that waited for it; `separator` is to wait for the child after
/// it. The first child of a block stands under an empty one: what divides it from the child before stands a level
/// above.
void GlassTable::add_branch(std::size_t level, const Separator& separator, std::uint32_t child) {
  if (levels_.size() == level) {
    levels_.push_back(new_block(level));
    separators_.push_back({});
  }
  Block& block = levels_[level];
  put(block, branch_item(separators_[level].key, separators_[level].whole ? 1 : 0, child));
  const std::size_t next_item = directory_entry + child_bytes + key_length_bytes + separator.key.size() + part_bytes;
  if (block.items_begin - block.directory_end >= next_item) {
    separators_[level] = separator;
    return;
  }
  const std::uint32_t full = write(block);
  levels_[level] = new_block(level);
  separators_[level] = {};
  add_branch(level + 1, separator, full);
}

void GlassTable::finish() {
  root_ = write(levels_[0]);
  for (std::size_t level = 1; level < levels_.size(); ++level) {
    put(levels_[level], branch_item(separators_[level].key, separators_[level].whole ? 1 : 0, root_));
    root_ = write(levels_[level]);
  }
  file_.finish(first_block_);
}

std::string GlassTable::root_info() const {
  std::string bytes;
  append_varint(bytes, root_);
  append_varint(bytes, (levels_.size() - 1) << 2 | 2);  // written in one sequence
  append_varint(bytes, entries_);
  append_varint(bytes, block_bytes >> 11);
  append_varint(bytes, 0);  // tags are never compressed
  std::string free_blocks;  // none: revision, first unused block, and two empty positions
  for (const std::uint32_t number : {revision, blocks_, 0U, 0U, 0U, 0U}) append_varint(free_blocks, number);
  schema::append_string(bytes, free_blocks);
  return bytes;
}

void write_glass_version(const std::string& folder, const GlassTable& postings, const GlassStatistics& statistics) {
  constexpr unsigned format = (2016U - 2014U) << 9 | 3U << 5 | 14U;
  std::string bytes = "\x0f\x0dXapian Glass";
  append_big_endian(bytes, format, 2);
  std::random_device random;
  for (int i = 0; i < 4; ++i) append_big_endian(bytes, random(), 4);  // identity of the database
  append_varint(bytes, revision);
  bytes += postings.root_info();
  // Tables that are not there: stored data, term lists, positions, spelling, synonyms. Only positions are never
  // compressed.
  for (const int compressed_from : {18, 18, 0, 18, 18}) {
    append_varint(bytes, 0);
    append_varint(bytes, 3);
    append_varint(bytes, 0);
    append_varint(bytes, block_bytes >> 11);
    append_varint(bytes, static_cast<std::uint64_t>(compressed_from));
    append_varint(bytes, 0);
  }
  const std::uint64_t longest = std::max(statistics.longest, statistics.largest_wdf);
  for (const std::uint64_t number :
       {std::uint64_t{statistics.documents}, std::uint64_t{0}, std::uint64_t{statistics.shortest},
        std::uint64_t{statistics.largest_wdf}, longest - statistics.largest_wdf, std::uint64_t{0},
        statistics.total_length, std::uint64_t{0}}) {
    append_varint(bytes, number);
  }
  schema::replace_file(folder + "/iamglass", bytes);
}

void append_sortable(std::string& bytes, std::uint32_t number) {
  if (number < 0x8000) return append_big_endian(bytes, number, 2);
  // From three bytes on, the first byte begins with as many ones as there are bytes beyond two; seven bits of number
  // for each byte, and one more.
  const auto bits = static_cast<std::size_t>(std::bit_width(number));
  const std::size_t width = (bits + 5) / 7;
  append_big_endian(bytes, number, width);
  char& first = bytes[bytes.size() - width];
  first = static_cast<char>(static_cast<unsigned char>(first) | (0xffU << (10 - width)));
}

}  // namespace minutebook::indexer
