#include "query/export_batches.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace minutebook::query {

namespace {

// Enough items that neighbours in the store meet, and not so many mentions that they fill the memory.
constexpr std::size_t most_items = 1024;
constexpr std::size_t most_mentions = 4096;
constexpr std::size_t mentions_aimed_at = 3072;
constexpr std::size_t first_items = 256;
constexpr std::size_t fewest_items = 16;
/// Mentions of one row whose memory is worth keeping for the next.
constexpr std::size_t mentions_kept = 64;

}  // namespace

ExportBatches::ExportBatches(std::vector<Candidate> items, RowMaker rows)
    : items_(std::move(items)), rows_(std::move(rows)) {}

/// By the mentions of an item so far, so that little is read in vain.
std::size_t ExportBatches::size_of_next() const {
  const std::size_t mentions = total_.whole + total_.part;
  std::size_t size = first_items;
  if (mentions > 0) size = std::clamp(mentions_aimed_at * done_ / mentions, fewest_items, most_items);
  return std::min(size, items_.size() - done_);
}

void ExportBatches::release(std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (made_[i].mentions.size() > mentions_kept) std::vector<Mention>().swap(made_[i].mentions);
  }
}

/// Items are read in the order in which they are stored, so that neighbours share a block, and handed out in the order
/// of the answer. A batch with too many mentions is cut in halves until what is left of it has few, or is one item.
std::span<const Result> ExportBatches::next(TimeLimit& time) {
  release(0, handed_out_);
  const std::span<const Candidate> items = std::span(items_).subspan(done_);
  std::size_t count = size_of_next();
  made_.resize(std::max(made_.size(), count));
  std::vector<std::uint32_t> stored(count);
  std::iota(stored.begin(), stored.end(), 0U);
  std::sort(stored.begin(), stored.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(items[a].shard, items[a].docid) < std::tie(items[b].shard, items[b].docid);
  });
  std::vector<bool> ready(count);
  std::size_t mentions = 0;
  for (const std::uint32_t i : stored) {
    if (i >= count) continue;
    time.check();
    rows_.plain_mention_rows(items[i], made_[i]);
    ready[i] = true;
    mentions += made_[i].mentions.size();
    while (mentions > most_mentions && count > 1) {
      for (std::size_t cut = count / 2; cut < count; ++cut) mentions -= ready[cut] ? made_[cut].mentions.size() : 0;
      release(count / 2, count);
      count /= 2;
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (const Mention& mention : made_[i].mentions) ++(mention.whole ? total_.whole : total_.part);
  }
  done_ += count;
  handed_out_ = count;
  return {made_.data(), count};
}

}  // namespace minutebook::query
