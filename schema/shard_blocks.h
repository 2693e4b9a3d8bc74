// Records in compressed blocks, read by number: the text of items, papers and ledger rows of a shard.
// Knows nothing of what is in a record. A record never crosses two blocks.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "schema/shard_format.h"

namespace minutebook::schema {

class BlockWriter {
 public:
  /// Creates folder/file.
  BlockWriter(const std::string& folder, const ShardFile& file);
  ~BlockWriter();
  BlockWriter(const BlockWriter&) = delete;
  BlockWriter& operator=(const BlockWriter&) = delete;

  void add(std::string_view record);
  std::uint32_t records() const { return records_; }
  /// Writes the rest and the table of blocks, makes the file durable.
  void finish();

 private:
  struct Compressor;
  void write_block();

  ShardFile kind_;
  OutputFile file_;
  std::unique_ptr<Compressor> compressor_;
  std::string block_;
  std::string table_;
  std::uint32_t first_in_block_ = 0;
  std::uint32_t records_ = 0;
};

/// Several threads may read at once.
class BlockReader {
 public:
  /// Throws Error naming the file.
  BlockReader(const std::string& folder, const ShardFile& file);

  std::uint32_t records() const { return records_; }
  const std::string& path() const { return file_.path(); }
  /// The record, valid until this thread's next call of any BlockReader.
  std::string_view record(std::uint32_t number) const;

 private:
  const std::string& block(std::size_t number) const;

  MappedFile file_;
  std::uint64_t identity_;  // of this reader among all of the process: key of the blocks a thread keeps
  std::uint32_t records_ = 0;
  std::size_t blocks_ = 0;
  const char* table_ = nullptr;
};

}  // namespace minutebook::schema
