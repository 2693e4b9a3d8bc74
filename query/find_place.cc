#include "query/find_place.h"

#include "query/unknown_id.h"
#include "schema/index_terms.h"

namespace minutebook::query {

namespace {

/// A paper that is a copy is not found by searching, but shown when it is asked for.
Place find_copy(const OpenIndex::Parts& index, const std::string& id) {
  for (std::uint32_t i = 0; i < index.shards.size(); ++i) {
    const schema::Shard& shard = *index.shards[i].shard;
    for (const schema::PaperCopy& copy : index.index.shards[i].copies) {
      const std::string paper = shard.paper_id(copy.paper);
      const schema::PaperRow& row = shard.papers()[copy.paper];
      if (id == paper) return {i, row.first_item, true};
      if (!id.starts_with(paper + ".")) continue;
      for (std::uint32_t docid = row.first_item; docid < row.first_item + row.items; ++docid) {
        if (shard.item_id(docid) == id) return {i, docid, false};
      }
    }
  }
  return {};
}

}  // namespace

Place find_live(OpenIndex::Parts& index, const std::string& term) {
  for (std::uint32_t i = 0; i < index.shards.size(); ++i) {
    OpenShard& shard = index.shards[i];
    if (shard.postings.frequency(term) == 0) continue;
    BitmapPool::Lease items(index.buffers.pool, shard.shard->item_count());
    shard.postings.read(term, *items, nullptr);
    *items &= shard.live;
    const std::uint32_t docid = items->next(1);
    if (docid != 0) return {i, docid, false};
  }
  return {};
}

Place find_place(OpenIndex::Parts& index, const std::string& id) {
  Place place = find_live(index, schema::item_id_term(id));
  if (place.docid != 0) return place;
  place = find_live(index, schema::paper_id_term(id));
  place.whole_paper = true;
  if (place.docid == 0) place = find_copy(index, id);
  if (place.docid != 0) return place;
  throw UnknownId(id);
}

}  // namespace minutebook::query
