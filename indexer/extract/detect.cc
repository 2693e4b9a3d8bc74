#include "indexer/extract/detect.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "indexer/extract/unreadable.h"
#include "indexer/extract/zip_parts.h"

namespace minutebook::indexer {
namespace {

using namespace std::string_view_literals;

constexpr Format plain_text{"text", "plain text", true};
constexpr Format markdown{"markdown", "Markdown", true};
constexpr Format pdf{"pdf", "PDF", true};
constexpr Format html{"html", "HTML", true};
constexpr Format xml{"xml", "XML", true};
constexpr Format docx{"docx", "Word (DOCX)", true};
constexpr Format xlsx{"xlsx", "Excel (XLSX)", false, "save it as PDF, and index that"};
constexpr Format pptx{"pptx", "PowerPoint (PPTX)", false, "save it as PDF, and index that"};
constexpr Format odt{"odt", "OpenDocument text (ODT)", true};
constexpr Format other_opendocument{"opendocument", "OpenDocument spreadsheet, drawing and presentation", false,
                                    "save it as PDF, and index that"};
constexpr Format zip{"zip", "ZIP", false, "unpack it, and index what is in it"};
constexpr Format doc{"doc", "Word 97 (DOC)", false,
                     "install catdoc, or open it in a word processor, save it as DOCX, ODT or PDF, and index that"};
constexpr Format ole{"ole", "old Office (XLS, PPT, MSG)", false, "save it as PDF, and index that"};
constexpr Format encrypted_office{"encrypted", "Password-protected Office", false,
                                  "save it without a password, and index that"};
constexpr Format rtf{"rtf", "RTF", true};
constexpr Format picture{"picture", "picture", true};
constexpr Format image{"image", "GIF and WebP", false, "save it as PNG, and index that with --ocr"};
constexpr Format archive{"archive", "compressed", false};

// How many of a file's first bytes are looked at.
constexpr std::size_t beginning_bytes = 4096;

struct Magic {
  std::string_view bytes;
  const Format* format;
};

constexpr std::array magics = {
    Magic{"{\\rtf"sv, &rtf},
    Magic{"\x89PNG\r\n"sv, &picture},
    Magic{"\xFF\xD8\xFF"sv, &picture},
    Magic{"GIF87a"sv, &image},
    Magic{"GIF89a"sv, &image},
    Magic{"II*\0"sv, &picture},
    Magic{"MM\0*"sv, &picture},
    Magic{"\x1F\x8B"sv, &archive},
    Magic{"7z\xBC\xAF\x27\x1C"sv, &archive},
    Magic{"Rar!\x1A\x07"sv, &archive},
    Magic{"\xFD"
          "7zXZ\0"sv,
          &archive},
    Magic{"\x28\xB5\x2F\xFD"sv, &archive},
};

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Of an archive without a directory (cut off, for one) the names of the first members still tell what it was to be.
const Format& kind_of_broken_zip(std::string_view beginning) {
  if (contains(beginning, "mimetypeapplication/vnd.oasis.opendocument")) return odt;
  if (contains(beginning, "word/")) return docx;
  if (contains(beginning, "xl/")) return xlsx;
  if (contains(beginning, "ppt/")) return pptx;
  return zip;
}

/// Office files are ZIP archives that say in one of their members what they are; the order of members is free.
const Format& kind_of_zip(std::string_view bytes) {
  try {
    ZipParts parts(bytes);
    if (parts.has("mimetype")) {
      const std::string type = parts.read("mimetype");
      if (type.starts_with("application/vnd.oasis.opendocument.text")) return odt;
      if (type.starts_with("application/vnd.oasis.opendocument")) return other_opendocument;
    }
    if (!parts.has("[Content_Types].xml")) return zip;
    const std::string types = parts.read("[Content_Types].xml");
    const bool macros = contains(types, "application/vnd.ms-word.document.macroEnabled.main+xml") ||
                        contains(types, "application/vnd.ms-word.template.macroEnabledTemplate.main+xml");
    if (contains(types, "wordprocessingml.document.main+xml") || macros) return docx;
    if (contains(types, "wordprocessingml.template.main+xml")) return docx;
    if (contains(types, "spreadsheetml.") || contains(types, "ms-excel.")) return xlsx;
    if (contains(types, "presentationml.") || contains(types, "ms-powerpoint.")) return pptx;
    return zip;
  } catch (const UnreadableDocument&) {
    return kind_of_broken_zip(bytes.substr(0, beginning_bytes));
  }
}

/// A container of streams whose directory names them in UTF-16. Office encrypts documents of the new kind into one.
const Format& kind_of_ole(std::string_view bytes) {
  if (contains(bytes, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv)) return encrypted_office;
  return contains(bytes, "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv) ? doc : ole;
}

std::string_view without_mark_and_space(std::string_view beginning) {
  if (beginning.starts_with("\xEF\xBB\xBF")) beginning.remove_prefix(3);
  const std::size_t start = beginning.find_first_not_of(" \t\r\n\f");
  return start == std::string_view::npos ? std::string_view{} : beginning.substr(start);
}

bool starts_with_tag(std::string_view beginning, std::string_view tag) {
  return beginning.size() >= tag.size() &&
         std::equal(tag.begin(), tag.end(), beginning.begin(), [](char expected, char found) {
           return expected == std::tolower(static_cast<unsigned char>(found));
         });
}

/// Only what a document of its own begins with: text converted from other formats holds stray tags everywhere.
const Format* kind_of_markup(std::string_view beginning) {
  const std::string_view start = without_mark_and_space(beginning);
  if (starts_with_tag(start, "<!doctype html") || starts_with_tag(start, "<html")) return &html;
  if (starts_with_tag(start, "<?xml")) return contains(start, "<html") ? &html : &xml;
  return nullptr;
}

}  // namespace

const Format& detect_format(std::string_view bytes, std::string_view extension) {
  const std::string_view beginning = bytes.substr(0, beginning_bytes);
  // Readers accept a PDF header within the first 1,024 bytes.
  if (contains(beginning.substr(0, 1024), "%PDF-1.") || beginning.starts_with("%PDF-")) return pdf;
  if (beginning.starts_with("PK\x03\x04") || beginning.starts_with("PK\x05\x06")) return kind_of_zip(bytes);
  if (beginning.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return kind_of_ole(bytes);
  if (beginning.starts_with("RIFF") && contains(beginning.substr(0, 12), "WEBP")) return image;
  for (const Magic& magic : magics) {
    if (beginning.starts_with(magic.bytes)) return *magic.format;
  }
  if (const Format* markup = kind_of_markup(beginning)) return *markup;
  if (extension == "html" || extension == "htm") return html;
  if (extension == "xml") return xml;
  if (extension == "md" || extension == "markdown") return markdown;
  return plain_text;
}

}  // namespace minutebook::indexer
