// Parts of a ZIP archive by their names, in memory, under limits that stop archives made to exhaust a reader.
// Knows nothing of what the parts hold, and never opens an archive inside an archive.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace minutebook::indexer {

inline constexpr std::uint64_t max_zip_entries = 10'000;
inline constexpr std::uint64_t max_zip_part_bytes = 64'000'000;
inline constexpr std::uint64_t max_zip_bytes = 200'000'000;   ///< of all parts read from one archive
inline constexpr std::uint64_t max_zip_ratio = 100;           ///< unpacked to packed …
inline constexpr std::uint64_t ratio_free_bytes = 1'000'000;  ///< … of parts larger than this

class ZipParts {
 public:
  /// `bytes` must outlive the object. Throws UnreadableDocument: no archive, damaged, too many entries, entries that
  /// share bytes.
  explicit ZipParts(std::string_view bytes);

  /// Names are compared without regard to case, as packages of Office documents are.
  bool has(const std::string& name) const;
  /// The part's bytes, unpacked. Throws UnreadableDocument: missing, encrypted, damaged, too large, a bomb.
  std::string read(const std::string& name);

 private:
  struct Close {
    void operator()(zip* archive) const;
  };

  void refuse_shared_bytes(std::uint64_t entries, std::size_t archive_bytes) const;

  std::unique_ptr<zip, Close> archive_;
  std::uint64_t unpacked_ = 0;
};

}  // namespace minutebook::indexer
