#include "query/export_digest.h"

namespace minutebook::query {

void ExportDigest::add(std::string_view mention_id, bool whole) {
  const schema::Sha256 one = schema::sha256(std::string(mention_id) + (whole ? " whole" : " part"));
  unsigned carry = 0;
  for (std::size_t i = sum_.size(); i-- > 0;) {
    carry += unsigned{sum_[i]} + one[i];
    sum_[i] = static_cast<std::uint8_t>(carry);
    carry >>= 8;
  }
  ++mentions_;
}

}  // namespace minutebook::query
