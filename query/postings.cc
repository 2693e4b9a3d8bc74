// Terms that stand in more than one document of 64 are kept as bitmap and wdf column once they were read; the longest
// unused go first.
#include "query/postings.h"

#include <xapian.h>

#include <algorithm>

#include "schema/error.h"

namespace minutebook::query {

namespace {

constexpr std::uint32_t common_share = 64;
constexpr std::uint32_t least_to_remember = 256;

/// Runs `work` and turns Xapian's errors into ours.
template <typename Work>
auto guarded(Work work) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    throw schema::Error(schema::ErrorCode::unreadable, "the search database cannot be read: " + error.get_description(),
                        "minutebook check tells which part is damaged; index the sources again into a new folder");
  }
}

void add_weight(const ScoreSink& sink, std::uint32_t docid, std::uint32_t wdf) {
  const std::uint32_t weight = wdf * sink.weight;
  if (sink.best == nullptr) {
    sink.score[docid] += weight;
    return;
  }
  std::uint32_t& best = (*sink.best)[docid];
  if (weight <= best) return;
  sink.score[docid] += weight - best;
  best = weight;
}

/// The whole column at once: documents without the term have wdf 0.
void add_column(const ScoreSink& sink, const TermDocuments& term) {
  const std::size_t count = term.wdf.size();
  const std::uint8_t* wdf = term.wdf.data();
  std::uint32_t* score = sink.score.data();
  if (sink.best == nullptr) {
    for (std::size_t i = 0; i < count; ++i) score[i] += wdf[i] * sink.weight;
    return;
  }
  std::uint32_t* best = sink.best->data();
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t weight = std::max(wdf[i] * sink.weight, best[i]);
    score[i] += weight - best[i];
    best[i] = weight;
  }
  *sink.touched |= term.bits;
}

}  // namespace

struct PostingSource::Database {
  Xapian::Database handle;
};

PostingSource::PostingSource(const std::string& xapian_folder, std::uint32_t items, std::size_t budget)
    : database_(std::make_unique<Database>()), items_(items), budget_(budget) {
  guarded([&] { database_->handle = Xapian::Database(xapian_folder); });
}

PostingSource::~PostingSource() = default;
PostingSource::PostingSource(PostingSource&&) noexcept = default;

std::uint32_t PostingSource::frequency(const std::string& term) const {
  return guarded([&] { return database_->handle.get_termfreq(term); });
}

std::vector<std::string> PostingSource::terms_beginning(const std::string& beginning) const {
  return guarded([&] {
    const Xapian::Database& database = database_->handle;
    return std::vector<std::string>(database.allterms_begin(beginning), database.allterms_end(beginning));
  });
}

void PostingSource::read(const std::string& term, Bitmap& bits, const ScoreSink* sink) {
  const TermDocuments* kept = remembered(term);
  if (kept == nullptr) kept = remember(term);
  if (kept == nullptr) {
    guarded([&] { read_list(term, bits, sink); });
    return;
  }
  bits |= kept->bits;
  if (sink != nullptr) add_column(*sink, *kept);
}

void PostingSource::score(const std::string& term, const Bitmap& where, const ScoreSink& sink) {
  const TermDocuments* kept = remembered(term);
  if (kept == nullptr) kept = remember(term);
  const auto add = [&](std::uint32_t docid, std::uint32_t wdf) {
    add_weight(sink, docid, wdf);
    if (sink.touched != nullptr) sink.touched->set(docid);
  };
  if (kept != nullptr) {
    where.for_each([&](std::uint32_t docid) { add(docid, kept->wdf[docid]); });
    return;
  }
  guarded([&] {
    const auto end = database_->handle.postlist_end(term);
    for (auto it = database_->handle.postlist_begin(term); it != end; ++it) {
      if (where.test(*it)) add(*it, it.get_wdf());
    }
  });
}

const TermDocuments* PostingSource::remembered(const std::string& term) {
  const auto found = by_term_.find(term);
  if (found == by_term_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, found->second);
  return &found->second->second;
}

const TermDocuments* PostingSource::remember(const std::string& term) {
  const std::size_t size = items_ + items_ / 8;
  const std::uint32_t documents = frequency(term);
  if (size > budget_ || documents < least_to_remember || documents < items_ / common_share) return nullptr;
  TermDocuments column{Bitmap(items_), std::vector<std::uint8_t>(std::size_t{items_} + 1)};
  const bool fits = guarded([&] {
    for (auto it = database_->handle.postlist_begin(term); it != database_->handle.postlist_end(term); ++it) {
      if (it.get_wdf() > 255) return false;
      column.bits.set(*it);
      column.wdf[*it] = static_cast<std::uint8_t>(it.get_wdf());
    }
    return true;
  });
  if (!fits) return nullptr;
  while ((kept_.size() + 1) * size > budget_) {
    by_term_.erase(kept_.back().first);
    kept_.pop_back();
  }
  kept_.emplace_front(term, std::move(column));
  by_term_[term] = kept_.begin();
  return &kept_.front().second;
}

void PostingSource::read_list(const std::string& term, Bitmap& bits, const ScoreSink* sink) {
  const auto end = database_->handle.postlist_end(term);
  for (auto it = database_->handle.postlist_begin(term); it != end; ++it) {
    const std::uint32_t docid = *it;
    bits.set(docid);
    if (sink == nullptr) continue;
    add_weight(*sink, docid, it.get_wdf());
    if (sink->touched != nullptr) sink->touched->set(docid);
  }
}

}  // namespace minutebook::query
