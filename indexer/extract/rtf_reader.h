// The text of an RTF document as its readers see it: control words, groups, code pages, tables, notes.
// Knows nothing of what the text says.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/flow.h"
#include "indexer/extract/left_out.h"

namespace minutebook::indexer {

class RtfReader {
 public:
  explicit RtfReader(std::string_view bytes) : bytes_(bytes) {}

  /// Reads everything. Throws UnreadableDocument: groups nested beyond reason.
  void run();

  std::vector<std::string> finish() { return flow_.finish(); }
  /// The lines of page headers.
  std::vector<std::string> headers() { return header_flow_.finish(); }
  const LeftOut& left_out() const { return left_out_; }
  /// False: groups were still open at the end.
  bool complete() const { return complete_; }

 private:
  enum class Closing : std::uint8_t { nothing, aside, header };
  enum class Table : std::uint8_t { no, fonts, styles };  ///< tables of the document's head
  struct Group {
    bool bold = false;
    bool underlined = false;
    bool link = false;  ///< the result of a field: what is underlined there is no title
    bool hidden = false;
    bool struck = false;
    bool deleted = false;
    bool skip = false;
    bool list_text = false;  ///< the number that was printed before a paragraph
    Closing closing = Closing::nothing;
    Table table = Table::no;
    int font = -1;
    int style = 0;          ///< in the table of styles
    int after_unicode = 1;  ///< characters that stand for a \u in readers that do not know it
  };
  struct Font {
    int charset = -1;
    std::string name;
  };
  /// Properties of the paragraph that is open, and its text.
  struct Place {
    Paragraph paragraph;
    std::string label;  ///< the number that was printed before it
    int style = 0;
    int outline = -1;
    bool in_table = false;
  };

  void group_begins();
  void group_ends();
  void control();
  void control_word(std::string_view word, bool has_number, int number);
  bool character_word(std::string_view word, bool on, int number);
  bool paragraph_word(std::string_view word, int number);
  bool destination(std::string_view word);
  void symbol(char sign);
  void byte(char c);
  void unicode(int number);
  void flush();
  void write(std::string_view utf8);
  void head_text(std::string_view utf8);
  void end_paragraph();
  void end_cell();
  void begin_aside(std::string word);
  const char* encoding() const;
  Group& group() { return groups_.back(); }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::vector<Group> groups_ = std::vector<Group>(1);
  std::vector<Place> places_ = std::vector<Place>(1);
  std::map<int, Font> fonts_;
  std::map<int, std::string> style_names_;
  Flow flow_;
  Flow header_flow_;
  LeftOut left_out_;
  std::string pending_;  ///< bytes in the code page of the font
  bool starred_ = false;
  bool open_table_ = false;
  bool open_row_ = false;
  bool open_cell_ = false;
  bool complete_ = false;
  int skip_characters_ = 0;
  int high_surrogate_ = 0;
  int code_page_ = 1252;
  int default_font_ = 0;
  int notes_ = 0;
};

}  // namespace minutebook::indexer
