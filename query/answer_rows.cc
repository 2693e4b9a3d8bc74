#include "query/answer_rows.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "schema/error.h"
#include "schema/passage_repeats.h"

namespace minutebook::query {

namespace {

/// Of what a page depends on besides the revision (FNV-1a, 64 bits).
std::string fingerprint(const ResolvedQuery& query, const SearchOptions& options) {
  std::string text = query.typed + '\n' + query.interpreted + '\n' + query.wishes + '\n';
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

/// A row's place in the order as text: tier, then what it is compared by.
std::string place_text(const PageStart& start) {
  const Candidate& row = *start.after;
  std::string text = (start.in_some ? "1." : "0.") + std::to_string(start.in_tier);
  for (const std::uint32_t part : {row.coverage, row.score, row.date, row.shard, row.docid})
    text += "." + std::to_string(part);
  return text + "-";
}

/// Reads such a place and the '-' behind it.
bool take_place(std::string_view& text, const OpenIndex::Parts& index, PageStart& start) {
  Candidate row;
  std::uint32_t in_some = 0;
  std::uint32_t in_tier = 0;
  const char* at = text.data();
  const char* const last = text.data() + text.size();
  std::uint32_t* const parts[] = {&in_some, &in_tier, &row.coverage, &row.score, &row.date, &row.shard, &row.docid};
  for (std::uint32_t* part : parts) {
    const auto [end, error] = std::from_chars(at, last, *part);
    const char behind = part == &row.docid ? '-' : '.';
    if (error != std::errc() || end == last || *end != behind) return false;
    at = end + 1;
  }
  // It may have been written by anybody.
  if (row.shard >= index.shards.size() || row.docid == 0 || row.docid > index.shards[row.shard].shard->item_count())
    return false;
  start.after = row;
  start.in_some = in_some != 0;
  start.in_tier = in_tier;
  text.remove_prefix(static_cast<std::size_t>(at - text.data()));
  return true;
}

}  // namespace

std::string make_cursor(const PageStart& start, std::uint64_t revision, const ResolvedQuery& query,
                        const SearchOptions& options) {
  return std::to_string(revision) + "-" + std::to_string(start.row) + "-" + std::to_string(start.mention) + "-" +
         (start.after ? place_text(start) : std::string()) + fingerprint(query, options);
}

PageStart read_cursor(const std::string& cursor, const OpenIndex::Parts& index, const ResolvedQuery& query,
                      const SearchOptions& options) {
  if (cursor.empty()) return {};
  std::string_view rest = cursor;
  std::uint64_t made_at = 0;
  std::uint64_t row = 0;
  std::uint64_t mention = 0;
  PageStart start;
  const bool numbers = take_number(rest, made_at) && take_number(rest, row) && take_number(rest, mention);
  const bool current = made_at == index.index.revision;
  if (numbers && !current) {
    throw schema::Error(schema::ErrorCode::usage,
                        "the index has changed since the cursor was made (revision " + std::to_string(made_at) +
                            ", now " + std::to_string(index.index.revision) + ")",
                        "start again without a cursor");
  }
  const bool placed = !numbers || options.mention_rows || take_place(rest, index, start);
  if (!numbers || !placed || rest != fingerprint(query, options)) {
    throw schema::Error(schema::ErrorCode::usage, "the cursor belongs to another query or other options",
                        "pass the value of \"next\" with the same query, sort order and grouping");
  }
  start.row = static_cast<std::size_t>(row);
  start.mention = static_cast<std::size_t>(mention);
  return start;
}

RowMaker::RowMaker(OpenIndex::Parts& index, const Plan& plan, const std::vector<FoundSets>& found, bool runs)
    : index_(index), plan_(plan), found_(found), runs_(runs) {}

MentionFinder& RowMaker::finder(std::uint32_t shard) {
  std::unique_ptr<MentionFinder>& made = finders_[shard];
  if (!made) made = std::make_unique<MentionFinder>(plan_, *index_.shards[shard].shard, found_[shard].sets);
  return *made;
}

void fill_result(OpenIndex::Parts& index, const Candidate& candidate, const schema::Item& item, Result& row) {
  const OpenShard& shard = index.shards[candidate.shard];
  const PaperHead& head = index.head(candidate.shard, shard.paper_of[candidate.docid]);
  row.id = shard.shard->item_id(candidate.docid);
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

void RowMaker::fill_row(const Candidate& candidate, Result& row) const {
  fill_result(index_, candidate, item_, row);
  row.score = candidate.shown / 1e4;
}

/// Of the item only the passages of `wanted_` are read.
void RowMaker::read_wanted(const Candidate& candidate) {
  const OpenShard& shard = index_.shards[candidate.shard];
  shard.shard->excerpt(candidate.docid, {passages_, wanted_}, item_);
  occurrence_ = schema::occurrences(shard.words.item(candidate.docid), shard.words.path(), wanted_);
  ++index_.items_read;
}

/// The item's mentions, with what is highlighted.
std::vector<FoundMention>& RowMaker::find(const Candidate& candidate, Tier tier) {
  if (tier == Tier::all) {
    PlainMentions& mentions = plain(candidate.shard);
    std::vector<FoundMention>& found = mentions.find(candidate.docid, true);
    passages_ = mentions.passages();
    return found;
  }
  MentionFinder& mentions = finder(candidate.shard);
  found_in_some_ = mentions.find(candidate.docid);
  passages_ = mentions.passages();
  return found_in_some_;
}

Result RowMaker::item_row(const Candidate& candidate, Tier tier, std::size_t most_mentions) {
  std::vector<FoundMention>& found = find(candidate, tier);
  const std::size_t all = found.size();
  best_first(found, passages_);
  if (most_mentions != 0 && all > most_mentions) found.resize(most_mentions);
  Result row = row_of(candidate, found);
  row.tier = tier;
  row.mention_count = static_cast<std::uint32_t>(all);
  return row;
}

Result RowMaker::mention_rows(const Candidate& candidate, std::size_t skip, std::size_t most) {
  const std::vector<FoundMention>& found = find(candidate, Tier::all);
  const std::size_t from = std::min(skip, found.size());
  Result row = row_of(candidate, std::span(found).subspan(from, std::min(most, found.size() - from)));
  row.mention_count = static_cast<std::uint32_t>(found.size());
  return row;
}

Result RowMaker::row_of(const Candidate& candidate, std::span<const FoundMention> found) {
  wanted_.clear();
  for (const FoundMention& one : found) wanted_.push_back(one.passage);
  std::sort(wanted_.begin(), wanted_.end());
  read_wanted(candidate);
  Result row;
  fill_row(candidate, row);
  row.mentions.reserve(found.size());
  for (const FoundMention& one : found) row.mentions.push_back(mention(row.id, one));
  return row;
}

PlainMentions& RowMaker::plain(std::uint32_t shard) {
  std::unique_ptr<PlainMentions>& made = plain_[shard];
  if (!made) made = std::make_unique<PlainMentions>(plan_, index_.shards[shard], found_[shard].sets);
  return *made;
}

void RowMaker::plain_mention_rows(const Candidate& candidate, Result& row) {
  PlainMentions& mentions = plain(candidate.shard);
  const std::vector<FoundMention>& found = mentions.find(candidate.docid, false);
  passages_ = mentions.passages();
  row.mention_count = static_cast<std::uint32_t>(found.size());
  row.mentions.resize(found.size());
  wanted_.clear();
  for (const FoundMention& one : found) wanted_.push_back(one.passage);
  read_wanted(candidate);
  fill_row(candidate, row);
  for (std::size_t i = 0; i < found.size(); ++i) {
    row.mentions[i].whole = found[i].whole;
    fill_mention(row.id, i, row.mentions[i]);
  }
}

/// `wanted`: place in `wanted_`.
void RowMaker::fill_mention(const std::string& item_id, std::size_t wanted, Mention& mention) const {
  const schema::Passage& passage = item_.passages[wanted];
  mention.id = schema::mention_id(item_id, passage.text, occurrence_[wanted]);
  mention.kind = passage.kind;
  mention.outcome = passage.outcome;
  mention.page = passage.page;
  mention.scanned = passage.scanned;
  mention.paragraph = passage.paragraph;
  mention.text = passage.text;
}

Mention RowMaker::mention(const std::string& item_id, const FoundMention& found) const {
  const auto at =
      static_cast<std::size_t>(std::lower_bound(wanted_.begin(), wanted_.end(), found.passage) - wanted_.begin());
  Mention made;
  made.whole = found.whole;
  fill_mention(item_id, at, made);
  if (!runs_) return made;
  made.runs = runs_of(made.text, found.spans, {passages_[found.passage].words.size(), snippet_words});
  return made;
}

}  // namespace minutebook::query
