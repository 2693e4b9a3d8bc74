// Opening a source: regular files only, never waiting, never following into devices; its size, its hash, its name's
// extension. Knows nothing of folders (source_scan.h) or of contents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minutebook::indexer {

/// An open source, or why it cannot be opened. Closes itself.
class SourceFile {
 public:
  /// Symbolic links are followed to regular files; anything else, and files over 200 MB, become a `problem()`.
  explicit SourceFile(const std::string& path);
  ~SourceFile();
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;

  int descriptor() const { return descriptor_; }
  std::uint64_t bytes() const { return bytes_; }
  /// Empty: the file is open.
  const std::string& problem() const { return problem_; }
  /// Time of the last change, in nanoseconds.
  std::int64_t modified() const { return modified_; }
  /// True if the file is no longer as it was when it had this size and this time of change.
  bool changed_since(std::uint64_t bytes, std::int64_t modified) const;

 private:
  int descriptor_ = -1;
  std::uint64_t bytes_ = 0;
  std::int64_t modified_ = 0;
  std::string problem_;
};

/// Absolute, without "." and "..", symbolic links left as they are: the key of a source. Throws Error (usage) for an
/// empty one.
std::string absolute_path(const std::string& path);
/// "PDF" of "a/b.PDF" in lower case; empty if there is none. Figures are no extension ("Minutes 03.09.2019").
std::string extension_of(std::string_view path);

}  // namespace minutebook::indexer
