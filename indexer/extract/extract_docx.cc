#include "indexer/extract/extract_docx.h"

#include <cctype>
#include <map>
#include <utility>

#include "indexer/extract/docx_body.h"
#include "indexer/extract/docx_names.h"
#include "indexer/extract/letterhead.h"
#include "indexer/extract/read_archive.h"
#include "indexer/extract/unreadable.h"
#include "indexer/extract/zip_parts.h"

namespace minutebook::indexer {
namespace {

struct Relation {
  std::string type;  ///< last word of the type's address: "styles", "officeDocument"
  std::string target;
};

/// Relationships of a part: id -> part, with the folder that targets are relative to.
class RelationsReader : public XmlEvents {
 public:
  explicit RelationsReader(std::string folder) : folder_(std::move(folder)) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
    const std::string_view type = attributes.get("Type");
    relations[std::string(attributes.get("Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                    part_name(attributes.get("Target"))};
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, Relation> relations;

 private:
  std::string part_name(std::string_view target) const {
    if (target.starts_with("/")) return std::string(target.substr(1));
    std::string folder = folder_;
    while (target.starts_with("../")) {
      target.remove_prefix(3);
      const std::size_t end = folder.size() < 2 ? std::string::npos : folder.rfind('/', folder.size() - 2);
      folder.erase(end == std::string::npos ? 0 : end + 1);
    }
    return folder + std::string(target);
  }

  std::string folder_;
};

std::map<std::string, Relation> relations_of(ZipParts& parts, const std::string& part) {
  const std::size_t name = part.rfind('/') + 1;  // 0 if the part is in no folder
  const std::string relations = part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
  RelationsReader reader(part.substr(0, name));
  if (parts.has(relations)) read_xml(parts.read(relations), relations, {}, reader);
  return std::move(reader.relations);
}

/// The part that a relationship of such a type names; empty: none that exists.
std::string target_of(const ZipParts& parts, const std::map<std::string, Relation>& relations, std::string_view type) {
  for (const auto& [id, relation] : relations) {
    if (relation.type == type && parts.has(relation.target)) return relation.target;
  }
  return {};
}

DocxNotes read_notes(ZipParts& parts, const std::string& part, DocxContext& context) {
  if (part.empty()) return {};
  DocxBody notes(context);
  read_xml(parts.read(part), part, docx_namespaces, notes);
  return notes.take_notes();
}

/// Word draws "DRAFT" behind the text of minutes that are not yet approved.
bool says_draft(std::string watermark) {
  for (char& c : watermark) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return watermark.find("draft") != std::string::npos;
}

void read_document(ZipParts& parts, Extraction& result) {
  const std::string main = target_of(parts, relations_of(parts, ""), "officeDocument");
  if (main.empty()) throw UnreadableDocument("is damaged: its package names no document");
  const std::map<std::string, Relation> relations = relations_of(parts, main);
  DocxContext context;
  if (const std::string part = target_of(parts, relations, "styles"); !part.empty()) {
    context.styles = DocxStyles(parts.read(part));
  }
  if (const std::string part = target_of(parts, relations, "numbering"); !part.empty()) {
    context.numbering = DocxNumbering(parts.read(part), context.styles);
  }
  context.footnotes = read_notes(parts, target_of(parts, relations, "footnotes"), context);
  context.endnotes = read_notes(parts, target_of(parts, relations, "endnotes"), context);
  DocxBody body(context);
  read_xml(parts.read(main), main, docx_namespaces, body);
  std::vector<std::string> lines;
  for (const auto& [type, id] : body.headers()) {
    const auto header = relations.find(id);
    if (header == relations.end() || !parts.has(header->second.target)) continue;
    DocxBody page_header(context);
    read_xml(parts.read(header->second.target), header->second.target, docx_namespaces, page_header);
    if (id == body.first_header()) lines = letterhead(page_header.finish());
  }
  if (says_draft(context.watermark)) result.text.facts.status = "draft";
  for (std::string& line : body.finish()) lines.push_back(std::move(line));
  warn_of_left_out(context.left_out, result.text.warnings);
  set_only_page(std::move(lines), result);
}

}  // namespace

Extraction extract_docx(std::string_view bytes) {
  return read_archive(bytes, read_document);
}

}  // namespace minutebook::indexer
