// SKOS RDF/XML as plain data, by libxml2. Documents with a DOCTYPE are refused before anything in them is read.
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <memory>

#include "schema/error.h"
#include "schema/vocabulary_reader.h"

namespace minutebook::schema {

namespace {

constexpr std::size_t largest_vocabulary = 20U << 20U;
constexpr std::string_view rdf_namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view skos_namespace = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view own_namespace = "urn:minutebook:vocabulary#";

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};
struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeText {
  void operator()(xmlChar* text) const { xmlFree(text); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(space);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(space) + 1 - begin));
}

bool is(const xmlNode* node, std::string_view space, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && node->ns != nullptr && view(node->ns->href) == space &&
         view(node->name) == name;
}

std::string content(const xmlNode* node) {
  const std::unique_ptr<xmlChar, FreeText> text(xmlNodeGetContent(node));
  return trimmed(view(text.get()));
}

std::string attribute(const xmlNode* node, std::string_view space, const char* name) {
  const std::unique_ptr<xmlChar, FreeText> value(
      xmlGetNsProp(node, reinterpret_cast<const xmlChar*>(name), reinterpret_cast<const xmlChar*>(space.data())));
  return trimmed(view(value.get()));
}

/// Called by the parser at "<!DOCTYPE": entities and outside files come in through it, and a vocabulary needs neither.
void refuse_document_type(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
  auto* parser = static_cast<xmlParserCtxt*>(context);
  *static_cast<bool*>(parser->_private) = true;
  xmlStopParser(parser);
}

Document parse_document(std::string_view xml, const std::string& file) {
  if (xml.size() > largest_vocabulary) throw_vocabulary_error(file, {}, "it is larger than 20 MB");
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(xmlNewParserCtxt());
  if (parser == nullptr) throw_vocabulary_error(file, {}, "no memory for reading it");
  bool document_type = false;
  parser->_private = &document_type;
  parser->sax->internalSubset = refuse_document_type;
  Document document(xmlCtxtReadMemory(parser.get(), xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (document_type) throw_vocabulary_error(file, {}, "document types are not read; delete the DOCTYPE");
  if (document == nullptr) {
    const std::string reason = parser->lastError.message == nullptr ? "empty" : trimmed(parser->lastError.message);
    throw_vocabulary_error(file, {},
                           "not well-formed XML, line " + std::to_string(parser->lastError.line) + ": " + reason);
  }
  return document;
}

class ConceptReader {
 public:
  ConceptReader(const xmlNode* element, const std::string& file) : element_(element), file_(file) {}

  RawConcept read() {
    raw_.uri = attribute(element_, rdf_namespace, "about");
    for (const xmlNode* node = element_->children; node != nullptr; node = node->next) {
      if (is(node, skos_namespace, "notation")) raw_.fields.id = content(node);
    }
    if (raw_.fields.id.empty()) fail("it has no skos:notation");
    raw_.heading_counts = truth(element_, "headingCounts");
    for (const xmlNode* node = element_->children; node != nullptr; node = node->next) {
      if (node->type == XML_ELEMENT_NODE && !read_label(node)) read_other(node);
    }
    put_preferred_first();
    return std::move(raw_);
  }

 private:
  [[noreturn]] void fail(const std::string& reason) const {
    throw_vocabulary_error(file_, raw_.fields.id.empty() ? raw_.uri : raw_.fields.id, reason);
  }

  bool truth(const xmlNode* node, const char* name) const {
    const std::string value = attribute(node, own_namespace, name);
    if (!value.empty() && value != "true" && value != "false")
      fail(std::string("mb:") + name + " is \"" + value + "\", not true or false");
    return value == "true";
  }

  LowerCaseMeaning lower_case(const xmlNode* node) const {
    const std::string value = attribute(node, own_namespace, "lower");
    if (value.empty() || value == "acronym") return LowerCaseMeaning::acronym;
    if (value == "word") return LowerCaseMeaning::word;
    if (value == "both") return LowerCaseMeaning::both;
    fail("mb:lower is \"" + value + "\", not acronym, word or both");
  }

  std::string language(const xmlNode* node) const {
    return attribute(node, "http://www.w3.org/XML/1998/namespace", "lang");
  }

  /// Languages other than English and Welsh are passed over: papers are in these.
  bool english(const xmlNode* node) const {
    const std::string tag = language(node);
    return tag.empty() || tag == "en" || tag.starts_with("en-");
  }
  bool welsh(const xmlNode* node) const { return language(node) == "cy"; }

  bool read_label(const xmlNode* node) {
    if (is(node, skos_namespace, "prefLabel")) return add_label(node, LabelKind::preferred);
    if (is(node, skos_namespace, "altLabel")) return add_label(node, LabelKind::alternative);
    if (is(node, skos_namespace, "hiddenLabel")) return add_label(node, LabelKind::hidden);
    if (is(node, own_namespace, "acronym")) return add_label(node, LabelKind::acronym);
    if (is(node, own_namespace, "ambiguousAcronym")) return add_label(node, LabelKind::ambiguous);
    if (is(node, own_namespace, "ambiguousLabel")) return add_label(node, LabelKind::ambiguous);
    if (is(node, own_namespace, "weakLabel")) return add_label(node, LabelKind::weak);
    if (is(node, own_namespace, "hintLabel")) return add_label(node, LabelKind::hint);
    return false;
  }

  bool add_label(const xmlNode* node, LabelKind kind) {
    if (!english(node) && !welsh(node)) return true;
    Label label{content(node), kind, lower_case(node), welsh(node)};
    if (label.text.empty()) fail("it has an empty label");
    (is_hint(node, kind) ? raw_.fields.hints : raw_.fields.labels).push_back(std::move(label));
    return true;
  }

  /// Acronyms, ambiguous and weak labels may be hints as well: mb:hint says so.
  bool is_hint(const xmlNode* node, LabelKind kind) const {
    if (kind == LabelKind::hint) return true;
    const bool hint = truth(node, "hint");
    if (hint && !is_acronym(kind) && kind != LabelKind::weak)
      fail("mb:hint on \"" + content(node) + "\": a SKOS label names its concept; write mb:hintLabel");
    return hint;
  }

  void read_other(const xmlNode* node) {
    if (is(node, skos_namespace, "broader")) raw_.broader.push_back(resource(node));
    if (is(node, skos_namespace, "related")) raw_.related.push_back(resource(node));
    if (is(node, own_namespace, "of")) raw_.of.push_back(resource(node));
    if (is(node, own_namespace, "expression")) raw_.expressions.push_back(content(node));
    if (is(node, own_namespace, "context")) raw_.fields.context.push_back(content(node));
    if (is(node, skos_namespace, "scopeNote") && english(node)) raw_.fields.note = content(node);
  }

  std::string resource(const xmlNode* node) const {
    std::string uri = attribute(node, rdf_namespace, "resource");
    if (uri.empty()) fail("its " + std::string(view(node->name)) + " has no rdf:resource");
    return uri;
  }

  /// Preferred labels of a language.
  std::vector<Label> preferred(bool welsh) const {
    std::vector<Label> found;
    for (const Label& label : raw_.fields.labels) {
      if (label.kind == LabelKind::preferred && label.welsh == welsh) found.push_back(label);
    }
    return found;
  }

  void put_preferred_first() {
    const std::vector<Label> english = preferred(false);
    const std::vector<Label> welsh = preferred(true);
    if (english.size() != 1) fail("it has " + std::to_string(english.size()) + " preferred labels in English, not one");
    if (welsh.size() > 1) fail("it has " + std::to_string(welsh.size()) + " preferred labels in Welsh, not one");
    raw_.fields.preferred = english.front().text;
    if (!welsh.empty()) raw_.fields.preferred_welsh = welsh.front().text;
    const auto place = [](const Label& label) {
      return (label.welsh ? 2 : 0) + (label.kind == LabelKind::preferred ? 0 : 1);
    };
    std::stable_sort(raw_.fields.labels.begin(), raw_.fields.labels.end(),
                     [&](const Label& a, const Label& b) { return place(a) < place(b); });
    // The same name in both languages is one label: "COVID-19".
    std::erase_if(raw_.fields.labels, [&](const Label& label) {
      return label.welsh && label.kind == LabelKind::preferred && label.text == raw_.fields.preferred;
    });
  }

  const xmlNode* element_;
  const std::string& file_;
  RawConcept raw_;
};

void read_masks(const xmlNode* scheme, RawVocabulary& vocabulary) {
  for (const xmlNode* node = scheme->children; node != nullptr; node = node->next) {
    if (is(node, own_namespace, "mask")) vocabulary.masks.push_back(content(node));
  }
}

}  // namespace

void throw_vocabulary_error(const std::string& file, std::string_view concept_id, const std::string& reason) {
  const std::string where = concept_id.empty() ? std::string() : ", concept " + std::string(concept_id);
  throw Error(ErrorCode::unreadable, "vocabulary " + file + where + ": " + reason);
}

RawVocabulary parse_skos(std::string_view xml, const std::string& name_for_errors) {
  const Document document = parse_document(xml, name_for_errors);
  const xmlNode* root = xmlDocGetRootElement(document.get());
  if (root == nullptr || !is(root, rdf_namespace, "RDF"))
    throw_vocabulary_error(name_for_errors, {}, "not RDF/XML: the root is not rdf:RDF");
  RawVocabulary vocabulary;
  for (const xmlNode* node = root->children; node != nullptr; node = node->next) {
    if (is(node, skos_namespace, "ConceptScheme")) read_masks(node, vocabulary);
    if (is(node, skos_namespace, "Concept")) vocabulary.concepts.push_back(ConceptReader(node, name_for_errors).read());
  }
  if (vocabulary.concepts.empty()) throw_vocabulary_error(name_for_errors, {}, "it holds no skos:Concept");
  return vocabulary;
}

}  // namespace minutebook::schema
