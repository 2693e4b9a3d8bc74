#include "indexer/extract/read_html.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <stdexcept>

namespace minutebook::indexer {
namespace {

/// Elements whose content is not text of the page.
bool is_skipped(std::string_view name) {
  static constexpr std::array<std::string_view, 19> names = {
      "script", "style",  "template", "noscript", "svg",    "math",  "iframe",   "object", "applet", "audio",
      "video",  "canvas", "select",   "option",   "button", "input", "textarea", "map",    "img"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The attributes somebody asks for; pages carry many more.
bool is_kept(std::string_view name) {
  static constexpr std::array<std::string_view, 19> names = {
      "class", "id",    "name",    "href", "title",   "content",     "property", "rel",  "role", "hidden",
      "style", "start", "colspan", "type", "rowspan", "aria-hidden", "value",    "lang", "src"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

struct Reading {
  MarkupBuilder builder;
  std::size_t skipping = 0;  // open elements inside one that is skipped, and itself
  std::string saved_from;
  bool no_memory = false;  // exceptions must not pass through the parser, which is C
};

template <typename Work>
void guarded(Reading& reading, Work work) noexcept {
  if (reading.no_memory) return;
  try {
    work();
  } catch (const std::bad_alloc&) {
    reading.no_memory = true;
  }
}

void on_open(void* user, const xmlChar* name, const xmlChar** attributes) {
  auto& reading = *static_cast<Reading*>(user);
  guarded(reading, [&] {
    if (reading.skipping > 0 || is_skipped(view(name))) {
      ++reading.skipping;
      return;
    }
    std::vector<std::pair<std::string, std::string>> kept;
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      if (is_kept(view(attributes[0])))
        kept.emplace_back(view(attributes[0]), cut_utf8(view(attributes[1]), max_attribute_bytes));
    }
    reading.builder.open(std::string(view(name)), std::move(kept));
  });
}

void on_close(void* user, const xmlChar*) {
  auto& reading = *static_cast<Reading*>(user);
  guarded(reading, [&] {
    if (reading.skipping > 0) {
      --reading.skipping;
    } else {
      reading.builder.close();
    }
  });
}

void on_text(void* user, const xmlChar* text, int length) {
  auto& reading = *static_cast<Reading*>(user);
  guarded(reading, [&] {
    if (reading.skipping == 0)
      reading.builder.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  });
}

/// "<!-- saved from url=(0042)https://… -->": written by browsers into pages they save.
void on_comment(void* user, const xmlChar* text) {
  auto& reading = *static_cast<Reading*>(user);
  guarded(reading, [&] {
    const std::string_view comment = view(text);
    const std::size_t at = comment.find("saved from url=(");
    const std::size_t begin = at == std::string_view::npos ? at : comment.find(')', at);
    if (begin == std::string_view::npos || !reading.saved_from.empty()) return;
    const std::string_view address = comment.substr(begin + 1);
    reading.saved_from = cut_utf8(address.substr(0, address.find_first_of(" \t\r\n")), max_attribute_bytes);
  });
}

using Parser = std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)>;

}  // namespace

HtmlTree read_html(std::string_view utf8) {
  Reading reading;
  if (utf8.empty()) return {reading.builder.finish(), {}, false};
  const Parser parser(htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())), &htmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  // With events of our own no document is built: elements are not kept by the parser, whatever their number.
  *parser->sax = {};
  parser->sax->startElement = on_open;
  parser->sax->endElement = on_close;
  parser->sax->characters = on_text;
  parser->sax->ignorableWhitespace = on_text;
  parser->sax->comment = on_comment;
  parser->userData = &reading;
  parser->charset = XML_CHAR_ENCODING_UTF8;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_IGNORE_ENC);
  htmlParseDocument(parser.get());
  if (reading.no_memory || parser->errNo == XML_ERR_NO_MEMORY) throw std::bad_alloc();
  return {reading.builder.finish(), std::move(reading.saved_from), reading.builder.flattened()};
}

std::string unescaped(std::string text) {
  // Twice is what happens (a page's source put into another one); more would read examples of markup as markup.
  for (int round = 0; round < 2 && text.find('&') != std::string::npos; ++round) {
    std::string source = "<pre>";
    for (const char c : text) source += c == '<' ? std::string("&lt;") : std::string(1, c);
    const MarkupTree tree = read_html(source).tree;
    std::string plain;
    for (NodeId id = 0; id < tree.size(); ++id) plain += tree[id].text;
    if (plain == text) break;
    text = std::move(plain);
  }
  return text;
}

}  // namespace minutebook::indexer
