#include "indexer/extract/extractors.h"

#include <algorithm>
#include <array>

#include "indexer/extract/extract_docx.h"
#include "indexer/extract/extract_odt.h"
#include "indexer/extract/extract_rtf.h"
#include "indexer/extract/extract_text.h"
#include "indexer/extract/xml_reader.h"

namespace minutebook::indexer {
namespace {

constexpr std::array extractors = {
    Extractor{"text", &extract_text}, Extractor{"markdown", &extract_text}, Extractor{"docx", &extract_docx},
    Extractor{"odt", &extract_odt},   Extractor{"rtf", &extract_rtf},
};

}  // namespace

const Extractor* extractor_for(std::string_view format) {
  const auto* const found = std::find_if(extractors.begin(), extractors.end(),
                                         [&](const Extractor& extractor) { return extractor.format == format; });
  return found == extractors.end() ? nullptr : found;
}

void warm_up_extractors() {
  extract_text("\xFF\xFE\x41\x00");
  extract_text("caf\xE9");
  warm_up_xml();
}

}  // namespace minutebook::indexer
