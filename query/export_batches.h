// The mentions of ranked items, a batch of items at a time, in bounded memory.
// Knows nothing of how the items were found or of who takes them.
#pragma once

#include <span>
#include <vector>

#include "query/answer_rows.h"

namespace minutebook::query {

class ExportBatches {
 public:
  /// `items` in the order of the answer; `rows`: without runs.
  ExportBatches(std::vector<Candidate> items, RowMaker rows);

  /// The next items with all their mentions; empty: that was all. Valid until the next call. Throws
  /// TimeIsOver; what was being made is lost then.
  std::span<const Result> next(TimeLimit& time);
  /// Of the items so far.
  const MentionCount& total() const { return total_; }

 private:
  std::size_t size_of_next() const;
  /// Lets go of the memory of rows with many mentions.
  void release(std::size_t from, std::size_t to);

  std::vector<Candidate> items_;
  std::size_t done_ = 0;  // of them
  RowMaker rows_;
  std::vector<Result> made_;
  std::size_t handed_out_ = 0;  // of these
  MentionCount total_;
};

}  // namespace minutebook::query
