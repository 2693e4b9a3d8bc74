// What an opened index reads when it is first asked for it: the ledger, names, heads of papers.
#include <algorithm>

#include "query/open_index.h"
#include "query/open_index_words.h"
#include "schema/told_sources.h"

namespace minutebook::query {

namespace {

using schema::FieldId;

// Heads and words are kept so that a page of results costs no second look; a bound keeps a long-lived process small.
constexpr std::size_t most_heads = 4096;

/// Values of a field that has names, without "unknown", in order.
std::vector<NamedValue> named_values(const OpenIndex::Parts& index, FieldId field) {
  std::vector<NamedValue> names;
  for (const GlobalValue& value : index.values[column_of(field)].values) {
    const std::string key = value.value.substr(value.value.rfind('/') + 1);
    if (key != schema::unknown_value) names.push_back({value.value, key, value.label});
  }
  // Which shard has which value must not show in an answer.
  std::sort(names.begin(), names.end(), [](const NamedValue& a, const NamedValue& b) { return a.value < b.value; });
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
      if (status == "duplicate") ledger_->copies[sources[row].sha256].push_back(&sources[row]);
      if (status == "failed" || status == "empty" || status == "exempt") ledger_->not_searched.push_back(&sources[row]);
      if (status == "indexed" && sources[row].unread_pages > 0) ledger_->read_in_part.push_back(&sources[row]);
    }
  }
  for (std::uint32_t i = 0; i < index.shards.size(); ++i) {
    for (const schema::PaperCopy& copy : index.shards[i].copies)
      ledger_->works[copy.of].push_back({i, copy.paper, copy.differing});
  }
  return *ledger_;
}

const schema::PaperCopy* OpenIndex::Parts::copy(std::uint32_t shard, std::uint32_t ordinal) const {
  const std::vector<schema::PaperCopy>& copies = index.shards[shard].copies;
  const auto at =
      std::lower_bound(copies.begin(), copies.end(), ordinal,
                       [](const schema::PaperCopy& one, std::uint32_t wanted) { return one.paper < wanted; });
  return at == copies.end() || at->paper != ordinal ? nullptr : &*at;
}

/// Sources with the same bytes, and papers elsewhere that are the same work, with the sources that have their bytes.
void OpenIndex::Parts::add_copies(const schema::SourceRow& source, PaperView& view) {
  const auto told = [&](const std::string& path) { return std::string(schema::told_path(index, path)); };
  const auto told_url = [&](const std::string& url) { return std::string(schema::told_url(index, url)); };
  const auto add_same_bytes = [&](const schema::SourceRow& of, int page, std::uint32_t differing) {
    const auto same = ledger().copies.find(of.sha256);
    if (of.sha256.empty() || same == ledger().copies.end()) return;
    for (const schema::SourceRow* row : same->second)
      view.copies_detail.push_back({told(row->path), told_url(row->url), {}, page, differing});
  };
  add_same_bytes(source, view.page, 0);
  if (const auto work = ledger().works.find(view.id); work != ledger().works.end()) {
    for (const CopyPlace& place : work->second) {
      const schema::Shard& shard = *shards[place.shard].shard;
      const schema::SourceRow& row = shard.sources()[shard.papers()[place.ordinal].source];
      const int page = shard.paper(place.ordinal).page;
      view.copies_detail.push_back(
          {told(row.path), told_url(row.url), shard.paper_id(place.ordinal), page, place.differing});
      add_same_bytes(row, page, place.differing);
    }
  }
  std::sort(view.copies_detail.begin(), view.copies_detail.end(),
            [](const CopyView& a, const CopyView& b) { return a.source < b.source; });
  for (const CopyView& copy : view.copies_detail) {
    if (view.copies.empty() || view.copies.back() != copy.source) view.copies.push_back(copy.source);
  }
}

const IndexNames& OpenIndex::Parts::names() {
  if (names_) return *names_;
  names_.emplace();
  for (const NamedValue& council : named_values(*this, FieldId::council)) names_->councils.push_back(council.value);
  names_->committees = named_values(*this, FieldId::committee);
  names_->portfolios = named_values(*this, FieldId::portfolio);
  return *names_;
}

PaperWords& OpenIndex::Parts::words() {
  if (!words_) words_ = std::make_unique<IndexWords>(*this);
  return *words_;
}

schema::LabelKeys& OpenIndex::Parts::label_keys() {
  if (!label_words_) label_words_ = std::make_unique<LabelWords>(*index.vocabulary);
  return label_words_->keys;
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
  head.view.id = open.shard->paper_id(ordinal);
  head.view.kind = paper.kind;
  head.view.language = paper.language;
  head.view.title = std::move(paper.title);
  head.view.source = schema::told_path(index, source.path);
  head.view.url = schema::told_url(index, source.url);
  head.view.page = paper.page;
  add_copies(source, head.view);
  if (const schema::PaperCopy* made = copy(shard, ordinal)) head.view.copy_of = made->of;
  head.council = std::move(paper.council);
  head.council_name = std::move(paper.council_name);
  head.committee = std::move(paper.committee);
  head.date = paper.date;
  return heads_.emplace(key, std::move(head)).first->second;
}

}  // namespace minutebook::query
