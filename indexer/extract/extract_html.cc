#include "indexer/extract/extract_html.h"

#include <utility>

#include "indexer/extract/cmis_page.h"
#include "indexer/extract/html_page.h"
#include "indexer/extract/main_text.h"
#include "indexer/extract/markup_encoding.h"
#include "indexer/extract/modern_gov.h"

namespace minutebook::indexer {
namespace {

Extraction read_page(const HtmlPage& page) {
  if (is_modern_gov(page.tree)) return read_modern_gov(page);
  if (is_cmis(page.tree)) return read_cmis_page(page);
  return read_main_text(page);
}

}  // namespace

Extraction extract_html(std::string_view bytes) {
  DecodedText decoded = decode_markup(bytes);
  if (!decoded.refusal.empty()) {
    Extraction result;
    result.status = ExtractionStatus::failed;
    result.reason = "is not HTML: " + decoded.refusal;
    return result;
  }
  HtmlPage page = read_html_page(decoded.text);
  if (!decoded.warning.empty()) page.warnings.push_back(std::move(decoded.warning));
  return read_page(page);
}

}  // namespace minutebook::indexer
