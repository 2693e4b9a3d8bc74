#include "indexer/extract/left_out.h"

namespace minutebook::indexer {
namespace {

void warn(int count, const char* one, const char* many, std::vector<std::string>& warnings) {
  if (count > 0) warnings.push_back(std::to_string(count) + ' ' + (count == 1 ? one : many) + " left out");
}

}  // namespace

void warn_of_left_out(const LeftOut& left_out, std::vector<std::string>& warnings) {
  warn(left_out.deleted, "deleted passage (tracked change) was", "deleted passages (tracked changes) were", warnings);
  warn(left_out.hidden, "hidden passage was", "hidden passages were", warnings);
  warn(left_out.struck, "struck-out passage was", "struck-out passages were", warnings);
  warn(left_out.comments, "comment was", "comments were", warnings);
  warn(left_out.embedded, "document in another format inside it was", "documents in other formats inside it were",
       warnings);
}

}  // namespace minutebook::indexer
