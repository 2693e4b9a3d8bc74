// What reading one file came to: the text of its pages, or why there is none. The same on both sides of the worker's
// socket. Knows nothing of processes, formats or papers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "indexer/extract/extracted_text.h"

namespace minutebook::indexer {

enum class ExtractionStatus {
  read,   ///< `text` holds its pages
  empty,  ///< the file has no text: nothing, or white space only; or `reason` says why it holds no paper
  failed  ///< `reason` says why; `text.format` may still be known
};

struct Extraction {
  ExtractionStatus status = ExtractionStatus::read;
  ExtractedText text;
  std::string reason;  ///< "is not text: it holds NUL bytes …", "ZIP files are not read by this version"
};

// Limits of one file, kept by the worker and checked again by its client.
inline constexpr std::uint64_t max_file_bytes = 200'000'000;
inline constexpr std::size_t max_text_bytes = 40'000'000;
inline constexpr std::size_t max_line_bytes = 1'000'000;
inline constexpr std::size_t max_lines = 2'000'000;
inline constexpr std::size_t max_pages = 20'000;
inline constexpr std::size_t max_warnings = 100;
inline constexpr std::size_t max_sentence_bytes = 1'000;  ///< of a warning or a reason
inline constexpr std::size_t max_facts = 500;
inline constexpr std::size_t max_fact_bytes = 4'000;  ///< of one fact's value or one bookmark's title
inline constexpr std::size_t max_outline = 20'000;
inline constexpr std::size_t max_label_bytes = 100;  ///< of a page's label

}  // namespace minutebook::indexer
