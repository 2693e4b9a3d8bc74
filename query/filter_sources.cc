#include "query/filter_sources.h"

#include <algorithm>
#include <unordered_set>

#include "schema/told_sources.h"

namespace minutebook::query {

namespace {

/// What tells that a source or paper is wanted, gathered over all shards before papers are looked at.
class Wanted {
 public:
  Wanted(const OpenIndex::Parts& index, const std::vector<std::string>& ends) : index_(index.index), ends_(ends) {
    for (const OpenShard& shard : index.shards) add_same_bytes(shard);
    for (std::size_t i = 0; i < index.shards.size(); ++i) {
      const schema::Shard& shard = *index.shards[i].shard;
      for (const schema::PaperCopy& copy : index.index.shards[i].copies) {
        if (at(shard.sources()[shard.papers()[copy.paper].source])) works_.insert(copy.of);
      }
    }
  }

  std::vector<bool> papers_of(const schema::Shard& shard) const {
    std::vector<bool> sources;
    for (const schema::SourceRow& source : shard.sources()) sources.push_back(at(source));
    std::vector<bool> papers;
    for (const schema::PaperRow& paper : shard.papers()) papers.push_back(sources[paper.source]);
    for (std::uint32_t i = 0; !works_.empty() && i < papers.size(); ++i) {
      if (!papers[i]) papers[i] = works_.contains(shard.paper_id(i));
    }
    return papers;
  }

 private:
  bool named(const std::string& path) const {
    const std::string_view told = schema::told_end(index_, path);
    return std::any_of(ends_.begin(), ends_.end(), [&](const std::string& end) { return told.ends_with(end); });
  }
  bool at(const schema::SourceRow& source) const { return named(source.path) || bytes_.contains(source.sha256); }

  /// Sources with the same bytes are read once; of the others the ledger keeps the path.
  void add_same_bytes(const OpenShard& shard) {
    const auto& sources = shard.shard->sources();
    for (std::uint32_t row = 0; row < sources.size(); ++row) {
      const bool dead = std::binary_search(shard.dead_sources.begin(), shard.dead_sources.end(), row);
      if (!dead && sources[row].status == "duplicate" && !sources[row].sha256.empty() && named(sources[row].path))
        bytes_.insert(sources[row].sha256);
    }
  }

  const schema::Index& index_;
  const std::vector<std::string>& ends_;
  std::unordered_set<std::string> bytes_;  // content hashes
  std::unordered_set<std::string> works_;  // ids of the papers that represent them
};

}  // namespace

PaperSets papers_at(const OpenIndex::Parts& index, const std::vector<std::string>& ends) {
  const Wanted wanted(index, ends);
  PaperSets papers;
  for (const OpenShard& shard : index.shards) papers.emplace(&shard, wanted.papers_of(*shard.shard));
  return papers;
}

}  // namespace minutebook::query
