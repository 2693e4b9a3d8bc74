#include "indexer/ledger_works.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "indexer/live_index.h"
#include "indexer/sketch.h"
#include "indexer/source_status.h"

namespace minutebook::indexer {
namespace {

const std::string& path_of(const schema::Shard& shard, std::uint32_t ordinal) {
  return shard.sources()[shard.papers()[ordinal].source].path;
}

}  // namespace

std::vector<PaperCopyNote> copy_notes(const schema::Index& index) {
  std::vector<PaperCopyNote> notes;
  for (const schema::ShardState& state : index.shards) {
    for (const schema::PaperCopy& copy : state.copies) {
      PaperCopyNote note;
      note.source = path_of(*state.shard, copy.paper);
      note.paper = state.shard->paper_id(copy.paper);
      note.of = copy.of;
      note.differing = copy.differing;
      note.draft = state.shard->sketches()[copy.paper].draft != 0;
      notes.push_back(std::move(note));
    }
  }
  if (notes.empty()) return notes;
  std::unordered_map<std::string, std::string> sources;
  for_each_counted_paper(index, [&sources](const schema::Shard& shard, std::uint32_t ordinal) {
    sources.emplace(shard.paper_id(ordinal), path_of(shard, ordinal));
  });
  for (PaperCopyNote& note : notes) note.of_source = sources[note.of];
  std::sort(notes.begin(), notes.end(), [](const PaperCopyNote& a, const PaperCopyNote& b) {
    return std::pair(a.source, a.paper) < std::pair(b.source, b.paper);
  });
  return notes;
}

std::vector<UnreadSource> shared_id_notes(const schema::Index& index) {
  std::vector<UnreadSource> notes;
  for_each_counted_paper(index, [&notes](const schema::Shard& shard, std::uint32_t ordinal) {
    const std::string id = shard.paper_id(ordinal);
    if (natural_id_hash(id) == shard.sketches()[ordinal].natural_id) return;
    notes.push_back({path_of(shard, ordinal), std::string(status_indexed),
                     "another paper of the same meeting and kind has the id it would have; it was given " + id});
  });
  return notes;
}

}  // namespace minutebook::indexer
