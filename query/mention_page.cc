#include "query/mention_page.h"

#include <utility>

namespace minutebook::query {

void add_mention_page(RowMaker& rows, std::span<const Candidate> items, PageStart& at, std::size_t most,
                      std::vector<Result>& results, TimeLimit& time) {
  const auto empty = [&](const Candidate& item) {
    const MentionCount count = rows.count(item.shard, item.docid);
    return count.whole + count.part == 0;
  };
  while (at.row < items.size() && most > 0) {
    time.check();
    Result row = rows.mention_rows(items[at.row], at.mention, most);
    most -= row.mentions.size();
    at.mention += row.mentions.size();
    if (at.mention >= row.mention_count) at = {at.row + 1, 0};
    if (!row.mentions.empty()) results.push_back(std::move(row));
  }
  // Items without a mention (found by a filter alone) make no row, so they do not keep a page open.
  while (at.row < items.size() && at.mention == 0 && empty(items[at.row])) {
    time.check();
    ++at.row;
  }
}

MentionCount count_all_mentions(RowMaker& rows, std::span<const FoundSets> found, TimeLimit& time) {
  MentionCount total;
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    found[i].all.for_each([&](std::uint32_t docid) {
      time.check();
      const MentionCount count = rows.count(i, docid);
      total.whole += count.whole;
      total.part += count.part;
    });
  }
  return total;
}

}  // namespace minutebook::query
