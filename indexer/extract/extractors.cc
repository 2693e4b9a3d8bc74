#include "indexer/extract/extractors.h"

#include <algorithm>
#include <array>

#include "indexer/extract/extract_docx.h"
#include "indexer/extract/extract_html.h"
#include "indexer/extract/extract_markdown.h"
#include "indexer/extract/extract_odt.h"
#include "indexer/extract/extract_pdf.h"
#include "indexer/extract/extract_picture_file.h"
#include "indexer/extract/extract_rtf.h"
#include "indexer/extract/extract_text.h"
#include "indexer/extract/extract_xml.h"
#include "indexer/extract/xml_reader.h"

namespace minutebook::indexer {
namespace {

constexpr std::array extractors = {
    Extractor{"text", extract_text},
    Extractor{"markdown", extract_markdown},
    Extractor{"pdf", extract_pdf},
    Extractor{"html", extract_html},
    Extractor{"xml", extract_xml},
    Extractor{"docx", extract_docx},
    Extractor{"odt", extract_odt},
    Extractor{"rtf", extract_rtf},
    Extractor{"picture", extract_picture_file},
};

}  // namespace

const Extractor* extractor_for(std::string_view format) {
  const auto* const found =
      std::find_if(extractors.begin(), extractors.end(), [&](const Extractor& one) { return one.format == format; });
  return found == extractors.end() ? nullptr : found;
}

void warm_up_extractors() {
  extract_xml("<?xml version='1.0'?><meeting><meetingdate>05/05/2021</meetingdate></meeting>");
  warm_up_xml();
}

}  // namespace minutebook::indexer
