#include "indexer/extract/extract_odt.h"

#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/flow.h"
#include "indexer/extract/letterhead.h"
#include "indexer/extract/odt_body.h"
#include "indexer/extract/read_archive.h"
#include "indexer/extract/unreadable.h"
#include "indexer/extract/zip_parts.h"

namespace minutebook::indexer {
namespace {

/// An encrypted part is listed with how it was encrypted; its bytes are no XML.
class ManifestReader : public XmlEvents {
 public:
  void begin(std::string_view name, const XmlAttributes&) override {
    if (name == "encryption-data") encrypted = true;
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  bool encrypted = false;
};

void refuse_encrypted(ZipParts& parts) {
  const std::string manifest = "META-INF/manifest.xml";
  if (!parts.has(manifest)) return;
  ManifestReader reader;
  read_xml(parts.read(manifest), manifest, {}, reader);
  if (reader.encrypted) throw UnreadableDocument("is protected by a password");
}

void read_document(ZipParts& parts, Extraction& result) {
  refuse_encrypted(parts);
  const std::string content = parts.read("content.xml");
  OdtStyles styles;
  std::vector<std::string> lines;
  const std::string named = parts.has("styles.xml") ? parts.read("styles.xml") : std::string();
  if (!named.empty()) styles.read(named, "styles.xml");
  styles.read(content, "content.xml");
  for (const char* header : {"style:header-first", "style:header"}) {
    if (named.empty() || !lines.empty()) continue;
    OdtBody page_header(styles, header);
    read_xml(named, "styles.xml", odt_namespaces, page_header);
    lines = letterhead(page_header.finish());
  }
  OdtBody body(styles, "office:text");
  read_xml(content, "content.xml", odt_namespaces, body);
  for (std::string& line : body.finish()) lines.push_back(std::move(line));
  warn_of_left_out(body.left_out(), result.text.warnings);
  set_only_page(std::move(lines), result);
}

}  // namespace

Extraction extract_odt(std::string_view bytes) {
  return read_archive(bytes, read_document);
}

}  // namespace minutebook::indexer
