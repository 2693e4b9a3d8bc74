#include "indexer/extract/pdf_table.h"

#include <algorithm>
#include <cctype>

#include "indexer/extract/pdf_regions.h"

namespace minutebook::indexer {
namespace {

constexpr double rule_width = 0.3;  // points: the least that a ruled line adds between rows

bool is_in_capitals(std::string_view text) {
  const auto count = [&](int (*is)(int)) {
    return std::count_if(text.begin(), text.end(), [is](char c) { return is(static_cast<unsigned char>(c)) != 0; });
  };
  return count(std::islower) == 0 && count(std::isupper) >= 3;
}

void add_to_cell(std::string& cell, const std::string& more) {
  if (more.empty()) return;
  const bool hyphen =
      cell.size() > 1 && cell.back() == '-' && std::isalpha(static_cast<unsigned char>(cell.end()[-2])) != 0;
  if (!cell.empty() && !hyphen) cell += ' ';
  cell += more;
}

class RowMaker {
 public:
  RowMaker(std::span<const Band> bands, const std::vector<Span>& columns) : bands_(bands) {
    std::vector<double> bottoms(columns.size(), -1e9);  // of the last line in each column
    double bottom = bands[0].bottom;
    for (const Band& band : bands) {
      std::vector<std::string>& texts = cells_.emplace_back();
      const std::vector<Band> parts = parts_of(band, columns);
      double& gap = gaps_.emplace_back(1e9);
      for (std::size_t column = 0; column < parts.size(); ++column) {
        texts.push_back(text_of(parts[column]));
        if (parts[column].words.empty()) continue;
        gap = std::min(gap, parts[column].top - bottoms[column]);
        bottoms[column] = parts[column].bottom;
      }
      if (gap >= -0.1 * band.size) narrowest_ = std::min(narrowest_, gap);
      // Cells that are centred beside higher ones reach into the lines above and below.
      reaches_up_.push_back(cells_.size() > 1 && band.top - bottom < -0.1 * band.size);
      bottom = std::max(bottom, band.bottom);
    }
    compare_gaps();
    beside_label_ = stands_beside_label();
  }

  std::vector<TableRow> make() const {
    std::vector<TableRow> rows;
    for (std::size_t at = 0; at < bands_.size(); ++at) {
      if (rows.empty() || begins_row(at, rows.back())) {
        rows.push_back({.cells = cells_[at], .first = at, .end = at + 1, .heading = is_numbered_heading(at)});
        continue;
      }
      for (std::size_t cell = 0; cell < cells_[at].size(); ++cell)
        add_to_cell(rows.back().cells[cell], cells_[at][cell]);
      rows.back().end = at + 1;
    }
    return rows;
  }

 private:
  bool wide(std::size_t at) const { return gaps_[at] - narrowest_ >= rule_width; }

  /// Lines of one cell stand closest; even a thin rule between rows adds to that. Where lines that stand closest have
  /// figures below figures, they are rows themselves, and gaps tell nothing.
  void compare_gaps() {
    std::size_t close = 0;
    std::size_t figures = 0;
    for (std::size_t at = 1; at < bands_.size(); ++at) {
      if (reaches_up_[at]) continue;
      if (wide(at)) {
        spaced_ = true;
        continue;
      }
      ++close;
      for (std::size_t cell = 0; cell < cells_[at].size(); ++cell) {
        if (!is_figure(cells_[at][cell]) || !is_figure(cells_[at - 1][cell])) continue;
        ++figures;
        break;
      }
    }
    spaced_ = spaced_ && figures * 4 <= close;
  }

  /// "Present:  A Holt  AH  B Reid  BR" over lines filled alike but for the label: a list, each line a row of its own.
  bool stands_beside_label() const {
    if (cells_.size() < 3 || cells_[0].size() < 3 || cells_[0][0].empty()) return false;
    const auto filled = [](const std::vector<std::string>& cells) {
      return std::count_if(cells.begin() + 1, cells.end(), [](const std::string& cell) { return !cell.empty(); });
    };
    const std::ptrdiff_t full = filled(cells_[0]);
    for (std::size_t at = 1; at < cells_.size(); ++at) {
      const std::ptrdiff_t here = filled(cells_[at]);
      if (!cells_[at][0].empty() || here < 2 || (here < full && at + 1 < cells_.size())) return false;
    }
    return full >= 2;
  }

  /// "11. ACCOUNTS TO PAY" across the columns, bold or in capitals: what stands below it is another table.
  bool is_numbered_heading(std::size_t at) const {
    const std::string& first = cells_[at][0];
    const std::size_t space = first.find(' ');
    if (space == first.npos || !is_enumerator(first.substr(0, space)) || space > 5 || first[space - 1] != '.')
      return false;
    const bool alone =
        std::all_of(cells_[at].begin() + 1, cells_[at].end(), [](const std::string& cell) { return cell.empty(); });
    return alone && (is_bold(bands_[at]) || is_in_capitals(first));
  }

  bool begins_row(std::size_t at, const TableRow& before) const {
    const std::string& first = cells_[at][0];
    if (beside_label_ || is_numbered_heading(at)) return true;
    if (is_numbered_heading(before.first) && !(is_bold(bands_[at]) && is_bold(bands_[at - 1]))) return true;
    if (reaches_up_[at]) return false;
    for (std::size_t cell = 0; cell < before.cells.size(); ++cell) {
      if (is_figure(cells_[at][cell]) && is_figure(before.cells[cell])) return true;
    }
    if (!first.empty() && before.cells[0].ends_with(':')) return true;
    if (spaced_) return wide(at);
    return !first.empty() && std::islower(static_cast<unsigned char>(first[0])) == 0;
  }

  std::span<const Band> bands_;
  std::vector<std::vector<std::string>> cells_;  // of each band
  std::vector<double> gaps_;                     // above each band, to the line before in one of its columns
  std::vector<bool> reaches_up_;                 // beside lines of the band before
  double narrowest_ = 1e9;
  bool spaced_ = false;        // rows are told by the space between them
  bool beside_label_ = false;  // each line is a row
};

}  // namespace

bool is_figure(std::string_view text) {
  return !text.empty() && text.find_first_of("0123456789") != text.npos &&
         std::none_of(text.begin(), text.end(),
                      [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

std::vector<TableRow> rows_of(std::span<const Band> bands, const std::vector<Span>& columns) {
  return RowMaker(bands, columns).make();
}

}  // namespace minutebook::indexer
