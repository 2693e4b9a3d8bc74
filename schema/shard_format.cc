#include "schema/shard_format.h"

#include "schema/error.h"
#include "schema/version.h"

namespace minutebook::schema {

void throw_damaged(const std::string& path, std::string_view what) {
  throw Error(ErrorCode::unreadable, path + " is damaged: " + std::string(what),
              "copy the index back from a backup, or index the sources again into a new folder");
}

std::string header_bytes(const ShardFile& file, std::uint32_t entries, std::uint64_t bytes, std::uint64_t tables_at) {
  FileHeader header;
  file.magic.copy(header.magic, sizeof header.magic);
  header.version = static_cast<std::uint32_t>(index_version);
  header.entries = entries;
  header.bytes = bytes;
  header.tables_at = tables_at;
  return std::string(reinterpret_cast<const char*>(&header), sizeof header);
}

MappedFile open_shard_file(const std::string& folder, const ShardFile& file, FileHeader& header) {
  MappedFile mapped(folder + "/" + std::string(file.name));
  const std::string_view bytes = mapped.bytes();
  if (bytes.size() < sizeof header) throw_damaged(mapped.path(), "it is too short");
  header = load<FileHeader>(bytes.data());
  if (std::string_view(header.magic, sizeof header.magic) != file.magic) {
    throw_damaged(mapped.path(), "it does not begin like a file of an index");
  }
  if (header.version != static_cast<std::uint32_t>(index_version)) {
    throw Error(ErrorCode::unreadable,
                mapped.path() + " is of index version " + std::to_string(header.version) +
                    "; this program reads version " + std::to_string(index_version),
                "index the sources again into a new folder with this program");
  }
  if (header.bytes != bytes.size()) {
    throw_damaged(mapped.path(),
                  "it has " + std::to_string(bytes.size()) + " bytes instead of " + std::to_string(header.bytes));
  }
  if (header.tables_at < sizeof header || header.tables_at > bytes.size())
    throw_damaged(mapped.path(), "its tables lie outside");
  return mapped;
}

}  // namespace minutebook::schema
