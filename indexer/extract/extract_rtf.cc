#include "indexer/extract/extract_rtf.h"

#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/flow.h"
#include "indexer/extract/letterhead.h"
#include "indexer/extract/rtf_reader.h"
#include "indexer/extract/unreadable.h"

namespace minutebook::indexer {

Extraction extract_rtf(std::string_view bytes) {
  Extraction result;
  try {
    RtfReader reader(bytes);
    reader.run();
    std::vector<std::string> lines = letterhead(reader.headers());
    for (std::string& line : reader.finish()) lines.push_back(std::move(line));
    if (!reader.complete()) result.text.warnings.push_back("it ends in the middle: the file may have been cut off");
    warn_of_left_out(reader.left_out(), result.text.warnings);
    set_only_page(std::move(lines), result);
  } catch (const UnreadableDocument& problem) {
    result = {};
    result.status = ExtractionStatus::failed;
    result.reason = problem.what();
  }
  return result;
}

}  // namespace minutebook::indexer
