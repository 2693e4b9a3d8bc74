#include "query/print_atom.h"

#include <libxml/xmlwriter.h>

#include <algorithm>
#include <memory>

#include "query/citation.h"
#include "schema/analysis.h"
#include "schema/digest.h"
#include "schema/error.h"

namespace minutebook::query {

namespace {

constexpr const char* atom_namespace = "http://www.w3.org/2005/Atom";
constexpr std::size_t id_characters = 20;
const std::string no_date = "1970-01-01";

/// Only what XML 1.0 allows (production Char): control characters become spaces, the two that are none U+FFFD.
std::string xml_text(std::string_view text) {
  std::string safe = schema::valid_utf8(text) ? std::string(text) : schema::to_nfc(text);
  for (char& byte : safe) {
    if (static_cast<unsigned char>(byte) < 0x20) byte = ' ';
  }
  for (const char* none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = safe.find(none); at != std::string::npos; at = safe.find(none, at))
      safe.replace(at, 3, "\xEF\xBF\xBD");
  }
  return safe;
}

const xmlChar* xml(const char* text) {
  return reinterpret_cast<const xmlChar*>(text);
}

class AtomWriter {
 public:
  AtomWriter()
      : buffer_(xmlBufferCreate(), xmlBufferFree),
        writer_(xmlNewTextWriterMemory(buffer_.get(), 0), xmlFreeTextWriter) {
    if (buffer_ == nullptr || writer_ == nullptr) fail();
    check(xmlTextWriterSetIndent(writer_.get(), 1));
    check(xmlTextWriterStartDocument(writer_.get(), nullptr, "UTF-8", nullptr));
  }

  void start(const char* name) { check(xmlTextWriterStartElement(writer_.get(), xml(name))); }
  void end() { check(xmlTextWriterEndElement(writer_.get())); }
  void attribute(const char* name, const std::string& value) {
    check(xmlTextWriterWriteAttribute(writer_.get(), xml(name), xml(xml_text(value).c_str())));
  }
  void element(const char* name, const std::string& text) {
    check(xmlTextWriterWriteElement(writer_.get(), xml(name), xml(xml_text(text).c_str())));
  }
  void finish(std::ostream& out) {
    check(xmlTextWriterEndDocument(writer_.get()));
    check(xmlTextWriterFlush(writer_.get()));
    out.write(reinterpret_cast<const char*>(xmlBufferContent(buffer_.get())), xmlBufferLength(buffer_.get()));
  }

 private:
  [[noreturn]] static void fail() {
    throw schema::Error(schema::ErrorCode::unreadable, "the feed cannot be written: no memory", "ask for fewer rows");
  }
  static void check(int result) {
    if (result < 0) fail();
  }

  std::unique_ptr<xmlBuffer, decltype(&xmlBufferFree)> buffer_;
  std::unique_ptr<xmlTextWriter, decltype(&xmlFreeTextWriter)> writer_;
};

void print_entry(AtomWriter& writer, const FeedEntry& entry) {
  writer.start("entry");
  writer.element("id", entry.id);
  writer.element("title", entry.title);
  writer.element("updated", entry.updated);
  writer.start("author");
  writer.element("name", entry.author);
  writer.end();
  if (entry.url.starts_with("http://") || entry.url.starts_with("https://")) {
    writer.start("link");
    writer.attribute("rel", "alternate");
    writer.attribute("href", safe_url(entry.url));
    writer.end();
  }
  if (!entry.category.empty()) {
    writer.start("category");
    writer.attribute("term", entry.category);
    writer.end();
  }
  writer.element("summary", entry.summary);
  writer.end();
}

std::string text_of(const Mention& mention) {
  std::string text;
  for (const Run& run : mention.runs) text += run.text;
  return text.empty() ? mention.text : text;
}

}  // namespace

FeedEntry entry_of(const Result& row) {
  FeedEntry entry;
  entry.id = "urn:minutebook:item:" + row.id;
  entry.updated = (row.date.known() ? schema::iso_date(row.date) : no_date) + "T00:00:00Z";
  entry.title = row.title.empty() ? row.paper.title : row.title;
  if (entry.title.empty()) entry.title = citation_line(citation_of(row));
  entry.author = row.council_name.empty() ? "unknown council" : row.council_name;
  if (!row.committee.empty()) entry.author += ", " + row.committee;
  entry.url = row.paper.url;
  entry.category = schema::name_of(row.paper.kind);
  const bool mentioned = !row.mentions.empty();
  entry.summary = citation_line(mentioned ? citation_of(row, row.mentions.front()) : citation_of(row));
  if (mentioned) entry.summary += " \u2014 " + text_of(row.mentions.front());
  return entry;
}

Feed feed_of(const Answer& answer) {
  Feed feed;
  const std::string& asked = answer.interpreted.text.empty() ? answer.query : answer.interpreted.text;
  feed.id = "urn:minutebook:search:" + schema::base32(schema::sha256(asked), id_characters);
  feed.title = "Minutebook: " + answer.query;
  feed.updated = no_date + "T00:00:00Z";
  for (const Result& row : answer.results) {
    feed.entries.push_back(entry_of(row));
    feed.updated = std::max(feed.updated, feed.entries.back().updated);
  }
  return feed;
}

void print_atom(std::ostream& out, const Feed& feed) {
  AtomWriter writer;
  writer.start("feed");
  writer.attribute("xmlns", atom_namespace);
  writer.element("id", feed.id);
  writer.element("title", feed.title);
  writer.element("updated", feed.updated);
  writer.element("generator", "Minutebook");
  for (const FeedEntry& entry : feed.entries) print_entry(writer, entry);
  writer.end();
  writer.finish(out);
}

}  // namespace minutebook::query
