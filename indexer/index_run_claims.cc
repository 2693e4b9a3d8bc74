#include "indexer/index_run_claims.h"

#include <utility>

#include "indexer/live_index.h"
#include "indexer/source_status.h"
#include "indexer/works.h"
#include "schema/digest.h"

namespace minutebook::indexer {
namespace {

/// Id and words: what a source must not hold twice.
std::string content_of(const std::string& id, const schema::Paper& paper) {
  std::string text = id;
  for (const schema::Item& item : paper.items) {
    for (const schema::Passage& passage : item.passages) text.append("\n").append(passage.text);
  }
  return schema::hex(schema::sha256(text));
}

}  // namespace

PaperClaims::PaperClaims(const schema::Index& current, const std::unordered_set<std::string>& leaving,
                         const Withdrawn& withdrawn)
    : withdrawn_(withdrawn) {
  for_each_live_paper(current, [&](const schema::Shard& shard, std::uint32_t ordinal) {
    const std::string& path = shard.sources()[shard.papers()[ordinal].source].path;
    if (!leaving.contains(path)) taken_.insert(shard.paper_id(ordinal));
  });
}

std::string PaperClaims::unused_id(const std::string& natural, const schema::SourceRow& row) const {
  std::string id = natural;
  for (int number = 1; taken_.contains(id); ++number) id = distinct_id(natural, row.sha256, number);
  return id;
}

/// The withdrawn id that keeps the paper out: its own, or what it has instead; empty: none.
std::string PaperClaims::withdrawn_id(const std::string& natural, const schema::SourceRow& row) const {
  for (const std::string& id : {natural, distinct_id(natural, row.sha256, 1)}) {
    if (withdrawn_.keeps_out_paper(id)) return id;
  }
  return {};
}

std::vector<ClaimedPaper> PaperClaims::settle(std::vector<schema::Paper> papers, schema::SourceRow& row) {
  std::vector<ClaimedPaper> claimed;
  std::unordered_set<std::string> contents;
  bool withdrawn = false;
  for (schema::Paper& paper : papers) {
    const std::string natural = schema::paper_id(paper);
    const std::string id = unused_id(natural, row);
    if (const std::string kept_out = withdrawn_id(natural, row); !kept_out.empty()) {
      row.warnings.push_back(withdrawn_note(kept_out));
      withdrawn = true;
    } else if (!contents.insert(content_of(natural, paper)).second) {
      row.warnings.push_back("paper " + natural + " stands in it twice");
    } else {
      taken_.insert(id);
      claimed.push_back({std::move(paper), id});
    }
  }
  if (claimed.empty() && withdrawn) {
    row.status = status_withdrawn;
    row.reason = row.warnings.back();
  }
  return claimed;
}

}  // namespace minutebook::indexer
