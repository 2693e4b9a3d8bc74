// The flow of a word processor's document: paragraphs, tables, boxes and notes in the order a reader meets them, as
// lines in the light markup. Knows nothing of file formats or of what the text says.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/extraction.h"
#include "indexer/extract/paragraph.h"

namespace minutebook::indexer {

class Flow {
 public:
  /// A paragraph that is complete; blank ones separate nothing and are left out.
  void add(const Paragraph& paragraph);

  /// Tables may stand in cells and boxes. What is called out of order is ignored: documents lie.
  void begin_table();
  void begin_row();
  void begin_cell();
  /// The open cell spans so many columns.
  void span_columns(std::size_t columns);
  /// `times`: how often the cell or row stands there; blank ones and very long ones are not repeated.
  void end_cell(std::size_t times = 1);
  void end_row(std::size_t times = 1);
  void end_table();

  /// What is added between the two stands behind the paragraph that is added next: boxes and notes hang on one.
  void begin_aside();
  void end_aside();

  /// Everything still open is closed; then the page, with a blank line between paragraphs.
  std::vector<std::string> finish();

 private:
  /// A paragraph or a row of cells.
  struct Piece {
    bool row = false;
    bool bullet = false;
    std::vector<std::string> lines;
    std::string plain;
  };
  struct Cell {
    std::size_t columns = 1;
    std::vector<Piece> pieces;
  };
  using Row = std::vector<Cell>;
  enum class Place { page, table, row, cell, aside };
  /// One that is open; which members are used depends on the place.
  struct Open {
    Place place = Place::page;
    std::vector<Piece> pieces = {};  ///< page, aside, cell
    std::vector<Piece> asides = {};  ///< page, aside, cell: waiting for their paragraph
    std::vector<Row> rows = {};      ///< table
    Row cells = {};                  ///< row
    std::size_t columns = 1;         ///< cell
    std::size_t times = 1;           ///< cell, row
  };

  Open& top() { return open_.back(); }
  Open& text_place();
  void append(Piece piece);
  void flush_asides();
  void close();
  void close_until(Place place);
  void add_table(std::vector<Row> rows);
  void add_minutes_row(const Row& row);

  static std::string cell_text(const Cell& cell);
  static bool is_minutes_row(const Row& row);
  static bool are_minutes(const std::vector<Row>& rows);
  static Piece row_piece(const Row& row, std::size_t columns);

  std::vector<Open> open_ = std::vector<Open>(1);
};

/// The page of a document without pages: `lines` within the limits of extraction.h, which are told in `text.warnings`
/// when they cut. Sets the status `empty` if there is no text.
void set_only_page(std::vector<std::string> lines, Extraction& extraction);

}  // namespace minutebook::indexer
