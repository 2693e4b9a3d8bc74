// Files as the index needs them: read through memory maps, written durably, swapped atomically; every failure names the
// file. Knows nothing of formats: bytes in, bytes out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minutebook::schema {

/// A file mapped for reading. The bytes stay valid (also after the file is deleted) until the object goes.
class MappedFile {
 public:
  MappedFile() = default;
  /// Throws Error (unreadable) naming the file.
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return {data_, size_}; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

/// A new file written from front to back through a buffer. Throws Error (unreadable) naming the file when the disk
/// refuses.
class OutputFile {
 public:
  /// The file must not exist.
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view bytes);
  /// Bytes written so far.
  std::uint64_t position() const { return flushed_ + buffer_.size(); }
  /// Writes over the first bytes, everything else out to the disk (fsync), closes.
  void finish(std::string_view first_bytes);

 private:
  void flush();
  std::string path_;
  int descriptor_ = -1;
  std::uint64_t flushed_ = 0;
  std::string buffer_;
};

/// The whole file. Throws Error (unreadable) naming it.
std::string read_file(const std::string& path);
/// After return the file holds exactly `bytes`, also if the machine stops; before, readers see the old content or none.
void replace_file(const std::string& path, std::string_view bytes);
/// Waits until a file or a folder's list of names is on the disk.
void sync_path(const std::string& path);
/// The same for everything below a folder, and the folder.
void sync_tree(const std::string& folder);
/// Makes a folder with those above it. Throws Error (unreadable).
void make_folder(const std::string& path);
/// Deletes a file or a folder with all below it; nothing there is no error. Throws Error (unreadable).
void remove_tree(const std::string& path);
/// Throws Error (unreadable): "cannot <action> <path>: <text of errno>".
[[noreturn]] void throw_file_error(std::string_view action, const std::string& path);

}  // namespace minutebook::schema
