#include "indexer/extract/zip_parts.h"

#include <zip.h>

#include "indexer/extract/unreadable.h"

namespace minutebook::indexer {
namespace {

// Each entry has a header before its bytes and a row in the directory, and both repeat its name.
constexpr std::uint64_t least_entry_bytes = 30 + 46;

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

[[noreturn]] void damaged(const std::string& why) {
  throw UnreadableDocument("is damaged: " + why);
}

[[noreturn]] void too_large(const std::string& what) {
  throw UnreadableDocument("is refused: " + what);
}

std::string megabytes(std::uint64_t bytes) {
  return std::to_string(bytes / 1'000'000) + " MB";
}

zip* open_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip* const archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive != nullptr) {
    zip_error_fini(&error);
    return archive;
  }
  if (source != nullptr) zip_source_free(source);
  const std::string why = zip_error_strerror(&error);
  zip_error_fini(&error);
  damaged("its ZIP container cannot be opened (" + why + "); the file may have been cut off");
}

void check_part(const std::string& name, const zip_stat_t& part) {
  if (part.encryption_method != ZIP_EM_NONE) throw UnreadableDocument("is protected by a password");
  if (part.size > max_zip_part_bytes) {
    too_large("its part " + name + " would unpack to " + megabytes(part.size) + ", the limit is " +
              megabytes(max_zip_part_bytes));
  }
  if (part.size > ratio_free_bytes && part.size / max_zip_ratio > part.comp_size) {
    too_large("its part " + name + " unpacks to more than " + std::to_string(max_zip_ratio) + " times its size");
  }
}

}  // namespace

void ZipParts::Close::operator()(zip* archive) const {
  zip_discard(archive);
}

ZipParts::ZipParts(std::string_view bytes) : archive_(open_archive(bytes)) {
  const zip_int64_t entries = zip_get_num_entries(archive_.get(), 0);
  if (entries <= 0) damaged("its ZIP container holds nothing");
  if (static_cast<std::uint64_t>(entries) > max_zip_entries) {
    too_large("its ZIP container has " + std::to_string(entries) + " entries, the limit is " +
              std::to_string(max_zip_entries));
  }
  refuse_shared_bytes(static_cast<std::uint64_t>(entries), bytes.size());
}

/// Entries that point to the same bytes claim more of them, all together, than the file has.
void ZipParts::refuse_shared_bytes(std::uint64_t entries, std::size_t archive_bytes) const {
  std::uint64_t claimed = 0;
  for (std::uint64_t i = 0; i < entries; ++i) {
    zip_stat_t part;
    if (zip_stat_index(archive_.get(), i, 0, &part) != 0) damaged("its ZIP directory cannot be read");
    if (part.comp_size > archive_bytes) damaged("its ZIP directory names more bytes than the file has");
    claimed += part.comp_size + least_entry_bytes;
  }
  if (claimed > archive_bytes) too_large("entries of its ZIP container share their bytes");
}

bool ZipParts::has(const std::string& name) const {
  return zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::string ZipParts::read(const std::string& name) {
  const zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
  zip_stat_t part;
  if (index < 0 || zip_stat_index(archive_.get(), static_cast<std::uint64_t>(index), 0, &part) != 0) {
    damaged("its part " + name + " is missing");
  }
  check_part(name, part);
  unpacked_ += part.size;
  if (unpacked_ > max_zip_bytes) too_large("it would unpack to more than " + megabytes(max_zip_bytes));
  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen_index(archive_.get(), static_cast<std::uint64_t>(index), 0));
  if (file == nullptr) {
    damaged("its part " + name + " cannot be unpacked (" + zip_error_strerror(zip_get_error(archive_.get())) + ")");
  }
  // One byte more than stated: what unpacks to more than that is a lie.
  std::string bytes(part.size + 1, '\0');
  std::uint64_t filled = 0;
  while (filled < bytes.size()) {
    const zip_int64_t got = zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0) damaged("its part " + name + " cannot be unpacked");
    if (got == 0) break;
    filled += static_cast<std::uint64_t>(got);
  }
  if (filled != part.size) damaged("its part " + name + " has another length than its directory states");
  bytes.resize(part.size);
  return bytes;
}

}  // namespace minutebook::indexer
