#include "schema/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "schema/error.h"

namespace minutebook::schema {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffer_bytes = 1 << 18;

/// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor(const std::string& path, int flags) : value_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  bool ok() const { return value_ >= 0; }

 private:
  int value_;
};

std::size_t size_of(int descriptor, const std::string& path) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) throw_file_error("read", path);
  return static_cast<std::size_t>(status.st_size);
}

void write_all(int descriptor, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_file_error("write", path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

void throw_file_error(std::string_view action, const std::string& path) {
  const int code = errno;
  std::string hint;
  if (code == ENOSPC || code == EDQUOT) hint = "free some space on the disk and run it again";
  if (code == EACCES || code == EPERM || code == EROFS)
    hint = "check the permissions of the file and of the folders above it";
  throw Error(ErrorCode::unreadable,
              "cannot " + std::string(action) + " " + path + ": " + std::generic_category().message(code), hint);
}

MappedFile::MappedFile(const std::string& path) : path_(path) {
  const Descriptor file(path, O_RDONLY);
  if (!file.ok()) throw_file_error("open", path);
  size_ = size_of(file.get(), path);
  if (size_ == 0) return;
  void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file.get(), 0);
  if (mapped == MAP_FAILED) throw_file_error("map", path);
  data_ = static_cast<const char*>(mapped);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : path_(std::move(other.path_)), data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

OutputFile::OutputFile(std::string path)
    : path_(std::move(path)), descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644)) {
  if (descriptor_ < 0) throw_file_error("create", path_);
  buffer_.reserve(buffer_bytes);
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void OutputFile::write(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > buffer_bytes) flush();
  if (bytes.size() >= buffer_bytes) {
    write_all(descriptor_, bytes, path_);
    flushed_ += bytes.size();
  } else {
    buffer_.append(bytes);
  }
}

void OutputFile::flush() {
  write_all(descriptor_, buffer_, path_);
  flushed_ += buffer_.size();
  buffer_.clear();
}

void OutputFile::finish(std::string_view first_bytes) {
  flush();
  if (::lseek(descriptor_, 0, SEEK_SET) != 0) throw_file_error("write", path_);
  write_all(descriptor_, first_bytes, path_);
  if (::fsync(descriptor_) != 0) throw_file_error("write", path_);
  if (::close(std::exchange(descriptor_, -1)) != 0) throw_file_error("write", path_);
}

std::string read_file(const std::string& path) {
  const Descriptor file(path, O_RDONLY);
  if (!file.ok()) throw_file_error("open", path);
  std::string bytes(size_of(file.get(), path), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_file_error("read", path);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

void replace_file(const std::string& path, std::string_view bytes) {
  const std::string fresh = path + ".tmp";
  {
    const Descriptor file(fresh, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.ok()) throw_file_error("create", fresh);
    write_all(file.get(), bytes, fresh);
    if (::fsync(file.get()) != 0) throw_file_error("write", fresh);
  }
  if (::rename(fresh.c_str(), path.c_str()) != 0) throw_file_error("replace", path);
  sync_path(fs::path(path).parent_path().string());
}

void sync_path(const std::string& path) {
  const Descriptor file(path.empty() ? "." : path, O_RDONLY);
  if (!file.ok() || ::fsync(file.get()) != 0) throw_file_error("write", path);
}

void sync_tree(const std::string& folder) {
  try {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) sync_path(entry.path().string());
  } catch (const fs::filesystem_error& error) {
    throw Error(ErrorCode::unreadable, "cannot read folder " + folder + ": " + error.code().message());
  }
  sync_path(folder);
}

void make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) {
    errno = error.value();
    throw_file_error("create folder", path);
  }
}

void remove_tree(const std::string& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error) {
    errno = error.value();
    throw_file_error("delete", path);
  }
}

}  // namespace minutebook::schema
