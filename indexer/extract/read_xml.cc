#include "indexer/extract/read_xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <memory>
#include <new>

#include "indexer/extract/html_text.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t piece_bytes = 1U << 16;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

struct Reading {
  MarkupBuilder builder;
  xmlParserCtxt* parser = nullptr;
  bool entities = false;
  bool no_memory = false;  // exceptions must not pass through the parser, which is C
};

/// libxml2 hands the context over that was given to it as user data.
template <typename Work>
void guarded(void* user, Work work) noexcept {
  auto& reading = *static_cast<Reading*>(user);
  if (reading.no_memory) return;
  try {
    work(reading);
  } catch (const std::bad_alloc&) {
    reading.no_memory = true;
  }
}

void on_open(void* user, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**, int count, int,
             const xmlChar** attributes) {
  guarded(user, [&](Reading& reading) {
    std::vector<std::pair<std::string, std::string>> kept;
    for (int i = 0; i < count; ++i) {  // five pointers each: name, prefix, namespace, begin and end of the value
      const xmlChar** one = attributes + 5 * i;
      const std::string_view value(reinterpret_cast<const char*>(one[3]), static_cast<std::size_t>(one[4] - one[3]));
      kept.emplace_back(lower(view(one[0])), cut_utf8(value, max_attribute_bytes));
    }
    reading.builder.open(lower(view(name)), std::move(kept));
  });
}

void on_close(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  guarded(user, [](Reading& reading) { reading.builder.close(); });
}

void on_text(void* user, const xmlChar* text, int length) {
  guarded(user, [&](Reading& reading) {
    reading.builder.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  });
}

void on_entity(void* user, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*) {
  auto& reading = *static_cast<Reading*>(user);
  reading.entities = true;
  xmlStopParser(reading.parser);
}

xmlEntityPtr known_entity(void*, const xmlChar* name) {
  return xmlGetPredefinedEntity(name);
}

/// Reading stops where the document stops being well-formed: what a guess would make of the rest might put one
/// element's marks on another. Entities that are not declared are passed over.
void on_error(void* user, xmlErrorPtr error) {
  auto& reading = *static_cast<Reading*>(user);
  if (error->level == XML_ERR_FATAL && error->code != XML_ERR_UNDECLARED_ENTITY) xmlStopParser(reading.parser);
}

xmlParserInputPtr load_nothing(const char*, const char*, xmlParserCtxtPtr) {
  return nullptr;
}

xmlSAXHandler events_of_reading() {
  xmlSAXHandler events{};
  events.initialized = XML_SAX2_MAGIC;
  events.startElementNs = on_open;
  events.endElementNs = on_close;
  events.characters = on_text;
  events.ignorableWhitespace = on_text;
  events.cdataBlock = on_text;
  events.entityDecl = on_entity;
  events.getEntity = known_entity;
  events.serror = on_error;
  return events;
}

std::string damage_of(const xmlParserCtxt& parser) {
  if (parser.wellFormed != 0) return {};
  const std::string_view message = parser.lastError.message == nullptr ? "" : parser.lastError.message;
  return "it is not well-formed at line " + std::to_string(parser.lastError.line) + " (" +
         std::string(cut_utf8(one_line(message), 200)) + ")";
}

}  // namespace

void forbid_external_entities() {
  xmlSetExternalEntityLoader(load_nothing);
}

XmlTree read_xml(std::string_view utf8) {
  Reading reading;
  xmlSAXHandler events = events_of_reading();
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(
      xmlCreatePushParserCtxt(&events, &reading, nullptr, 0, nullptr), &xmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  reading.parser = parser.get();
  xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_IGNORE_ENC);
  for (std::size_t at = 0; at < utf8.size() && !reading.entities; at += piece_bytes) {
    const std::string_view piece = utf8.substr(at, piece_bytes);
    xmlParseChunk(parser.get(), piece.data(), static_cast<int>(piece.size()), 0);
  }
  if (!reading.entities) xmlParseChunk(parser.get(), nullptr, 0, 1);
  if (reading.no_memory || parser->errNo == XML_ERR_NO_MEMORY) throw std::bad_alloc();
  XmlTree result;
  result.damage = damage_of(*parser);
  if (parser->myDoc != nullptr) xmlFreeDoc(std::exchange(parser->myDoc, nullptr));
  if (reading.entities) {
    result.refusal = "it declares entities, which papers have no use for and attacks do";
    return result;
  }
  result.tree = reading.builder.finish();
  result.flattened = reading.builder.flattened();
  return result;
}

}  // namespace minutebook::indexer
