// From words with places to lines in reading order: columns one after the other, rows of tables cell by cell, notes in
// a margin apart. Knows nothing of the library that reads PDF, nor of what the lines mean.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/pdf_words.h"

namespace minutebook::indexer {

struct PdfLine {
  std::vector<std::string> cells;  ///< one: a line of text; more: a row of a table, cells may be empty
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;        ///< of its font, most of its characters
  double first_word = 0;  ///< width of its first word: would it have fitted on the line before?
  double edge = 0;        ///< where the lines of its column end on the right
  bool bold = false;      ///< all its words but a number before them and page references behind them are
  bool margin = false;    ///< of a narrow column beside the text
  int column = 0;         ///< changes where another column or table begins
  bool row() const { return cells.size() > 1; }
};

struct PdfPageLines {
  double height = 0;
  std::vector<PdfLine> lines;  ///< in reading order
};

PdfPageLines lay_out(const PdfPage& page);

}  // namespace minutebook::indexer
