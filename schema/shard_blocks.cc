#include "schema/shard_blocks.h"

#include <zstd.h>

#include <array>
#include <atomic>
#include <cstdint>

#include "schema/error.h"

namespace minutebook::schema {
namespace {

// Larger blocks compress a little better and make a single record dearer to read.
constexpr std::size_t block_bytes = 4 * 1024;  // larger ones pack a little better; an answer unpacks one a row
constexpr int compression_level = 3;

/// A row of the table of blocks; a last row without a block ends it.
struct BlockRow {
  std::uint64_t at = 0;
  std::uint32_t first_record = 0;
  std::uint32_t raw_bytes = 0;
};
static_assert(sizeof(BlockRow) == 16);

/// The blocks a thread read last: a run over the items of papers reads each block once.
struct KeptBlocks {
  struct Entry {
    std::uint64_t reader = 0;
    std::size_t block = 0;
    std::string bytes;
  };
  std::array<Entry, 4> entries;
  std::size_t next = 0;
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context{ZSTD_createDCtx(), &ZSTD_freeDCtx};
};

KeptBlocks& kept_blocks() {
  thread_local KeptBlocks kept;
  return kept;
}

std::uint64_t next_identity() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

}  // namespace

struct BlockWriter::Compressor {
  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context{ZSTD_createCCtx(), &ZSTD_freeCCtx};
  std::string output;
};

BlockWriter::BlockWriter(const std::string& folder, const ShardFile& file)
    : kind_(file), file_(folder + "/" + std::string(file.name)), compressor_(std::make_unique<Compressor>()) {
  file_.write(std::string(sizeof(FileHeader), '\0'));
}

BlockWriter::~BlockWriter() = default;

void BlockWriter::add(std::string_view record) {
  append_string(block_, record);
  ++records_;
  if (block_.size() >= block_bytes) write_block();
}

void BlockWriter::write_block() {
  if (block_.empty()) return;
  if (block_.size() > UINT32_MAX) throw Error(ErrorCode::unreadable, "a record has more than 4 GB");
  append_number(table_, BlockRow{file_.position(), first_in_block_, static_cast<std::uint32_t>(block_.size())});
  std::string& output = compressor_->output;
  output.resize(ZSTD_compressBound(block_.size()));
  const std::size_t size = ZSTD_compressCCtx(compressor_->context.get(), output.data(), output.size(), block_.data(),
                                             block_.size(), compression_level);
  if (ZSTD_isError(size))
    throw Error(ErrorCode::unreadable, std::string("cannot compress: ") + ZSTD_getErrorName(size));
  file_.write({output.data(), size});
  first_in_block_ = records_;
  block_.clear();
}

void BlockWriter::finish() {
  write_block();
  const std::uint64_t tables_at = file_.position();
  append_number(table_, BlockRow{tables_at, records_, 0});
  file_.write(table_);
  file_.finish(header_bytes(kind_, records_, file_.position(), tables_at));
}

BlockReader::BlockReader(const std::string& folder, const ShardFile& file) : identity_(next_identity()) {
  FileHeader header;
  file_ = open_shard_file(folder, file, header);
  records_ = header.entries;
  const std::size_t table_bytes = static_cast<std::size_t>(header.bytes - header.tables_at);
  if (table_bytes < sizeof(BlockRow) || table_bytes % sizeof(BlockRow) != 0)
    throw_damaged(path(), "its table has a wrong size");
  blocks_ = table_bytes / sizeof(BlockRow) - 1;
  table_ = file_.bytes().data() + header.tables_at;
}

const std::string& BlockReader::block(std::size_t number) const {
  KeptBlocks& kept = kept_blocks();
  for (const KeptBlocks::Entry& entry : kept.entries) {
    if (entry.reader == identity_ && entry.block == number) return entry.bytes;
  }
  const auto row = load<BlockRow>(table_ + number * sizeof(BlockRow));
  const auto next = load<BlockRow>(table_ + (number + 1) * sizeof(BlockRow));
  if (row.at > next.at || next.at > file_.bytes().size()) throw_damaged(path(), "a block lies outside");
  const char* packed = file_.bytes().data() + row.at;
  const auto packed_bytes = static_cast<std::size_t>(next.at - row.at);
  if (ZSTD_getFrameContentSize(packed, packed_bytes) != row.raw_bytes)
    throw_damaged(path(), "a block has a wrong size");
  KeptBlocks::Entry& entry = kept.entries[kept.next];
  kept.next = (kept.next + 1) % kept.entries.size();
  entry.reader = 0;  // until the bytes are good
  entry.bytes.resize(row.raw_bytes);
  const std::size_t size =
      ZSTD_decompressDCtx(kept.context.get(), entry.bytes.data(), entry.bytes.size(), packed, packed_bytes);
  if (ZSTD_isError(size) || size != row.raw_bytes) throw_damaged(path(), "a block cannot be unpacked");
  entry.reader = identity_;
  entry.block = number;
  return entry.bytes;
}

std::string_view BlockReader::record(std::uint32_t number) const {
  if (number >= records_) throw Error(ErrorCode::unreadable, path() + " has no record " + std::to_string(number));
  std::size_t low = 0;
  std::size_t high = blocks_;  // the block looked for is in [low, high)
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    if (load<BlockRow>(table_ + middle * sizeof(BlockRow)).first_record <= number) {
      low = middle;
    } else {
      high = middle;
    }
  }
  const std::uint32_t first = load<BlockRow>(table_ + low * sizeof(BlockRow)).first_record;
  if (blocks_ == 0 || first > number) throw_damaged(path(), "its table has no block for a record");
  ByteReader reader(block(low), path());
  for (std::uint32_t i = first; i < number; ++i) reader.string();
  return reader.string();
}

}  // namespace minutebook::schema
