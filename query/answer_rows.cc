#include "query/answer_rows.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "schema/error.h"

namespace minutebook::query {

namespace {

/// Of what a page depends on besides the revision (FNV-1a, 64 bits).
std::string fingerprint(const ResolvedQuery& query, const SearchOptions& options) {
  std::string text = query.typed + '\n' + query.interpreted + '\n';
  // How the words were read, and whether boilerplate counts, stands there alone.
  for (const std::string& note : query.notes) text += note + '\n';
  text += std::to_string(static_cast<int>(options.sort)) + std::to_string(static_cast<int>(options.group));
  // One row for each mention leaves tier `some` out anyway.
  text += options.strict || options.everything || options.mention_rows ? 's' : 't';
  text += options.mention_rows ? 'm' : 'i';
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(hash));
  return hex;
}

/// Reads a number and the '-' behind it.
bool take_number(std::string_view& text, std::uint64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data() + text.size() || *end != '-') return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  return true;
}

}  // namespace

std::string make_cursor(const PageStart& start, std::uint64_t revision, const ResolvedQuery& query,
                        const SearchOptions& options) {
  return std::to_string(revision) + "-" + std::to_string(start.row) + "-" + std::to_string(start.mention) + "-" +
         fingerprint(query, options);
}

PageStart read_cursor(const std::string& cursor, std::uint64_t revision, const ResolvedQuery& query,
                      const SearchOptions& options) {
  if (cursor.empty()) return {};
  std::string_view rest = cursor;
  std::uint64_t made_at = 0;
  std::uint64_t row = 0;
  std::uint64_t mention = 0;
  if (!take_number(rest, made_at) || !take_number(rest, row) || !take_number(rest, mention) ||
      rest != fingerprint(query, options)) {
    throw schema::Error(schema::ErrorCode::usage, "the cursor belongs to another query or other options",
                        "pass the value of \"next\" with the same query, sort order and grouping");
  }
  if (made_at != revision) {
    throw schema::Error(schema::ErrorCode::usage,
                        "the index has changed since the cursor was made (revision " + std::to_string(made_at) +
                            ", now " + std::to_string(revision) + ")",
                        "start again without a cursor");
  }
  return {static_cast<std::size_t>(row), static_cast<std::size_t>(mention)};
}

RowMaker::RowMaker(OpenIndex::Parts& index, const Plan& plan, const std::vector<FoundSets>& found, bool runs)
    : index_(index), plan_(plan), found_(found), runs_(runs) {}

MentionFinder& RowMaker::finder(std::uint32_t shard) {
  std::unique_ptr<MentionFinder>& made = finders_[shard];
  if (!made) made = std::make_unique<MentionFinder>(plan_, *index_.shards[shard].shard, found_[shard].sets);
  return *made;
}

void RowMaker::fill_row(const Candidate& candidate, const schema::Item& item, Result& row) {
  const OpenShard& shard = index_.shards[candidate.shard];
  const PaperHead& head = index_.head(candidate.shard, shard.paper_of[candidate.docid]);
  row.id = shard.shard->item_id(candidate.docid);
  row.score = candidate.shown / 1e4;
  row.number = item.number;
  row.title = item.title;
  row.page = item.page;
  row.council = head.council;
  row.council_name = head.council_name;
  row.committee = head.committee;
  row.date = head.date;
  row.paper = head.view;
  row.grouped = candidate.grouped;
}

Result RowMaker::item_row(const Candidate& candidate, Tier tier, std::size_t most_mentions) {
  MentionFinder& mentions = finder(candidate.shard);
  std::vector<FoundMention> found = mentions.find(candidate.docid);
  const std::size_t all = found.size();
  best_first(found, mentions.passages());
  if (most_mentions != 0 && all > most_mentions) found.resize(most_mentions);
  Result row = row_of(candidate, found, mentions);
  row.tier = tier;
  row.mention_count = static_cast<std::uint32_t>(all);
  return row;
}

Result RowMaker::mention_rows(const Candidate& candidate, std::size_t skip, std::size_t most) {
  MentionFinder& mentions = finder(candidate.shard);
  const std::vector<FoundMention> found = mentions.find(candidate.docid);
  const std::size_t from = std::min(skip, found.size());
  Result row = row_of(candidate, std::span(found).subspan(from, std::min(most, found.size() - from)), mentions);
  row.mention_count = static_cast<std::uint32_t>(found.size());
  return row;
}

/// Of the item only the passages shown are read.
Result RowMaker::row_of(const Candidate& candidate, std::span<const FoundMention> found, MentionFinder& finder) {
  wanted_.clear();
  for (const FoundMention& one : found) wanted_.push_back(one.passage);
  std::sort(wanted_.begin(), wanted_.end());
  index_.shards[candidate.shard].shard->excerpt(candidate.docid, {finder.passages(), wanted_}, item_);
  Result row;
  fill_row(candidate, item_, row);
  row.mentions.reserve(found.size());
  for (const FoundMention& one : found) row.mentions.push_back(mention(row.id, one, finder));
  return row;
}

PlainMentions& RowMaker::plain(std::uint32_t shard) {
  std::unique_ptr<PlainMentions>& made = plain_[shard];
  if (!made) made = std::make_unique<PlainMentions>(plan_, index_.shards[shard], found_[shard].sets);
  return *made;
}

void RowMaker::plain_mention_rows(const Candidate& candidate, Result& row) {
  PlainMentions& mentions = plain(candidate.shard);
  const std::vector<FoundMention>& found = mentions.find(candidate.docid);
  row.mention_count = static_cast<std::uint32_t>(found.size());
  row.mentions.resize(found.size());
  wanted_.clear();
  for (const FoundMention& one : found) wanted_.push_back(one.passage);
  index_.shards[candidate.shard].shard->excerpt(candidate.docid, {mentions.passages(), wanted_}, item_);
  fill_row(candidate, item_, row);
  for (std::size_t i = 0; i < found.size(); ++i) {
    row.mentions[i].whole = found[i].whole;
    fill_mention(row.id, item_.passages[i], row.mentions[i]);
  }
}

void RowMaker::fill_mention(const std::string& item_id, const schema::Passage& passage, Mention& mention) {
  mention.id = schema::mention_id(item_id, passage.text);
  mention.kind = passage.kind;
  mention.outcome = passage.outcome;
  mention.page = passage.page;
  mention.scanned = passage.scanned;
  mention.paragraph = passage.paragraph;
  mention.text = passage.text;
}

/// `item_` holds the passages of `wanted_`.
Mention RowMaker::mention(const std::string& item_id, const FoundMention& found, MentionFinder& finder) const {
  const auto at = std::lower_bound(wanted_.begin(), wanted_.end(), found.passage) - wanted_.begin();
  const schema::Passage& passage = item_.passages[static_cast<std::size_t>(at)];
  Mention made;
  made.whole = found.whole;
  fill_mention(item_id, passage, made);
  if (!runs_) return made;
  made.runs = runs_of(passage.text, found.spans, {finder.words(found.passage), snippet_words});
  return made;
}

}  // namespace minutebook::query
