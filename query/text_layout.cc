#include "query/text_layout.h"

#include <algorithm>

#include "schema/analysis.h"

namespace minutebook::query {

namespace {

constexpr std::size_t narrowest = 40;
constexpr std::string_view bold_on = "\x1b[1m";
constexpr std::string_view bold_off = "\x1b[0m";

}  // namespace

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

std::string printable(std::string_view text) {
  std::string safe = schema::valid_utf8(text) ? std::string(text) : schema::to_nfc(text);
  for (std::size_t i = 0; i < safe.size(); ++i) {
    const auto byte = static_cast<unsigned char>(safe[i]);
    if (byte < 0x20 || byte == 0x7F) safe[i] = ' ';
    // U+0080 to U+009F: terminals take U+009B for the beginning of a command.
    if (byte == 0xC2 && static_cast<unsigned char>(safe[i + 1]) < 0xA0) safe.replace(i, 2, " ");
  }
  return safe;
}

std::string with_commas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string counted(std::uint64_t number, std::string_view noun) {
  return with_commas(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string padded(const std::string& text, std::size_t columns) {
  const std::size_t taken = width(text);
  return std::string(columns > taken ? columns - taken : 0, ' ') + text;
}

TextLayout::TextLayout(std::ostream& out, bool bold, std::size_t columns)
    : out_(out), bold_(bold), columns_(std::max(columns, narrowest)) {}

void TextLayout::verbatim(std::string_view text) {
  out_ << printable(text) << "\n";
}

void TextLayout::line(const StyledText& text, std::size_t indent) {
  // Figures in columns keep their leading spaces: they are part of the indent.
  const std::size_t leading = std::min(text.text.find_first_not_of(' '), text.text.size());
  std::vector<Piece> pieces;
  split(text.text, text.bold, pieces);
  wrap(pieces, indent + leading);
}

void TextLayout::runs(const std::string& label, const std::vector<Run>& runs, std::size_t indent) {
  std::vector<Piece> pieces;
  if (!label.empty()) split(label + ": ", false, pieces);
  for (const Run& run : runs) split(run.text, run.highlight, pieces);
  wrap(pieces, indent);
}

/// Appends the words of `text`; a piece that no space parts from the one before is never wrapped away from it.
void TextLayout::split(const std::string& text, bool bold, std::vector<Piece>& pieces) {
  const std::string safe = printable(text);
  bool space = !pieces.empty() && pieces.back().text.empty();
  if (space) pieces.pop_back();
  for (std::size_t at = 0; at < safe.size();) {
    const std::size_t end = std::min(safe.find(' ', at), safe.size());
    if (end > at) {
      pieces.push_back({safe.substr(at, end - at), bold, space});
      space = false;
    }
    if (end < safe.size()) space = true;
    at = end + 1;
  }
  // An empty piece stands for a space that the next run finds before it.
  if (space) pieces.push_back({});
}

void TextLayout::wrap(const std::vector<Piece>& pieces, std::size_t indent) {
  std::string line(indent, ' ');
  std::size_t taken = indent;
  bool bold = false;
  const auto set_bold = [&](bool wanted) {
    if (bold_ && bold != wanted) line += wanted ? bold_on : bold_off;
    bold = wanted;
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.text.empty()) continue;
    std::size_t needed = width(piece.text);
    for (std::size_t next = i + 1; next < pieces.size() && !pieces[next].space_before; ++next) {
      needed += width(pieces[next].text);
    }
    const bool spaced = taken > indent && piece.space_before;
    if (!piece.bold) set_bold(false);
    if (spaced && taken + 1 + needed > columns_) {
      set_bold(false);
      out_ << line << "\n";
      line.assign(indent, ' ');
      taken = indent;
    } else if (spaced) {
      line += ' ';
      ++taken;
    }
    set_bold(piece.bold);
    line += piece.text;
    taken += width(piece.text);
  }
  set_bold(false);
  out_ << line << "\n";
}

}  // namespace minutebook::query
