#include "indexer/extract/pdf_lines.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>

#include "indexer/extract/pdf_regions.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t longest_heading = 200;  // bytes: larger text that is longer is a quotation or a poster

const std::string& text_of(const PdfLine& line) {
  return line.cells.front();
}

bool same_size(double a, double b) {
  return std::abs(a - b) < 0.6;
}

/// The distance from one base line to the next within paragraphs: the smaller ones, but never more than text is usually
/// spaced, for a page may hold no paragraph of two lines.
double usual_leading(const std::vector<PdfLine>& lines) {
  std::vector<double> distances;
  double size = 0;
  for (std::size_t at = 1; at < lines.size(); ++at) {
    const PdfLine& line = lines[at];
    const PdfLine& before = lines[at - 1];
    if (line.row() || before.row() || line.column != before.column || !same_size(line.size, before.size)) continue;
    const double distance = line.bottom - before.bottom;
    if (distance <= 0.5 * line.size || distance > 2.5 * line.size) continue;
    distances.push_back(distance / line.size);
    size = std::max(size, line.size);
  }
  if (distances.empty()) return 1.2;
  std::sort(distances.begin(), distances.end());
  return std::min(distances[distances.size() / 5], 1.7);
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

/// The bullet, in whatever font, that begins the text; 0: none. A hyphen counts only as a word of its own.
std::size_t bullet_bytes(std::string_view text) {
  static constexpr std::string_view signs[] = {"\u2022", "\u25CF", "\u25AA", "\u25A0", "\u2023", "\u25E6",
                                               "\u27A2", "\u2756", "\u00B7", "\u25CB", "\u2043", "\u2713"};
  const std::string_view word = first_word(text);
  if (word == "o" || word == "-" || word == "\u2013") return word.size() == text.size() ? 0 : word.size();
  for (const std::string_view sign : signs) {
    if (text.starts_with(sign)) return sign.size();
  }
  // Symbol fonts give characters of the private use area, U+F000 to U+F0FF.
  const bool symbol = word.size() == 3 && word[0] == '\xEF' && static_cast<unsigned char>(word[1]) <= 0x83;
  return symbol ? 3 : 0;
}

std::string without_bullet(std::string_view text, std::size_t bytes) {
  text.remove_prefix(bytes);
  const std::size_t start = text.find_first_not_of(' ');
  return start == text.npos ? std::string() : std::string(text.substr(start));
}

class Writer {
 public:
  Writer(const PdfPageLines& page, double body)
      : lines_(page.lines), leading_(usual_leading(page.lines)), body_(body) {}

  std::vector<std::string> write() {
    for (std::size_t at = 0; at < lines_.size();) {
      if (at > 0 && gap_before(at)) blank();
      if (lines_[at].row()) {
        add_row(lines_[at++]);
      } else if (lines_[at].margin) {
        at = add_margin(at);
      } else if (is_mark(text_of(lines_[at]))) {
        out_.push_back(text_of(lines_[at++]));
      } else {
        at = add_paragraph(at);
      }
    }
    if (!out_.empty() && out_.back().empty()) out_.pop_back();
    return std::move(out_);
  }

 private:
  void blank() {
    if (!out_.empty() && !out_.back().empty()) out_.emplace_back();
  }

  /// Marks that the printing system left (item_marks.h reads them) stay on lines of their own.
  static bool is_mark(std::string_view text) {
    return text.size() < 60 && text.starts_with('<') && text.ends_with('>') && text.find(' ') == text.npos;
  }

  bool gap_before(std::size_t at) const {
    const PdfLine& line = lines_[at];
    const PdfLine& before = lines_[at - 1];
    if (line.row() && before.row() && line.column == before.column) return false;
    if (line.column != before.column || line.margin != before.margin || line.row() != before.row()) return true;
    return line.bottom - before.bottom > 1.2 * leading_ * std::min(line.size, before.size) + 0.5 ||
           line.bottom < before.bottom;
  }

  bool is_heading(const PdfLine& line) const {
    return body_ > 0 && line.size >= 1.15 * body_ && line.size >= body_ + 1;
  }

  /// The line before filled its column: the first word of this one had no room there any more.
  bool wrapped(const PdfLine& before, const PdfLine& line) const {
    if (before.right - before.left < 12 * before.size) return false;
    // The column may be wider than its longest line: a line that ends in mid-sentence has a little more room.
    const char last = text_of(before).back();
    const double slack = (last == '.' || last == ':' || last == ';' ? 0.3 : 2) * line.size;
    const double space = 0.2 * line.size;
    return before.right + space + line.first_word > before.edge - slack;
  }

  bool joins(std::size_t at) const {
    const PdfLine& line = lines_[at];
    const PdfLine& before = lines_[at - 1];
    if (line.row() || line.margin || line.column != before.column || before.margin || is_mark(text_of(line)))
      return false;
    if (is_heading(line) ? line.bottom - before.bottom > 1.5 * line.size : gap_before(at)) return false;
    if (!same_size(line.size, before.size)) return false;
    const bool goes_on = std::islower(static_cast<unsigned char>(text_of(line)[0])) != 0;
    if (line.bold != before.bold && !goes_on) return false;
    if (is_enumerator(first_word(text_of(line))) || bullet_bytes(text_of(line)) > 0) return false;
    // What stands before a hyphen at the line end is mended where words are known.
    if (text_of(before).ends_with('-')) return false;
    if (is_heading(line)) return true;
    return line.left > before.left - 3 * line.size && wrapped(before, line);
  }

  void add_row(const PdfLine& line) {
    std::string row;
    for (const std::string& cell : line.cells) row += (&cell == &line.cells.front() ? "" : "\t") + cell;
    out_.push_back(std::move(row));
  }

  /// Two spaces at the end say that the line was broken for want of width.
  std::size_t add_margin(std::size_t at) {
    blank();
    while (at < lines_.size() && lines_[at].margin) out_.push_back(text_of(lines_[at++]) + "  ");
    blank();
    return at;
  }

  std::size_t add_paragraph(std::size_t at) {
    const PdfLine& first = lines_[at];
    std::string text = text_of(first);
    const std::size_t bullet = bullet_bytes(text);
    if (bullet > 0) text = without_bullet(text, bullet);
    std::size_t end = at + 1;
    bool bold = first.bold;
    for (; end < lines_.size() && joins(end); ++end) {
      text += ' ' + text_of(lines_[end]);
      bold = bold && lines_[end].bold;
    }
    if (text.empty()) return end;
    std::string markup = bullet > 0 ? "- " : "";
    const bool heading = bullet == 0 && is_heading(first) && text.size() <= longest_heading && has_words(text);
    if (heading) {
      blank();
      markup += rank(first);
    }
    out_.push_back(bold && !heading && text.find('*') == text.npos ? markup + "**" + text + "**" : markup + text);
    if (heading) blank();
    return end;
  }

  static bool has_words(std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return std::isalpha(static_cast<unsigned char>(c)); }) >
           2;
  }

  std::string rank(const PdfLine& line) const {
    if (line.size >= 1.7 * body_) return "# ";
    return line.size >= 1.3 * body_ ? "## " : "### ";
  }

  const std::vector<PdfLine>& lines_;
  double leading_;
  double body_;
  std::vector<std::string> out_;
};

}  // namespace

double body_size(const std::vector<PdfPageLines>& pages) {
  std::map<int, std::size_t> bytes;  // by tenths of a point
  for (const PdfPageLines& page : pages) {
    for (const PdfLine& line : page.lines) {
      for (const std::string& cell : line.cells) bytes[static_cast<int>(std::lround(line.size * 10))] += cell.size();
    }
  }
  const auto most =
      std::max_element(bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == bytes.end() ? 0 : most->first / 10.0;
}

std::vector<std::string> lines_of(const PdfPageLines& page, double body) {
  return Writer(page, body).write();
}

}  // namespace minutebook::indexer
