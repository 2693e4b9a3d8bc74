#include "indexer/extract/extractors.h"

#include <algorithm>
#include <array>

#include "indexer/extract/extract_pdf.h"
#include "indexer/extract/extract_text.h"

namespace minutebook::indexer {
namespace {

struct Row {
  std::string_view format;
  Extractor extractor;
};

constexpr std::array extractors = {
    Row{"text", extract_text},
    Row{"markdown", extract_text},
    Row{"pdf", extract_pdf},
};

}  // namespace

Extractor extractor_for(std::string_view format) {
  const auto* row =
      std::find_if(extractors.begin(), extractors.end(), [&](const Row& one) { return one.format == format; });
  return row == extractors.end() ? nullptr : row->extractor;
}

}  // namespace minutebook::indexer
