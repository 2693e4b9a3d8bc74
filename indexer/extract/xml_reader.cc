#include "indexer/extract/xml_reader.h"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <memory>

#include "indexer/extract/unreadable.h"

namespace minutebook::indexer {
namespace {

struct FreeReader {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

/// libxml2 would print to standard error.
void take_error(void* message, xmlErrorPtr error) {
  auto& kept = *static_cast<std::string*>(message);
  if (!kept.empty() || error == nullptr || error->message == nullptr) return;
  kept = error->message;
  while (!kept.empty() && (kept.back() == '\n' || kept.back() == '.')) kept.pop_back();
  kept += ", line " + std::to_string(error->line);
}

xmlParserInputPtr load_nothing(const char*, const char*, xmlParserCtxtPtr) {
  return nullptr;
}

class Stream {
 public:
  Stream(std::string_view bytes, const std::string& part, const std::vector<XmlNamespace>& namespaces,
         XmlEvents& events)
      : part_(part), namespaces_(namespaces), events_(events) {
    // XML_PARSE_NONET only: entities are not replaced, nothing is loaded, libxml2's own limits stay on.
    reader_.reset(xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, XML_PARSE_NONET));
    if (reader_ == nullptr) fail("it cannot be read as XML");
    xmlTextReaderSetStructuredErrorHandler(reader_.get(), &take_error, &error_);
  }

  void run() {
    int got = 0;
    while ((got = xmlTextReaderRead(reader_.get())) == 1) node();
    if (got != 0) fail(error_.empty() ? "it is not well-formed XML" : error_);
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw UnreadableDocument("is damaged: its part " + part_ + " cannot be read (" + why + ")");
  }

  void node() {
    const int type = xmlTextReaderNodeType(reader_.get());
    if (type == XML_READER_TYPE_ELEMENT) {
      element();
    } else if (type == XML_READER_TYPE_END_ELEMENT) {
      events_.end(name_here());
    } else if (type == XML_READER_TYPE_DOCUMENT_TYPE) {
      throw UnreadableDocument("is refused: its part " + part_ +
                               " has a document type definition, which no office program writes");
    } else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_WHITESPACE ||
               type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) {
      events_.text(view(xmlTextReaderConstValue(reader_.get())));
    }  // others: comments, processing instructions
  }

  void element() {
    if (xmlTextReaderDepth(reader_.get()) > max_xml_depth) {
      throw UnreadableDocument("is refused: elements of its part " + part_ + " are nested more than " +
                               std::to_string(max_xml_depth) + " deep");
    }
    const std::string name = name_here();
    const bool empty = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
    XmlAttributes attributes;
    for (int more = xmlTextReaderMoveToFirstAttribute(reader_.get()); more == 1;
         more = xmlTextReaderMoveToNextAttribute(reader_.get())) {
      if (xmlTextReaderIsNamespaceDecl(reader_.get()) == 1) continue;
      if (attributes.size() == max_xml_attributes) fail("an element with too many attributes");
      attributes.add(name_here(), std::string(view(xmlTextReaderConstValue(reader_.get()))));
    }
    events_.begin(name, attributes);
    if (empty) events_.end(name);
  }

  std::string name_here() const {
    const std::string_view local = view(xmlTextReaderConstLocalName(reader_.get()));
    const std::string_view uri = view(xmlTextReaderConstNamespaceUri(reader_.get()));
    if (uri.empty()) return std::string(local);
    const auto known = std::find_if(namespaces_.begin(), namespaces_.end(),
                                    [&](const XmlNamespace& one) { return uri.ends_with(one.uri_end); });
    return known == namespaces_.end() ? std::string(local) : std::string(known->prefix) + ':' + std::string(local);
  }

  const std::string& part_;
  const std::vector<XmlNamespace>& namespaces_;
  XmlEvents& events_;
  std::unique_ptr<xmlTextReader, FreeReader> reader_;
  std::string error_;
};

/// Takes nothing from the events: for warming up.
class NoEvents : public XmlEvents {
 public:
  void begin(std::string_view, const XmlAttributes&) override {}
  void end(std::string_view) override {}
  void text(std::string_view) override {}
};

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  const auto found =
      std::find_if(attributes_.begin(), attributes_.end(), [&](const auto& one) { return one.first == name; });
  return found == attributes_.end() ? std::string_view{} : std::string_view(found->second);
}

bool XmlAttributes::has(std::string_view name) const {
  return std::any_of(attributes_.begin(), attributes_.end(), [&](const auto& one) { return one.first == name; });
}

void read_xml(std::string_view bytes, const std::string& part, const std::vector<XmlNamespace>& namespaces,
              XmlEvents& events) {
  Stream(bytes, part, namespaces, events).run();
}

void warm_up_xml() {
  xmlInitParser();
  xmlSetExternalEntityLoader(&load_nothing);
  NoEvents events;
  read_xml("<?xml version='1.0' encoding='UTF-8'?><warm up='yes'>caf\xC3\xA9</warm>", "warm-up", {}, events);
  read_xml("<?xml version='1.0' encoding='ISO-8859-1'?><warm up='yes'>caf\xE9</warm>", "warm-up", {}, events);
}

}  // namespace minutebook::indexer
