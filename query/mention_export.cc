// An export as a whole: every batch into a sink. What makes the batches is beside the search (query/search.cc).
#include "query/mention_export.h"

namespace minutebook::query {

Answer export_mentions(OpenIndex& index, const ResolvedQuery& query, const SearchOptions& options,
                       const RowSink& sink) {
  MentionExport mentions(index, query, options);
  for (std::span<const Result> rows = mentions.next(); !rows.empty(); rows = mentions.next()) {
    for (const Result& row : rows) sink(row);
  }
  return mentions.answer();
}

}  // namespace minutebook::query
