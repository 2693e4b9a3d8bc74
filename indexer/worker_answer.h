// A worker's answer, taken frame by frame and believed in nothing: order, totals, encoding, page numbers are checked.
// Knows nothing of processes or sockets.
#pragma once

#include <string>

#include "indexer/extract/extraction.h"
#include "indexer/extract/frames.h"

namespace minutebook::indexer {

class WorkerAnswer {
 public:
  /// `first_page`: the number of the first page, if the answer has pages.
  explicit WorkerAnswer(int first_page = 1) : first_page_(first_page) {}

  /// True when the answer is complete. Throws std::runtime_error on whatever an honest worker would not send.
  bool accept(const Frame& frame);
  /// What was read; only after `accept` returned true.
  Extraction take() { return std::move(extraction_); }

 private:
  void add_fact(const std::string& payload);
  void add_bookmark(const std::string& payload);
  void begin_page(const std::string& payload);
  void add_lines(const std::string& lines);
  void add_line(std::string line);
  void close(ExtractionStatus status);

  int first_page_;
  Extraction extraction_;
  std::size_t bytes_ = 0;
  std::size_t lines_ = 0;
  std::size_t facts_ = 0;
  bool closed_ = false;  // empty or failed was said: nothing may follow but the end
};

}  // namespace minutebook::indexer
