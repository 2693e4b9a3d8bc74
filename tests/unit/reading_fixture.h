// Papers as text for the tests of reading: understood without a file or an index.
// Knows nothing of what the tests expect.
#pragma once

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <string>

#include "indexer/understand.h"

namespace minutebook::indexer {

inline ExtractedText lines_of(const std::string& text) {
  ExtractedText extracted{.format = "text"};
  ExtractedPage page;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) page.lines.push_back(line);
  extracted.pages.push_back(std::move(page));
  return extracted;
}

inline Understood read_text(const std::string& text) {
  return understand(lines_of(text), {}, schema::CouncilRegistry::built_in());
}

/// The item of that number. Throws if there is none.
inline schema::Item item_of(const schema::Paper& paper, const std::string& number) {
  for (const schema::Item& one : paper.items) {
    if (one.number == number) return one;
  }
  throw std::runtime_error("no item " + number);
}

/// True if a warning of the paper holds the words.
inline bool warned(const schema::Paper& paper, const std::string& words) {
  return std::any_of(paper.warnings.begin(), paper.warnings.end(),
                     [&](const std::string& one) { return one.find(words) != std::string::npos; });
}

inline std::size_t passages_of(const schema::Item& item, schema::PassageKind kind) {
  std::size_t count = 0;
  for (const schema::Passage& passage : item.passages) count += passage.kind == kind ? 1 : 0;
  return count;
}

}  // namespace minutebook::indexer
