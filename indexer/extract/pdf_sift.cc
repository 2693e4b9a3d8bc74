#include "indexer/extract/pdf_sift.h"

#include <algorithm>
#include <cctype>

#include "indexer/extract/page_ranges.h"
#include "indexer/extract/pdf_fonts.h"

namespace minutebook::indexer {

SiftedPage drop_wrong_text(PdfPageLines& page) {
  SiftedPage result;
  for (PdfLine& line : page.lines) {
    std::size_t wrong = 0;
    std::size_t letters = 0;
    for (std::string& cell : line.cells) {
      SiftedLine sifted = sift(cell);
      wrong += sifted.wrong;
      letters += sifted.letters;
      if (sifted.wrong > 0) cell = std::move(sifted.text);
    }
    if (wrong == 0) continue;
    const bool whole = wrong * 2 > letters;
    ++(whole ? result.lines : result.words);
    if (whole) line.cells.clear();
  }
  std::erase_if(page.lines, [](const PdfLine& line) { return line.cells.empty(); });
  return result;
}

std::size_t text_on(const PdfPageLines& page) {
  std::size_t count = 0;
  for (const PdfLine& line : page.lines) {
    for (const std::string& cell : line.cells) {
      count += static_cast<std::size_t>(std::count_if(cell.begin(), cell.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
      }));
    }
  }
  return count;
}

std::string wrong_text_warning(const std::vector<SiftedPage>& pages) {
  std::vector<int> numbers;
  std::size_t lines = 0;
  std::size_t parts = 0;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    if (pages[page].lines + pages[page].words == 0) continue;
    numbers.push_back(static_cast<int>(page) + 1);
    lines += pages[page].lines;
    parts += pages[page].words;
  }
  if (numbers.empty()) return {};
  return std::to_string(lines) + " lines and parts of " + std::to_string(parts) + " more on " + page_ranges(numbers) +
         " were left out: their fonts do not tell which characters they show";
}

}  // namespace minutebook::indexer
