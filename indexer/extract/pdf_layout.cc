#include "indexer/extract/pdf_layout.h"

#include <algorithm>
#include <cctype>
#include <span>

#include "indexer/extract/pdf_regions.h"

namespace minutebook::indexer {
namespace {

constexpr int deepest = 4;  // columns inside columns

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0xC3;
  });
}

/// Numbers before a title are often in another font, and so are the pages it stands on ("(Pages 1 - 18)").
bool is_bold(const Band& band) {
  bool any = false;
  for (const PdfWord* word : band.words) {
    if (word->text.starts_with("(Page")) break;
    if (!has_letter(word->text) || (word == band.words.front() && is_enumerator(word->text))) continue;
    if (!word->bold) return false;
    any = true;
  }
  return any;
}

PdfLine line_of(const Band& band) {
  PdfLine line{.cells = {text_of(band)}, .left = band.words.front()->left, .top = band.top, .right = 0};
  for (const PdfWord* word : band.words) line.right = std::max(line.right, word->right);
  line.bottom = band.bottom;
  line.size = band.size;
  line.first_word = band.words.front()->right - band.words.front()->left;
  line.bold = is_bold(band);
  return line;
}

void add_to_cell(std::string& cell, const std::string& more) {
  if (more.empty()) return;
  const bool hyphen = cell.size() > 1 && cell.back() == '-' && has_letter(cell.substr(cell.size() - 2, 1));
  if (!cell.empty() && !hyphen) cell += ' ';
  cell += more;
}

/// Rows whose cells are several lines high are told by the space between them or by their first cell.
class TableRows {
 public:
  TableRows(std::span<const Band> bands, const std::vector<Span>& columns) : bands_(bands), columns_(columns) {
    double widest = -1e9;
    narrowest_ = 1e9;
    for (std::size_t at = 1; at < bands.size(); ++at) {
      narrowest_ = std::min(narrowest_, gap(at));
      widest = std::max(widest, gap(at));
    }
    spaced_ = bands.size() > 2 && widest - narrowest_ >= 0.35 * bands[0].size;
  }

  std::vector<PdfLine> make() const {
    std::vector<PdfLine> rows;
    for (std::size_t at = 0; at < bands_.size(); ++at) {
      PdfLine row = line_of(bands_[at]);
      row.bold = false;
      row.cells.clear();
      for (const Span& column : columns_) row.cells.push_back(text_of(part_in(bands_[at], column)));
      if (rows.empty() || begins_row(at, row)) {
        rows.push_back(std::move(row));
      } else {
        for (std::size_t cell = 0; cell < row.cells.size(); ++cell)
          add_to_cell(rows.back().cells[cell], row.cells[cell]);
        rows.back().bottom = row.bottom;
      }
    }
    return rows;
  }

 private:
  double gap(std::size_t at) const { return bands_[at].top - bands_[at - 1].bottom; }

  bool begins_row(std::size_t at, const PdfLine& row) const {
    if (spaced_) return gap(at) - narrowest_ >= 0.25 * bands_[at].size;
    const bool goes_on = std::islower(static_cast<unsigned char>(row.cells[0][0])) != 0;
    return !row.cells[0].empty() && !goes_on;
  }

  std::span<const Band> bands_;
  const std::vector<Span>& columns_;
  double narrowest_ = 0;
  bool spaced_ = false;
};

class Layout {
 public:
  explicit Layout(PdfPageLines& page) : page_(page) {}

  void add(const std::vector<const PdfWord*>& words, int depth) {
    const std::vector<Band> bands = make_bands(words);
    std::size_t first = page_.lines.size();
    for (std::size_t at = 0; at < bands.size();) {
      const std::span<const Band> rest = std::span(bands).subspan(at);
      Region region = next_region(rest);
      if (region.kind == RegionKind::columns && depth == deepest) region = {.kind = RegionKind::text};
      const std::span<const Band> inside = rest.first(region.bands);
      switch (region.kind) {
        case RegionKind::text:
          add_line(line_of(rest.front()));
          break;
        case RegionKind::columns:
          settle_edges(first);
          for (const Span& column : region.columns) add_column(inside, column, depth);
          first = page_.lines.size();
          ++column_;
          break;
        case RegionKind::table:
          ++column_;
          for (PdfLine& row : TableRows(inside, region.columns).make()) add_line(std::move(row));
          ++column_;
          break;
        case RegionKind::margin:
          add_with_margin(inside, region);
          break;
      }
      at += region.bands;
    }
    settle_edges(first);
  }

 private:
  void add_line(PdfLine line) {
    line.column = column_;
    page_.lines.push_back(std::move(line));
  }

  void add_column(std::span<const Band> bands, const Span& column, int depth) {
    std::vector<const PdfWord*> words;
    for (const Band& band : bands) {
      const Band part = part_in(band, column);
      words.insert(words.end(), part.words.begin(), part.words.end());
    }
    ++column_;
    add(words, depth + 1);
  }

  void add_with_margin(std::span<const Band> bands, const Region& region) {
    for (const Band& band : bands) {
      const Band text = part_in(band, region.columns[region.main]);
      const Band note = part_in(band, region.columns[1 - region.main]);
      if (!text.words.empty()) add_line(line_of(text));
      if (note.words.empty()) continue;
      PdfLine line = line_of(note);
      line.margin = true;
      add_line(std::move(line));
    }
  }

  /// The lines from `first` on stand in one column: it ends where the longest of them ends.
  void settle_edges(std::size_t first) {
    double edge = 0;
    for (std::size_t at = first; at < page_.lines.size(); ++at) {
      const PdfLine& line = page_.lines[at];
      if (!line.row() && !line.margin) edge = std::max(edge, line.right);
    }
    for (std::size_t at = first; at < page_.lines.size(); ++at) {
      if (page_.lines[at].edge == 0) page_.lines[at].edge = edge;
    }
  }

  PdfPageLines& page_;
  int column_ = 0;
};

}  // namespace

PdfPageLines lay_out(const PdfPage& page) {
  PdfPageLines result{.height = page.height, .lines = {}};
  std::vector<const PdfWord*> words;
  for (const PdfWord& word : page.words) words.push_back(&word);
  Layout(result).add(words, 0);
  return result;
}

}  // namespace minutebook::indexer
