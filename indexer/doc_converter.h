// Documents of the old Word format (DOC) as text, by the converter program catdoc where it is installed, in a confined
// process (indexer/extract/convert_doc.h). Knows nothing of the format or of what the text means.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minutebook::indexer {

/// Format::name of such documents (indexer/extract/detect.h).
inline constexpr std::string_view doc_format = "doc";

/// A file that exists in memory only. Closes itself.
class MemoryFile {
 public:
  MemoryFile() = default;
  /// Throws Error (unreadable) if there is no memory for it.
  explicit MemoryFile(std::string_view text);
  MemoryFile(MemoryFile&& other) noexcept;
  MemoryFile& operator=(MemoryFile&& other) noexcept;
  ~MemoryFile();

  int descriptor() const { return descriptor_; }
  std::uint64_t bytes() const { return bytes_; }

 private:
  int descriptor_ = -1;
  std::uint64_t bytes_ = 0;
};

struct ConvertedDoc {
  MemoryFile text;      ///< a paragraph a line
  std::string warning;  ///< what is doubtful about it
  std::string trouble;  ///< why there is no text
};

class DocConverter {
 public:
  /// `worker_program`: find_worker_program(). `converter`: path of the program, empty: none is installed.
  DocConverter(std::string worker_program, std::string converter, double seconds = 30);

  bool installed() const { return !converter_.empty(); }
  /// Converts the regular file open at `document` (stays open). Throws Error (unreadable) if no process can be started.
  ConvertedDoc convert(int document) const;

 private:
  std::string worker_program_;
  std::string converter_;
  double seconds_;
};

/// Where the converter is installed; empty: nowhere.
std::string find_doc_converter();

}  // namespace minutebook::indexer
