// Reading the items that answer a query from the stored record, one by one with their paper, for answers that are made
// of whole items; and citing their passages. Knows nothing of what is looked for in them.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "query/include/minutebook/cited.h"
#include "query/open_index.h"
#include "query/resolved.h"

namespace minutebook::query {

struct ItemPlace {
  std::uint32_t shard = 0;
  std::uint32_t docid = 0;
  auto operator<=>(const ItemPlace&) const = default;
};

/// An item with all its passages.
struct ReadItem {
  ItemPlace place;
  std::uint32_t ordinal = 0;  ///< of its paper in the shard
  PaperHead head;
  std::string id;
  schema::Item item;
};

/// These throw TimeIsOver where the index has a time limit.
ReadItem read_item(OpenIndex::Parts& index, const ItemPlace& place);
/// All items of the paper in which an item stands, in order.
std::vector<ReadItem> read_paper(OpenIndex::Parts& index, const ItemPlace& place);
Cited cite(const ReadItem& read, std::size_t passage);

/// The items of tier `all`, shard by shard in the order in which they are stored.
std::vector<ItemPlace> matching_items(OpenIndex::Parts& index, const ResolvedQuery& query);

/// An item that matches, and where: by passage, whether it holds all that was asked for, most of it, or nothing.
enum class Holds : std::uint8_t { nothing, part, most, whole };
struct SubjectItem {
  ItemPlace place;
  std::vector<Holds> passages;
};
struct SubjectItems {
  std::vector<SubjectItem> items;
  std::set<std::string, std::less<>> stems;  ///< of the words that match, in any of them
};
/// Adds to `found`; what came before the time was over stands there when TimeIsOver is thrown. A query without words
/// holds of every passage.
void read_subject_items(OpenIndex::Parts& index, const ResolvedQuery& query, SubjectItems& found);

/// A query for the words of `phrase` side by side, as written, in the papers of one council.
ResolvedQuery phrase_query(const std::string& phrase, const std::string& council);

}  // namespace minutebook::query
