#include "indexer/source_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "indexer/extract/extraction.h"
#include "schema/error.h"

namespace minutebook::indexer {
namespace {

std::int64_t modification_time(const struct stat& status) {
  return static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
}

std::string kind_of_file(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a named pipe";
  if (S_ISSOCK(mode)) return "a socket";
  if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
  return "something else";
}

std::string reason_for_not_opening(int code) {
  if (code == ELOOP) return "is a symbolic link that leads back to itself";
  // A socket cannot be opened at all.
  if (code == ENXIO) return "is not a regular file";
  return "cannot be opened: " + std::generic_category().message(code);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

SourceFile::SourceFile(const std::string& path)
    // Without waiting: a pipe nobody writes to would hold the run up for ever.
    : descriptor_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)) {
  struct stat status {};
  if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) {
    problem_ = reason_for_not_opening(errno);
    return;
  }
  bytes_ = static_cast<std::uint64_t>(status.st_size);
  modified_ = modification_time(status);
  if (!S_ISREG(status.st_mode)) {
    problem_ = "is not a regular file but " + kind_of_file(status.st_mode);
    bytes_ = 0;
  } else if (bytes_ > max_file_bytes) {
    problem_ = "is larger than " + std::to_string(max_file_bytes / 1'000'000) + " MB";
  }
}

SourceFile::~SourceFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool SourceFile::changed_since(std::uint64_t bytes, std::int64_t modified) const {
  struct stat status {};
  return ::fstat(descriptor_, &status) != 0 || static_cast<std::uint64_t>(status.st_size) != bytes ||
         modification_time(status) != modified;
}

std::string absolute_path(const std::string& path) {
  if (path.empty())
    throw schema::Error(schema::ErrorCode::usage, "the name of a file or folder is empty", "give its path");
  std::string absolute = std::filesystem::absolute(path).lexically_normal().string();
  while (absolute.size() > 1 && absolute.back() == '/') absolute.pop_back();
  return absolute;
}

std::string extension_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string extension(name.substr(dot + 1));
  if (extension.find(' ') != std::string::npos || std::all_of(extension.begin(), extension.end(), is_digit)) return {};
  for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return extension;
}

}  // namespace minutebook::indexer
