// Terms that stand in many documents are kept once they were read, in the form that takes less memory; the longest
// unused go first.
#include "query/postings.h"

#include <xapian.h>

#include <algorithm>

#include "schema/error.h"

namespace minutebook::query {

namespace {

constexpr std::uint32_t least_to_remember = 256;
// A document of a list takes five bytes, one of a column nine bits of every document.
constexpr std::uint32_t column_share = 8;

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

/// Notes a document of a term that is read.
void add_document(std::uint32_t docid, std::uint32_t wdf, Bitmap& bits, const ScoreSink* sink) {
  bits.set(docid);
  if (sink == nullptr) return;
  add_weight(*sink, docid, wdf);
  if (sink->touched != nullptr) sink->touched->set(docid);
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
  if (kept == nullptr) {
    guarded([&] {
      const Xapian::Database& database = database_->handle;
      const auto end = database.postlist_end(term);
      for (auto it = database.postlist_begin(term); it != end; ++it) add_document(*it, it.get_wdf(), bits, sink);
    });
  } else if (kept->is_column()) {
    bits |= kept->bits;
    if (sink != nullptr) add_column(*sink, *kept);
  } else {
    for (std::size_t i = 0; i < kept->docids.size(); ++i) add_document(kept->docids[i], kept->wdf[i], bits, sink);
  }
}

void PostingSource::score(const std::string& term, const Bitmap& where, const ScoreSink& sink) {
  const TermDocuments* kept = remembered(term);
  const auto add = [&](std::uint32_t docid, std::uint32_t wdf) {
    add_weight(sink, docid, wdf);
    if (sink.touched != nullptr) sink.touched->set(docid);
  };
  if (kept == nullptr) {
    guarded([&] {
      const auto end = database_->handle.postlist_end(term);
      for (auto it = database_->handle.postlist_begin(term); it != end; ++it) {
        if (where.test(*it)) add(*it, it.get_wdf());
      }
    });
  } else if (kept->is_column()) {
    where.for_each([&](std::uint32_t docid) { add(docid, kept->wdf[docid]); });
  } else {
    for (std::size_t i = 0; i < kept->docids.size(); ++i) {
      if (where.test(kept->docids[i])) add(kept->docids[i], kept->wdf[i]);
    }
  }
}

const TermDocuments* PostingSource::remembered(const std::string& term) {
  const auto found = by_term_.find(term);
  if (found == by_term_.end()) return remember(term);
  kept_.splice(kept_.begin(), kept_, found->second);
  return &found->second->second;
}

/// Null: it stands in few documents, or does not fit, or is more than may be remembered at the moment.
const TermDocuments* PostingSource::remember(const std::string& term) {
  TermDocuments made;
  made.documents = frequency(term);
  const std::size_t bytes =
      made.documents > items_ / column_share ? std::size_t{items_} + items_ / 8 : std::size_t{made.documents} * 5;
  if (bytes > std::min(budget_, allowed_) || made.documents < least_to_remember) return nullptr;
  if (!guarded([&] { return read_into(term, made); })) return nullptr;
  made.bytes = bytes;
  allowed_ -= bytes;
  for (kept_bytes_ += bytes; kept_bytes_ > budget_; kept_.pop_back()) {
    kept_bytes_ -= kept_.back().second.bytes;
    by_term_.erase(kept_.back().first);
  }
  kept_.emplace_front(term, std::move(made));
  by_term_[term] = kept_.begin();
  return &kept_.front().second;
}

/// False: a wdf does not fit.
bool PostingSource::read_into(const std::string& term, TermDocuments& made) const {
  const bool column = made.documents > items_ / column_share;
  if (column) {
    made.bits.reset(items_);
    made.wdf.resize(std::size_t{items_} + 1);
  } else {
    made.docids.reserve(made.documents);
    made.wdf.reserve(made.documents);
  }
  const auto end = database_->handle.postlist_end(term);
  for (auto it = database_->handle.postlist_begin(term); it != end; ++it) {
    if (it.get_wdf() > UINT8_MAX) return false;
    const auto wdf = static_cast<std::uint8_t>(it.get_wdf());
    if (column) {
      made.bits.set(*it);
      made.wdf[*it] = wdf;
    } else {
      made.docids.push_back(*it);
      made.wdf.push_back(wdf);
    }
  }
  return true;
}

}  // namespace minutebook::query
