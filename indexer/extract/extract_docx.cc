#include "indexer/extract/extract_docx.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <utility>

#include "indexer/extract/docx_body.h"
#include "indexer/extract/docx_names.h"
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

/// A word that stands in the names of authorities: "Council", "London Borough of …", "… Combined Authority", "Cyngor".
bool names_authority(std::string_view line) {
  static constexpr std::array<std::string_view, 5> words = {"council", "borough", "authority", "corporation", "cyngor"};
  std::string small(line);
  for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return small.find(word) != std::string::npos; });
}

/// The lines of the first page's header that name an authority.
std::vector<std::string> letterhead(ZipParts& parts, const std::string& part, DocxContext& context) {
  DocxBody header(context);
  read_xml(parts.read(part), part, docx_namespaces, header);
  std::vector<std::string> lines;
  for (std::string& line : header.finish()) {
    if (!names_authority(line)) continue;
    lines.push_back(std::move(line));
    lines.emplace_back();
  }
  return lines;
}

void warn(int count, const char* one, const char* many, std::vector<std::string>& warnings) {
  if (count > 0) warnings.push_back(std::to_string(count) + ' ' + (count == 1 ? one : many) + " left out");
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
  const auto header = relations.find(body.first_header());
  if (header != relations.end() && parts.has(header->second.target)) {
    lines = letterhead(parts, header->second.target, context);
  }
  for (std::string& line : body.finish()) lines.push_back(std::move(line));
  const LeftOut& left = context.left_out;
  std::vector<std::string>& warnings = result.text.warnings;
  warn(left.deleted, "deleted passage (tracked change) was", "deleted passages (tracked changes) were", warnings);
  warn(left.hidden, "hidden passage was", "hidden passages were", warnings);
  warn(left.struck, "struck-out passage was", "struck-out passages were", warnings);
  warn(left.comments, "comment was", "comments were", warnings);
  warn(left.embedded, "document in another format inside it was", "documents in other formats inside it were",
       warnings);
  set_only_page(std::move(lines), result);
}

}  // namespace

Extraction extract_docx(std::string_view bytes) {
  Extraction result;
  try {
    ZipParts parts(bytes);
    read_document(parts, result);
  } catch (const UnreadableDocument& problem) {
    result = {};
    result.status = ExtractionStatus::failed;
    result.reason = problem.what();
  }
  return result;
}

}  // namespace minutebook::indexer
