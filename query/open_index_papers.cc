// What an opened index reads when it is first asked for it: the ledger, names, heads of papers.
#include <algorithm>

#include "query/open_index.h"

namespace minutebook::query {

namespace {

using schema::FieldId;

// Heads and words are kept so that a page of results costs no second look; a bound keeps a long-lived process small.
constexpr std::size_t most_heads = 4096;

/// Values of a field that has names, without "unknown".
std::vector<NamedValue> named_values(const OpenIndex::Parts& index, FieldId field) {
  std::vector<NamedValue> names;
  for (const GlobalValue& value : index.values[column_of(field)].values) {
    const std::string key = value.value.substr(value.value.rfind('/') + 1);
    if (key != schema::unknown_value) names.push_back({value.value, key, value.label});
  }
  return names;
}

}  // namespace

const Ledger& OpenIndex::Parts::ledger() {
  if (ledger_) return *ledger_;
  ledger_.emplace();
  for (const OpenShard& open : shards) {
    const auto& sources = open.shard->sources();
    for (std::uint32_t row = 0; row < sources.size(); ++row) {
      if (std::binary_search(open.dead_sources.begin(), open.dead_sources.end(), row)) continue;
      const std::string& status = sources[row].status;
      if (status == "duplicate") ledger_->copies[sources[row].sha256].push_back(sources[row].path);
      if (status == "failed" || status == "empty" || status == "exempt") ledger_->not_searched.push_back(&sources[row]);
    }
  }
  return *ledger_;
}

const IndexNames& OpenIndex::Parts::names() {
  if (names_) return *names_;
  names_.emplace();
  for (const NamedValue& council : named_values(*this, FieldId::council)) names_->councils.push_back(council.value);
  names_->committees = named_values(*this, FieldId::committee);
  names_->portfolios = named_values(*this, FieldId::portfolio);
  return *names_;
}

const PaperHead& OpenIndex::Parts::head(std::uint32_t shard, std::uint32_t ordinal) {
  const std::uint64_t key = (std::uint64_t{shard} << 32) | ordinal;
  const auto found = heads_.find(key);
  if (found != heads_.end()) return found->second;
  if (heads_.size() >= most_heads) heads_.clear();
  const OpenShard& open = shards[shard];
  schema::Paper paper = open.shard->paper(ordinal);
  const schema::SourceRow& source = open.shard->sources()[open.papers[ordinal].source];
  PaperHead head;
  head.view = {open.shard->paper_id(ordinal), paper.kind, std::move(paper.title), source.path, source.url, {}};
  const auto copies = ledger().copies.find(source.sha256);
  if (!source.sha256.empty() && copies != ledger().copies.end()) head.view.copies = copies->second;
  head.council = std::move(paper.council);
  head.council_name = std::move(paper.council_name);
  head.committee = std::move(paper.committee);
  head.date = paper.date;
  return heads_.emplace(key, std::move(head)).first->second;
}

}  // namespace minutebook::query
