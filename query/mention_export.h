// Every mention of an answer, a batch of items at a time, for whoever takes them as they come.
// Knows nothing of formats. Serves one thread at a time, the one that uses its index.
#pragma once

#include <memory>
#include <span>

#include "query/include/minutebook/search.h"

namespace minutebook::query {

class MentionExport {
 public:
  /// Searches; of `options` only sort, explain and deadline count. `index` must outlive it. Throws as search() does.
  MentionExport(OpenIndex& index, ResolvedQuery query, const SearchOptions& options);
  ~MentionExport();
  MentionExport(const MentionExport&) = delete;
  MentionExport& operator=(const MentionExport&) = delete;

  /// Items in the order of the answer with all their mentions, without runs; empty: that was all. Valid until the next
  /// call.
  std::span<const Result> next();
  /// Without rows. The totals of mentions are there when next() has given back nothing.
  const Answer& answer() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace minutebook::query
