// An export: all items of a search, with their mentions a batch at a time.
#include "query/mention_export.h"

#include <utility>

#include "query/export_batches.h"
#include "query/found_items.h"
#include "query/open_index.h"

namespace minutebook::query {

namespace {

SearchOptions export_options(const SearchOptions& options) {
  return {.everything = true,
          .sort = options.sort,
          .mention_rows = true,
          .runs = false,
          .explain = options.explain,
          .deadline = options.deadline};
}

}  // namespace

struct MentionExport::State {
  ResolvedQuery query;
  SearchOptions options;
  TimeLimit& time;
  FoundItems found;
  ExportBatches batches;

  State(OpenIndex& index, ResolvedQuery asked, const SearchOptions& wanted)
      : query(std::move(asked)),
        options(export_options(wanted)),
        time(index.parts().buffers.time),
        found(find_items(index, query, options)),
        batches(std::move(found.items), std::move(found.rows)) {}

  std::span<const Result> next() {
    const TimeScope scope(time, options.deadline);
    try {
      return batches.next(time);
    } catch (const TimeIsOver&) {
      found.answer.complete = false;
      found.answer.incomplete_reason = "the time was over before all items were read";
      return {};
    }
  }
};

MentionExport::MentionExport(OpenIndex& index, ResolvedQuery query, const SearchOptions& options)
    : state_(std::make_unique<State>(index, std::move(query), options)) {}
MentionExport::~MentionExport() = default;

std::span<const Result> MentionExport::next() {
  const std::span<const Result> rows = state_->next();
  const MentionCount& total = state_->batches.total();
  if (rows.empty()) {
    state_->found.answer.totals.mentions = total.whole + total.part;
    state_->found.answer.totals.whole_mentions = total.whole;
  }
  return rows;
}

const Answer& MentionExport::answer() const {
  return state_->found.answer;
}

Answer export_mentions(OpenIndex& index, const ResolvedQuery& query, const SearchOptions& options,
                       const RowSink& sink) {
  MentionExport mentions(index, query, options);
  for (std::span<const Result> rows = mentions.next(); !rows.empty(); rows = mentions.next()) {
    for (const Result& row : rows) sink(row);
  }
  return mentions.answer();
}

}  // namespace minutebook::query
