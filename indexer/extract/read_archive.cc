#include "indexer/extract/read_archive.h"

#include "indexer/extract/unreadable.h"

namespace minutebook::indexer {

Extraction read_archive(std::string_view bytes, void (*read)(ZipParts& parts, Extraction& result)) {
  Extraction result;
  try {
    ZipParts parts(bytes);
    read(parts, result);
  } catch (const UnreadableDocument& problem) {
    result = {};
    result.status = ExtractionStatus::failed;
    result.reason = problem.what();
  }
  return result;
}

}  // namespace minutebook::indexer
