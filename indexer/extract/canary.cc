#include "indexer/extract/canary.h"

#include <array>
#include <string_view>
#include <utility>

#include "indexer/extract/extractors.h"

namespace minutebook::indexer {
namespace {

/// A page with "Minutes caf\u00E9": the last letter shows that encodings can be converted.
std::string small_pdf() {
  static constexpr std::string_view content = "BT /F 12 Tf 20 50 Td (Minutes caf\xE9) Tj ET";
  const std::array<std::string, 5> objects = {
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
      "<</Length " + std::to_string(content.size()) + ">>stream\n" + std::string(content) + "\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"};
  std::string bytes = "%PDF-1.4\n";
  std::string table = "xref\n0 6\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string place = std::to_string(bytes.size());
    table += std::string(10 - place.size(), '0') + place + " 00000 n \n";
    bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  return bytes + table + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + std::to_string(bytes.size()) + "\n%%EOF\n";
}

struct Canary {
  std::string_view format;
  std::string bytes;
  std::string_view line;
};

std::array<Canary, 4> canaries() {
  return {Canary{"text", {"\xFF\xFE\x41\x00", 4}, "A"}, Canary{"text", "caf\xE9", "caf\u00E9"},
          Canary{"pdf", small_pdf(), "Minutes caf\u00E9"},
          Canary{"html", "<meta charset=iso-8859-14><p>caf\xE9 &eacute; &#233;", "caf\u00E9 \u00E9 \u00E9"}};
}

std::string first_line(const Extraction& extraction) {
  if (extraction.text.pages.empty() || extraction.text.pages[0].lines.empty()) return {};
  return extraction.text.pages[0].lines[0];
}

}  // namespace

void warm_up() {
  warm_up_extractors();
  for (const Canary& canary : canaries()) extractor_for(canary.format)->read(canary.bytes);
}

std::string canary_trouble() {
  for (const Canary& canary : canaries()) {
    const std::string line = first_line(extractor_for(canary.format)->read(canary.bytes));
    if (line == canary.line) continue;
    return "a " + std::string(canary.format) + " document with the line \"" + std::string(canary.line) +
           "\" was read as \"" + line + "\"";
  }
  return {};
}

}  // namespace minutebook::indexer
