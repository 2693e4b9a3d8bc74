#include "schema/data.h"

#include <cstddef>

// Defined in schema/data.S.
extern "C" {
extern const char minutebook_councils_begin[];
extern const char minutebook_councils_end[];
extern const char minutebook_committee_kinds_begin[];
extern const char minutebook_committee_kinds_end[];
extern const char minutebook_topics_begin[];
extern const char minutebook_topics_end[];
}

namespace minutebook::schema {

namespace {
std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}
}  // namespace

std::string_view embedded_councils() {
  return between(minutebook_councils_begin, minutebook_councils_end);
}
std::string_view embedded_committee_kinds() {
  return between(minutebook_committee_kinds_begin, minutebook_committee_kinds_end);
}
std::string_view embedded_topics() {
  return between(minutebook_topics_begin, minutebook_topics_end);
}

}  // namespace minutebook::schema
