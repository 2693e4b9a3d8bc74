// What the worker read of a source: the lines of its pages, and what the document's own structure states.
// Knows nothing of formats or of what the lines mean.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minutebook::indexer {

/// How the lines of a page came about.
enum class PageReading : std::uint8_t {
  text = 0,     ///< they are the page's own text
  scanned = 1,  ///< read from its picture (OCR)
  unread = 2    ///< the page shows something that was not read: a picture, or text in a font that tells no characters
};

/// A page as extracted: lines without line ends, in the light markup that normalise.h reads: "# Title" (one sign a
/// rank), "**bold**", "- " before a list entry, cells of a table row separated by tabs. "<AI12>" alone on a line: the
/// next line is the title of an item, "</AI12>": its text ends (ModernGov's own marks, formats with marks of their own
/// are written so too).
struct ExtractedPage {
  int number = 0;  ///< from 1; 0: the source has no pages
  std::vector<std::string> lines;
  std::string label = {};  ///< as printed, where it differs from the number: "iv"
  PageReading reading = PageReading::text;
};

/// A bookmark of the document.
struct OutlineEntry {
  int page = 0;   ///< from 1
  int level = 0;  ///< 0: the highest
  std::string title;
};

/// What the structure of a document states of it, apart from its text: the title element and labelled fields of a web
/// page, elements of an XML answer. Each as written, dates as YYYY-MM-DD; empty: not stated. Keys of the worker's
/// frames in brackets.
struct DocumentFacts {
  std::string kind;                     ///< [kind] name of a schema::PaperKind
  std::string title;                    ///< [title]
  std::string committee;                ///< [committee]
  std::string date;                     ///< [date] of the meeting
  std::string council;                  ///< [council] name
  std::string url;                      ///< [url] of the page itself or of its site: its host tells the council
  std::string status;                   ///< [status] "draft", "cancelled", "postponed"
  std::string key_decision;             ///< [key-decision] "true" | "false"
  std::vector<std::string> portfolios;  ///< [portfolio] once for each
  std::vector<std::string> wards;       ///< [ward] once for each
  bool one_paper = false;               ///< [one-paper] "true": the document is one paper, whatever it cites
  bool whole_paragraphs = false;        ///< [whole-paragraphs] "true": no paragraph goes on behind a blank line
};

struct ExtractedText {
  std::string format;  ///< "text" | "markdown" | "pdf" … (extract/detect.h)
  std::vector<ExtractedPage> pages;
  std::vector<std::string> warnings;  ///< "line 3 was cut at 1,000,000 bytes" …
  DocumentFacts facts = {};
  std::vector<OutlineEntry> outline = {};
};

/// Sets the fact called `key`; false: there is no such key.
bool set_fact(DocumentFacts& facts, const std::string& key, const std::string& value);
/// Keys and values of all facts that are stated, in a fixed order; set_fact() takes them back.
std::vector<std::pair<std::string, std::string>> stated_facts(const DocumentFacts& facts);

}  // namespace minutebook::indexer
