// One paragraph of a word processor's document as it is gathered, and how it is written in the light markup.
// Knows nothing of file formats, of tables, or of what paragraphs say.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::indexer {

struct Emphasis {
  bool bold = false;
  bool underlined = false;
  bool operator==(const Emphasis&) const = default;
};

class Paragraph {
 public:
  int heading = 0;      ///< rank from 1; 0: none
  bool bullet = false;  ///< an entry of a list without numbers
  std::string label;    ///< its number as printed: "5.", "(a)", "3.1"

  /// UTF-8 as it stands in the document; control characters become spaces, several spaces one.
  void add_text(std::string_view text, Emphasis emphasis = {});
  void add_tab() { text_ += '\t'; }
  void add_line_end() { text_ += '\n'; }

  /// Nothing but white space; a number alone is no text.
  bool blank() const;

  /// Its lines in the light markup, without markers of pages. A short line that is underlined from end to end is marked
  /// as bold: that is how minutes without bold set their titles. Tabs inside a paragraph only move text to the right:
  /// they become spaces; a page number that a tab pushed to the right of an item's title is written "(Pages 3 - 10)".
  std::vector<std::string> lines() const;
  /// Its text in one line without markup, as a cell of a table holds it.
  std::string plain() const;

 private:
  struct Run {
    std::size_t begin = 0;
    Emphasis emphasis = {};
  };

  bool wholly(bool Emphasis::*kind, std::size_t begin, std::size_t end) const;
  std::string marked_line(std::size_t begin, std::size_t end, bool first) const;

  std::string text_;
  std::vector<Run> runs_;  ///< where the emphasis changes
};

/// True for what numbers an item or a paragraph: "5.", "12", "(a)", "3.1", "iv)", "CYP10".
bool is_item_label(std::string_view text);

}  // namespace minutebook::indexer
