// Small PDF files made by the tests: words at places in the standard fonts, pictures, bookmarks, page labels.
// Knows nothing of how they are read.
#pragma once

#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace minutebook::testing_support {

/// A run of text on a page; places in points from the lower left corner, as PDF counts them.
struct MadeText {
  double x = 0;
  double y = 0;
  std::string text;  ///< Windows-1252
  bool bold = false;
  double size = 12;
};

/// Operators that draw capitals as strokes, 30 points high, from (x, y) on: text that no reader of text finds. Letters
/// other than A E H I L M N R S T U W and the space are left out.
inline std::string drawn_words(const std::string& words, double x, double y) {
  // Corners of one stroke after the other, in tenths of a letter's height.
  static const std::map<char, std::vector<std::vector<std::pair<int, int>>>> letters = {
      {'A', {{{0, 0}, {4, 10}, {8, 0}}, {{2, 4}, {6, 4}}}},
      {'E', {{{6, 0}, {0, 0}, {0, 10}, {6, 10}}, {{0, 5}, {5, 5}}}},
      {'H', {{{0, 0}, {0, 10}}, {{7, 0}, {7, 10}}, {{0, 5}, {7, 5}}}},
      {'I', {{{2, 0}, {2, 10}}}},
      {'L', {{{0, 10}, {0, 0}, {6, 0}}}},
      {'M', {{{0, 0}, {0, 10}, {4, 3}, {8, 10}, {8, 0}}}},
      {'N', {{{0, 0}, {0, 10}, {7, 0}, {7, 10}}}},
      {'R', {{{0, 0}, {0, 10}, {5, 10}, {7, 8}, {5, 5}, {0, 5}}, {{4, 5}, {7, 0}}}},
      {'S', {{{7, 9}, {5, 10}, {2, 10}, {0, 8}, {1, 6}, {6, 4}, {7, 2}, {5, 0}, {2, 0}, {0, 1}}}},
      {'T', {{{0, 10}, {8, 10}}, {{4, 10}, {4, 0}}}},
      {'U', {{{0, 10}, {0, 2}, {2, 0}, {5, 0}, {7, 2}, {7, 10}}}},
      {'W', {{{0, 10}, {2, 0}, {5, 8}, {8, 0}, {10, 10}}}},
      {' ', {}}};
  std::string drawing = "3.5 w\n";
  for (const char letter : words) {
    const auto strokes = letters.find(letter);
    if (strokes == letters.end()) continue;
    for (const auto& stroke : strokes->second) {
      const char* step = " m ";
      for (const auto& [across, up] : stroke) {
        drawing += std::to_string(x + 3.0 * across) + " " + std::to_string(y + 3.0 * up) + step;
        step = " l ";
      }
      drawing += "S\n";
    }
    x += letter == 'I' ? 24 : letter == 'W' ? 42 : 34;
  }
  return drawing;
}

class MadePdf {
 public:
  struct Page {
    std::vector<MadeText> texts;
    std::string drawing;   ///< operators, drawn below the text
    bool picture = false;  ///< a grey picture covers it
  };

  Page& page() { return pages_.emplace_back(); }
  /// Lines of text from the top of a new page down, one every 14 points.
  Page& page_of(const std::vector<std::string>& lines, double x = 72) {
    Page& made = page();
    double y = 760;
    for (const std::string& line : lines) {
      if (!line.empty()) made.texts.push_back({x, y, line});
      y -= 14;
    }
    return made;
  }
  /// A bookmark that leads to a page, numbered from 1. Titles below it: `level` 1.
  void bookmark(const std::string& title, int page) { bookmarks_.emplace_back(title, page); }
  /// The pages before page `from` (from 1) are labelled i, ii …, the others 1, 2 …
  void roman_labels_before(int from) { roman_before_ = from; }
  /// Object added to the catalogue's dictionary as it stands.
  void catalogue(const std::string& entries) { catalogue_ = entries; }
  /// Before the end: "/Encrypt …" for instance.
  void trailer(const std::string& entries) { trailer_ = entries; }

  std::string bytes() const {
    std::vector<std::string> objects = {"", "", font("Helvetica"), font("Helvetica-Bold"), picture()};
    std::string kids;
    for (const Page& page : pages_) {
      const std::size_t number = objects.size() + 1;
      kids += std::to_string(number) + " 0 R ";
      objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + std::to_string(number + 1) +
                        " 0 R/Resources<</Font<</F 3 0 R/B 4 0 R>>/XObject<</P 5 0 R>>>>>>");
      objects.push_back(stream(content(page)));
    }
    std::string catalogue = "<</Type/Catalog/Pages 2 0 R" + catalogue_;
    if (!bookmarks_.empty()) catalogue += "/Outlines " + std::to_string(add_outline(objects)) + " 0 R";
    if (roman_before_ > 1) {
      catalogue += "/PageLabels<</Nums[0<</S/r>>" + std::to_string(roman_before_ - 1) + "<</S/D>>]>>";
    }
    objects[0] = catalogue + ">>";
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages_.size()) + ">>";
    return file(objects);
  }

 private:
  static std::string font(const std::string& name) {
    return "<</Type/Font/Subtype/Type1/BaseFont/" + name + "/Encoding/WinAnsiEncoding>>";
  }

  static std::string stream(const std::string& data, const std::string& entries = "") {
    return "<<" + entries + "/Length " + std::to_string(data.size()) + ">>stream\n" + data + "\nendstream";
  }

  static std::string picture() {
    return stream(std::string(4, '\x40'),
                  "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8");
  }

  static std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
      if (c == '(' || c == ')' || c == '\\') result += '\\';
      result += c;
    }
    return result;
  }

  static std::string number(double value) {
    char digits[32];
    std::snprintf(digits, sizeof(digits), "%.2f", value);
    return digits;
  }

  static std::string content(const Page& page) {
    std::string data = page.drawing;
    if (page.picture) data += "q 595 0 0 842 0 0 cm /P Do Q\n";
    for (const MadeText& text : page.texts) {
      data += std::string("BT /") + (text.bold ? "B " : "F ") + number(text.size) + " Tf " + number(text.x) + " " +
              number(text.y) + " Td (" + escaped(text.text) + ") Tj ET\n";
    }
    return data;
  }

  std::size_t add_outline(std::vector<std::string>& objects) const {
    const std::size_t root = objects.size() + 1;
    const std::size_t count = bookmarks_.size();
    objects.push_back("<</Type/Outlines/First " + std::to_string(root + 1) + " 0 R/Last " +
                      std::to_string(root + count) + " 0 R/Count " + std::to_string(count) + ">>");
    for (std::size_t i = 0; i < count; ++i) {
      const int page = 6 + 2 * (bookmarks_[i].second - 1);
      std::string entry = "<</Title(" + escaped(bookmarks_[i].first) + ")/Parent " + std::to_string(root) +
                          " 0 R/Dest[" + std::to_string(page) + " 0 R/Fit]";
      if (i + 1 < count) entry += "/Next " + std::to_string(root + i + 2) + " 0 R";
      objects.push_back(entry + ">>");
    }
    return root;
  }

  std::string file(const std::vector<std::string>& objects) const {
    std::string bytes = "%PDF-1.4\n";
    std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
      const std::string place = std::to_string(bytes.size());
      table += std::string(10 - place.size(), '0') + place + " 00000 n \n";
      bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    return bytes + table + "trailer<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R" + trailer_ +
           ">>\nstartxref\n" + std::to_string(bytes.size()) + "\n%%EOF\n";
  }

  std::vector<Page> pages_;
  std::vector<std::pair<std::string, int>> bookmarks_;
  int roman_before_ = 0;
  std::string catalogue_;
  std::string trailer_;
};

}  // namespace minutebook::testing_support
