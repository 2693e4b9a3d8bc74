#include "indexer/index_run_claims.h"

#include <utility>

#include "indexer/live_index.h"
#include "indexer/source_status.h"
#include "schema/digest.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t distinction_characters = 12;

void append_words(const schema::Item& item, std::string& text) {
  for (const schema::Passage& passage : item.passages) text.append(passage.text).append("\n");
}

std::string digest_of(const std::string& text) {
  return schema::hex(schema::sha256(text));
}

std::string words_of(const schema::Paper& paper) {
  std::string text;
  for (const schema::Item& item : paper.items) append_words(item, text);
  return digest_of(text);
}

std::string words_of(const schema::Shard& shard, std::uint32_t ordinal) {
  const schema::PaperRow& row = shard.papers()[ordinal];
  std::string text;
  for (std::uint32_t i = 0; i < row.items; ++i) append_words(shard.item(row.first_item + i), text);
  return digest_of(text);
}

/// What tells papers of one meeting and kind apart when nothing in them does: the content of the source, then their
/// number in it.
std::string distinction(const std::string& own, const std::string& sha256, int attempt) {
  std::string made = own.empty() ? "" : own + " ";
  made += sha256.substr(0, distinction_characters);
  if (attempt > 1) made += " " + std::to_string(attempt);
  return made;
}

}  // namespace

PaperClaims::PaperClaims(const schema::Index& current, const std::unordered_set<std::string>& leaving,
                         const Withdrawn& withdrawn)
    : withdrawn_(withdrawn) {
  for_each_live_paper(current, [&](const schema::Shard& shard, std::uint32_t ordinal) {
    const std::string& path = shard.sources()[shard.papers()[ordinal].source].path;
    if (!leaving.contains(path)) claims_.emplace(shard.paper_id(ordinal), Claim{path, {}, &shard, ordinal});
  });
}

bool PaperClaims::same_words(Claim& claim, const std::string& words) const {
  if (claim.words.empty()) claim.words = words_of(*claim.shard, claim.ordinal);
  return claim.words == words;
}

PaperClaims::Verdict PaperClaims::settle_one(schema::Paper& paper, schema::SourceRow& row) {
  const std::string words = words_of(paper);
  const std::string own_distinction = paper.distinction;
  std::string last_id;
  for (int attempt = 0;; ++attempt) {
    if (attempt > 0) paper.distinction = distinction(own_distinction, row.sha256, attempt);
    const std::string id = schema::paper_id(paper);
    if (withdrawn_.keeps_out_paper(id)) {
      row.warnings.push_back(withdrawn_note(id));
      return Verdict::withdrawn;
    }
    const auto taken = claims_.find(id);
    if (taken == claims_.end()) {
      claims_.emplace(id, Claim{row.path, words, nullptr, 0});
      if (attempt > 0)
        row.warnings.push_back("another paper of the same meeting and kind has its id; it was given " + id);
      return Verdict::take;
    }
    // An id made of the words alone cannot be made distinct, and need not be.
    if (same_words(taken->second, words) || id == last_id) {
      const bool elsewhere = taken->second.path != row.path;
      row.warnings.push_back(elsewhere ? copy_note("paper " + id, taken->second.path)
                                       : "paper " + id + " stands in it twice");
      return Verdict::copy;
    }
    last_id = id;
  }
}

void PaperClaims::settle(std::vector<schema::Paper>& papers, schema::SourceRow& row) {
  std::vector<schema::Paper> taken;
  bool copies = false;
  for (schema::Paper& paper : papers) {
    const Verdict verdict = settle_one(paper, row);
    if (verdict == Verdict::take) taken.push_back(std::move(paper));
    copies = copies || verdict == Verdict::copy;
  }
  const bool all_dropped = taken.empty() && !papers.empty();
  papers = std::move(taken);
  if (!all_dropped) return;
  row.status = copies ? status_duplicate : status_withdrawn;
  row.reason = row.warnings.back();
}

}  // namespace minutebook::indexer
