#include "indexer/extract/pdf_layout.h"

#include <algorithm>
#include <cctype>
#include <span>

#include "indexer/extract/pdf_regions.h"
#include "indexer/extract/pdf_table.h"

namespace minutebook::indexer {
namespace {

constexpr int deepest = 4;  // columns inside columns

PdfLine line_of(const Band& band) {
  PdfLine line{.cells = {text_of(band)}, .left = band.words.front()->left, .top = band.top, .right = 0};
  for (const PdfWord* word : band.words) line.right = std::max(line.right, word->right);
  line.bottom = band.bottom;
  line.size = band.size;
  line.first_word = band.words.front()->right - band.words.front()->left;
  line.bold = is_bold(band);
  return line;
}

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
          add_columns(inside, region.columns, depth);
          first = page_.lines.size();
          ++column_;
          break;
        case RegionKind::table:
          ++column_;
          add_rows(inside, region.columns);
          ++column_;
          break;
        case RegionKind::parted:
          for (const Band& part : parts_of(rest.front(), region.columns)) add_line(line_of(part));
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

  void add_rows(std::span<const Band> bands, const std::vector<Span>& columns) {
    for (TableRow& row : rows_of(bands, columns)) {
      PdfLine line = line_of(bands[row.first]);
      const auto filled =
          std::count_if(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.empty(); });
      // A bold line across the table is a heading of what follows, and so is one with a number in capitals.
      const bool heading = line.bold || row.heading;
      if (filled == 1 && heading && !row.cells[0].empty()) {
        line.cells = {std::move(row.cells[0])};
      } else {
        line.cells = std::move(row.cells);
        line.bold = false;
      }
      for (std::size_t at = row.first; at < row.end; ++at) line.bottom = std::max(line.bottom, bands[at].bottom);
      add_line(std::move(line));
    }
  }

  void add_columns(std::span<const Band> bands, const std::vector<Span>& columns, int depth) {
    std::vector<std::vector<const PdfWord*>> words(columns.size());
    for (const Band& band : bands) {
      const std::vector<Band> parts = parts_of(band, columns);
      for (std::size_t i = 0; i < parts.size(); ++i) {
        words[i].insert(words[i].end(), parts[i].words.begin(), parts[i].words.end());
      }
    }
    for (const std::vector<const PdfWord*>& column : words) {
      ++column_;
      add(column, depth + 1);
    }
  }

  void add_with_margin(std::span<const Band> bands, const Region& region) {
    for (const Band& band : bands) {
      const std::vector<Band> parts = parts_of(band, region.columns);
      // A number before the text is the beginning of its line, whatever else stands in that column.
      const bool numbered =
          region.main == 1 && !parts[0].words.empty() && !parts[1].words.empty() && is_enumerator(text_of(parts[0]));
      if (numbered) {
        add_line(line_of(band));
        continue;
      }
      if (!parts[region.main].words.empty()) add_line(line_of(parts[region.main]));
      if (parts[1 - region.main].words.empty()) continue;
      PdfLine note = line_of(parts[1 - region.main]);
      note.margin = true;
      add_line(std::move(note));
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
