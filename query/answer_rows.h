// From ranked candidates to the rows of an answer: items with their papers and mentions, a page of them at a time.
// Knows nothing of how candidates were found or of output formats.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/evaluate_tiers.h"
#include "query/include/minutebook/search.h"
#include "query/mentions.h"
#include "query/mentions_plain.h"
#include "query/rank.h"

namespace minutebook::query {

/// Where a page begins.
struct PageStart {
  std::size_t row = 0;             ///< in the ranking, tier `some` after tier `all`
  std::size_t mention = 0;         ///< of that row, with one row per mention
  std::optional<Candidate> after;  ///< the row before, so that a page costs no more the further down it is
  bool in_some = false;            ///< `after` is of tier `some`
  std::size_t in_tier = 0;         ///< rows of that tier before this one
};

/// Cursor of the page that begins at `start`; it fits only this revision, query and options.
std::string make_cursor(const PageStart& start, std::uint64_t revision, const ResolvedQuery& query,
                        const SearchOptions& options);
/// Throws schema::Error (usage) for a cursor that was not made for this query and revision of the index.
PageStart read_cursor(const std::string& cursor, const OpenIndex::Parts& index, const ResolvedQuery& query,
                      const SearchOptions& options);

/// What a row says of an item and its paper; mentions and score stay as they are.
void fill_result(OpenIndex::Parts& index, const Candidate& candidate, const schema::Item& item, Result& row);

class RowMaker {
 public:
  /// `found`: by shard; `runs` as in SearchOptions. All must outlive it.
  RowMaker(OpenIndex::Parts& index, const Plan& plan, const std::vector<FoundSets>& found, bool runs);

  Result item_row(const Candidate& candidate, Tier tier, std::size_t most_mentions);
  /// The item's mentions from number `skip` on, at most `most`.
  Result mention_rows(const Candidate& candidate, std::size_t skip, std::size_t most);
  /// All of the item's mentions, without runs.
  void plain_mention_rows(const Candidate& candidate, Result& row);
  MentionCount count(std::uint32_t shard, std::uint32_t docid) { return finder(shard).count(docid); }

 private:
  std::vector<FoundMention>& find(const Candidate& candidate, Tier tier);
  MentionFinder& finder(std::uint32_t shard);
  void read_wanted(const Candidate& candidate);
  void fill_row(const Candidate& candidate, Result& row) const;
  void fill_mention(const std::string& item_id, std::size_t wanted, Mention& mention) const;
  Result row_of(const Candidate& candidate, std::span<const FoundMention> found);
  Mention mention(const std::string& item_id, const FoundMention& found) const;
  PlainMentions& plain(std::uint32_t shard);

  OpenIndex::Parts& index_;
  const Plan& plan_;
  const std::vector<FoundSets>& found_;
  bool runs_;
  std::map<std::uint32_t, std::unique_ptr<MentionFinder>> finders_;  // by shard
  std::map<std::uint32_t, std::unique_ptr<PlainMentions>> plain_;    // by shard
  // Of the item at hand, kept for their memory.
  std::vector<FoundMention> found_in_some_;
  std::span<const schema::ForwardPassage> passages_;
  std::vector<std::size_t> wanted_;        // passages, ascending
  schema::Item item_;                      // with these passages
  std::vector<std::uint32_t> occurrence_;  // of these
};

}  // namespace minutebook::query
