// Office documents made in memory for tests: ZIP archives of given parts, and the least that Word and OpenDocument
// packages need around a body. Knows nothing of how they are read.
#pragma once

#include <zip.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace minutebook::testing_support {

using Part = std::pair<std::string, std::string>;

/// A ZIP archive of the parts in this order, deflated.
inline std::string made_zip(const std::vector<Part>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* const archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("no archive can be made");
  zip_source_keep(source);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* const part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    if (zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8) < 0) throw std::runtime_error("no part " + name);
  }
  if (zip_close(archive) != 0 || zip_source_open(source) != 0) throw std::runtime_error("the archive is not written");
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  zip_error_fini(&error);
  return bytes;
}

inline std::string little_endian(std::uint64_t number, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(number >> (8 * i));
  return text;
}

/// What a ZIP directory may claim of an entry, true or not.
struct Claim {
  std::string name;
  std::uint32_t packed = 0;
  std::uint32_t unpacked = 0;
  std::uint32_t offset = 0;  ///< of its local header
  std::uint32_t crc = 0;
  std::uint16_t method = 0;
  std::uint16_t flags = 0;
};

/// `body`: local headers and data, as they stand; then a directory that says what `claims` say.
inline std::string with_directory(const std::string& body, const std::vector<Claim>& claims) {
  std::string directory;
  for (const Claim& claim : claims) {
    directory += "PK\x01\x02" + little_endian(20, 2) + little_endian(20, 2) + little_endian(claim.flags, 2) +
                 little_endian(claim.method, 2) + little_endian(0x21, 4) + little_endian(claim.crc, 4) +
                 little_endian(claim.packed, 4) + little_endian(claim.unpacked, 4) +
                 little_endian(claim.name.size(), 2) + std::string(12, '\0') + little_endian(claim.offset, 4) +
                 claim.name;
  }
  return body + directory + "PK\x05\x06" + std::string(4, '\0') + little_endian(claims.size(), 2) +
         little_endian(claims.size(), 2) + little_endian(directory.size(), 4) + little_endian(body.size(), 4) +
         std::string(2, '\0');
}

/// A local header and the bytes of a stored entry.
inline std::string stored_entry(const Claim& claim, const std::string& bytes) {
  return "PK\x03\x04" + little_endian(20, 2) + little_endian(claim.flags, 2) + little_endian(claim.method, 2) +
         little_endian(0x21, 4) + little_endian(claim.crc, 4) + little_endian(claim.packed, 4) +
         little_endian(claim.unpacked, 4) + little_endian(claim.name.size(), 2) + std::string(2, '\0') + claim.name +
         bytes;
}

inline const std::string word_namespaces =
    " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
    " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
    " xmlns:v='urn:schemas-microsoft-com:vml'"
    " xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'";

/// What a Word document is made of; an empty part is not there.
struct MadeDocx {
  std::string body;
  std::string styles = {};     ///< content of w:styles
  std::string numbering = {};  ///< content of w:numbering
  std::string footnotes = {};  ///< content of w:footnotes
  std::string header = {};     ///< content of the header with the relationship rIdH
  std::string before = {};     ///< between the XML declaration and the document
  bool directory_last = false;

  std::vector<Part> parts() const {
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::string package = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
    const auto relation = [&](const char* id, const char* kind, const char* target) {
      return std::string("<Relationship Id='") + id + "' Type='" + type + kind + "' Target='" + target + "'/>";
    };
    const auto part = [](const char* root, const std::string& content) {
      return "<?xml version='1.0' encoding='UTF-8'?><w:" + std::string(root) + word_namespaces + ">" + content +
             "</w:" + root + ">";
    };
    const Part types = {"[Content_Types].xml",
                        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override "
                        "PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument."
                        "wordprocessingml.document.main+xml'/></Types>"};
    std::vector<Part> all;
    if (!directory_last) all.push_back(types);
    all.emplace_back("_rels/.rels",
                     package + relation("rId1", "officeDocument", "word/document.xml") + "</Relationships>");
    std::string relations;
    const auto add = [&](const std::string& content, const char* id, const char* kind, const char* root) {
      if (content.empty()) return;
      const std::string file = std::string(kind) + ".xml";
      relations += relation(id, kind, file.c_str());
      all.emplace_back("word/" + file, part(root, content));
    };
    add(styles, "rIdS", "styles", "styles");
    add(numbering, "rIdN", "numbering", "numbering");
    add(footnotes, "rIdF", "footnotes", "footnotes");
    add(header, "rIdH", "header", "hdr");
    all.emplace_back("word/_rels/document.xml.rels", package + relations + "</Relationships>");
    all.emplace_back("word/document.xml", "<?xml version='1.0' encoding='UTF-8'?>" + before + "<w:document" +
                                              word_namespaces + "><w:body>" + body + "</w:body></w:document>");
    if (directory_last) all.push_back(types);
    return all;
  }

  std::string bytes() const { return made_zip(parts()); }
};

inline const std::string odf_namespaces = [] {
  std::string all;
  for (const char* one : {"office", "text", "table", "style", "draw", "fo", "svg"}) {
    std::string name = one;
    if (name == "draw") name = "drawing";
    if (name == "fo") name = "xsl-fo-compatible";
    if (name == "svg") name = "svg-compatible";
    all += " xmlns:" + std::string(one) + "='urn:oasis:names:tc:opendocument:xmlns:" + name + ":1.0'";
  }
  return all + " xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'";
}();

struct MadeOdt {
  std::string body;
  std::string automatic_styles = {};
  std::string styles = {};   ///< content of office:styles in styles.xml
  std::string masters = {};  ///< content of office:master-styles in styles.xml
  std::string before = {};   ///< between the XML declaration and the document
  std::string manifest = {};

  std::vector<Part> parts() const {
    std::vector<Part> all = {{"mimetype", "application/vnd.oasis.opendocument.text"}};
    if (!manifest.empty()) all.emplace_back("META-INF/manifest.xml", manifest);
    if (!styles.empty() || !masters.empty()) {
      all.emplace_back("styles.xml", "<office:document-styles" + odf_namespaces + "><office:styles>" + styles +
                                         "</office:styles><office:master-styles>" + masters +
                                         "</office:master-styles></office:document-styles>");
    }
    all.emplace_back("content.xml", "<?xml version='1.0' encoding='UTF-8'?>" + before + "<office:document-content" +
                                        odf_namespaces + "><office:automatic-styles>" + automatic_styles +
                                        "</office:automatic-styles><office:body><office:text>" + body +
                                        "</office:text></office:body></office:document-content>");
    return all;
  }

  std::string bytes() const { return made_zip(parts()); }
};

/// A document of Word 97: a container of 512-byte sectors with one stream, whose text stands in one piece. `text`:
/// Windows-1252; "\r" ends a paragraph, "\x07" a cell of a table.
struct MadeDoc {
  static constexpr std::uint64_t plain = 0x1000;
  static constexpr std::uint64_t saved_in_parts = 0x1000 | 0x4 | 0x30;
  static constexpr std::uint64_t encrypted = 0x1000 | 0x100;

  std::string text;
  std::uint64_t flags = plain;

  std::string bytes() const {
    constexpr std::size_t sector = 512;
    constexpr std::size_t smallest_stream = 4096;
    std::string head = little_endian(0xA5EC, 2) + little_endian(0xC1, 2) + std::string(6, '\0') +
                       little_endian(flags, 2) + std::string(12, '\0') + little_endian(1024, 4) +
                       little_endian(1024 + text.size(), 4);
    head.resize(1024);
    std::string stream = head + text;
    const std::size_t size = std::max(stream.size(), smallest_stream);
    stream.resize((size + sector - 1) / sector * sector);
    std::string chain = little_endian(0xFFFFFFFD, 4) + little_endian(0xFFFFFFFE, 4);
    for (std::size_t next = 3; next < 2 + stream.size() / sector; ++next) chain += little_endian(next, 4);
    chain += little_endian(0xFFFFFFFE, 4);
    chain.resize(sector, '\xFF');
    return container_head() + chain + entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) +
           entry("WordDocument", 2, 0xFFFFFFFF, 2, size) + std::string(2 * 128, '\0') + stream;
  }

 private:
  static std::string container_head() {
    std::string head = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0');
    for (const std::uint64_t number : {0x3E, 3, 0xFFFE, 9, 6}) head += little_endian(number, 2);
    head += std::string(6, '\0');
    for (const std::uint64_t number : {0x0U, 1U, 1U, 0U, 4096U, 0xFFFFFFFEU, 0U, 0xFFFFFFFEU, 0U, 0U}) {
      head += little_endian(number, 4);
    }
    head.resize(512, '\xFF');
    return head;
  }
  static std::string entry(const std::string& name, int kind, std::uint64_t child, std::uint64_t start,
                           std::size_t size) {
    std::string wide;
    for (const char c : name) wide += little_endian(static_cast<unsigned char>(c), 2);
    wide.resize(64);
    return wide + little_endian(2 * name.size() + 2, 2) + static_cast<char>(kind) + '\1' +
           little_endian(0xFFFFFFFF, 4) + little_endian(0xFFFFFFFF, 4) + little_endian(child, 4) +
           std::string(36, '\0') + little_endian(start, 4) + little_endian(size, 8);
  }
};

}  // namespace minutebook::testing_support
