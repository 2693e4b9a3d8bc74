// Lines of text for people: wrapped, indented, bold where a terminal can, safe from control characters in names and
// papers. Knows nothing of answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "query/include/minutebook/answer.h"

namespace minutebook::query {

/// Columns a text takes; good enough for Latin letters.
std::size_t width(std::string_view text);
/// One line of valid UTF-8: control characters of file names and papers, which would move the cursor or worse, become
/// spaces, invalid bytes U+FFFD.
std::string printable(std::string_view text);
/// 1234567 -> "1,234,567".
std::string with_commas(std::uint64_t number);
/// "1 paper", "2,000 papers".
std::string counted(std::uint64_t number, std::string_view noun);
/// Spaces in front until it is `columns` wide.
std::string padded(const std::string& text, std::size_t columns);

struct StyledText {
  std::string text;
  bool bold = false;
};

class TextLayout {
 public:
  /// Without `bold` nothing but the text is written.
  TextLayout(std::ostream& out, bool bold, std::size_t columns);

  void blank() { out_ << "\n"; }
  /// One line as it stands, control characters aside.
  void verbatim(std::string_view text);
  /// A paragraph wrapped at the columns, every line indented.
  void line(const StyledText& text, std::size_t indent);
  /// Highlighted runs as a paragraph, `label` and a colon in front if it is not empty.
  void runs(const std::string& label, const std::vector<Run>& runs, std::size_t indent);

 private:
  struct Piece {
    std::string text;
    bool bold = false;
    bool space_before = false;
  };
  static void split(const std::string& text, bool bold, std::vector<Piece>& pieces);
  void wrap(const std::vector<Piece>& pieces, std::size_t indent);

  std::ostream& out_;
  bool bold_;
  std::size_t columns_;
};

}  // namespace minutebook::query
