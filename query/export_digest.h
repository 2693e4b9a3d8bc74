// The digest of an export: what two exports of the same mentions have in common, whatever their format and order.
// Knows nothing of searching or of files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/digest.h"

namespace minutebook::query {

/// The sum of the SHA-256 of every mention's id and match, as numbers of 256 bits. A mention's id holds a hash of its
/// words, so the digest changes with every mention that comes, goes or says something else.
class ExportDigest {
 public:
  void add(std::string_view mention_id, bool whole);
  std::uint64_t mentions() const { return mentions_; }
  /// 64 hexadecimal digits.
  std::string text() const { return schema::hex(sum_); }

 private:
  schema::Sha256 sum_{};
  std::uint64_t mentions_ = 0;
};

}  // namespace minutebook::query
