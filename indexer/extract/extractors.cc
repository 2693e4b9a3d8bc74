#include "indexer/extract/extractors.h"

#include <algorithm>
#include <array>

#include "indexer/extract/extract_html.h"
#include "indexer/extract/extract_text.h"
#include "indexer/extract/extract_xml.h"

namespace minutebook::indexer {
namespace {

constexpr std::array extractors = {Extractor{"text", extract_text}, Extractor{"markdown", extract_text},
                                   Extractor{"html", extract_html}, Extractor{"xml", extract_xml}};

}  // namespace

const Extractor* extractor_for(std::string_view format) {
  const auto found =
      std::find_if(extractors.begin(), extractors.end(), [&](const Extractor& one) { return one.format == format; });
  return found == extractors.end() ? nullptr : &*found;
}

void warm_up_extractors() {
  extract_text("\xFF\xFE\x41\x00");
  extract_text("caf\xE9");
  extract_html("<meta charset=iso-8859-14><h1>Agenda</h1><p>5 May 2021 caf\xE9 &eacute; &#233;");
  extract_xml("<?xml version='1.0'?><meeting><meetingdate>05/05/2021</meetingdate></meeting>");
}

}  // namespace minutebook::indexer
