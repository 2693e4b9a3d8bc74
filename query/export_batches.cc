#include "query/export_batches.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace minutebook::query {

namespace {

constexpr std::size_t batch = 4096;

}  // namespace

ExportBatches::ExportBatches(std::vector<Candidate> items, RowMaker rows)
    : items_(std::move(items)), rows_(std::move(rows)), made_(std::min(batch, items_.size())) {}

/// Items are read in the order in which they are stored, so that neighbours share a block, and handed out in the order
/// of the answer.
std::span<const Result> ExportBatches::next() {
  const std::span<const Candidate> items = std::span(items_).subspan(done_, std::min(batch, items_.size() - done_));
  std::vector<std::uint32_t> stored(items.size());
  std::iota(stored.begin(), stored.end(), 0U);
  std::sort(stored.begin(), stored.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(items[a].shard, items[a].docid) < std::tie(items[b].shard, items[b].docid);
  });
  for (const std::uint32_t i : stored) {
    rows_.plain_mention_rows(items[i], made_[i]);
    for (const Mention& mention : made_[i].mentions) ++(mention.whole ? total_.whole : total_.part);
  }
  done_ += items.size();
  return {made_.data(), items.size()};
}

}  // namespace minutebook::query
