// Mentions: the passages of an item that answer the query, whole or in part, and their text as highlighted runs.
// Uses the proof of query/verify.h, so mentions, totals and highlights agree. Knows nothing of output formats.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/include/minutebook/answer.h"
#include "query/verify.h"
#include "schema/analysis.h"

namespace minutebook::query {

struct FoundMention {
  std::size_t passage = 0;
  bool whole = false;
  std::uint32_t operands = 0;   ///< Verifier::operands_in
  std::vector<WordSpan> spans;  ///< what is highlighted: sorted, not overlapping
};

struct MentionCount {
  std::uint64_t whole = 0;
  std::uint64_t part = 0;
};

/// Mentions in items of one shard.
class MentionFinder {
 public:
  /// All must outlive it; `sets` as for Verifier.
  MentionFinder(const Plan& plan, const schema::Shard& shard, const std::vector<Bitmap>& sets);

  /// In order of the passages.
  std::vector<FoundMention> find(std::uint32_t docid);
  /// The same without `spans` and `operands`, into `found`.
  void find_plain(std::uint32_t docid, std::vector<FoundMention>& found);
  MentionCount count(std::uint32_t docid);
  /// All passages of the item last asked about.
  std::span<const schema::ForwardPassage> passages() const {
    if (verifier_.passages() == 0) return {};
    return {&verifier_.passage(0), verifier_.passages()};
  }
  /// Words of a passage of the item last asked about.
  std::size_t words(std::size_t passage) const { return verifier_.passage(passage).words.size(); }

 private:
  Verifier verifier_;
  bool text_;  // the query has words to look for
};

/// Best first: whole ones, then those with more of the operands; paragraphs before rows of tables, and those before
/// lists of people and standing text; then in order. `passages`: of the item.
void best_first(std::vector<FoundMention>& mentions, std::span<const schema::ForwardPassage> passages);

/// Sorts them and joins those that overlap.
void join_spans(std::vector<WordSpan>& spans);

/// The text cut into runs, the words of `spans` highlighted. `window`: about so many words round the highlights, "…"
/// where it was cut; 0: the whole text. Throws schema::Error (unreadable) if the text has not `words` words: record and
/// text are not of one piece.
struct RunsWanted {
  std::size_t words = 0;
  std::size_t window = 0;
};
std::vector<Run> runs_of(std::string_view text, const std::vector<WordSpan>& spans, RunsWanted wanted);

/// Words of a window round highlights.
inline constexpr std::size_t snippet_words = 40;

}  // namespace minutebook::query
