// A small index of minutes and reports whose words matter, and queries of plain words: for the tests of what is like an
// item and of watches. Knows nothing of either.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "query/include/minutebook/search.h"
#include "query/parse.h"
#include "query/resolve.h"
#include "tests/unit/small_index.h"

namespace minutebook::testing_support {

struct FollowPaper {
  std::string source;
  schema::Paper paper;
};

/// Minutes with one item for each text, numbered from 1.
inline schema::Paper minutes_of(const std::string& committee, const schema::Date& date,
                                const std::vector<std::string>& texts) {
  schema::Paper paper;
  paper.kind = schema::PaperKind::minutes;
  paper.council = "ZZ1";
  paper.council_name = "Northvale Council";
  paper.committee = committee;
  paper.committee_kind = "scrutiny";
  paper.date = date;
  paper.title = "Minutes";
  for (const std::string& text : texts) {
    schema::Item item;
    item.number = std::to_string(paper.items.size() + 1);
    item.passages.push_back({schema::PassageKind::text, schema::Outcome::none, 0, false, "", text});
    paper.items.push_back(item);
  }
  return paper;
}

/// Adds the papers in as many new shards, one after the other.
inline void add_papers(const std::string& folder, const std::vector<FollowPaper>& papers, std::size_t shards = 1,
                       std::shared_ptr<const schema::Vocabulary> vocabulary = small_vocabulary()) {
  indexer::IndexWriter writer(folder, std::move(vocabulary));
  std::vector<std::unique_ptr<indexer::ShardBuilder>> builders;
  for (std::size_t i = 0; i < shards; ++i) builders.push_back(writer.new_shard());
  for (std::size_t i = 0; i < papers.size(); ++i) {
    indexer::ShardBuilder& builder = *builders[i % shards];
    schema::SourceRow row = source_named(papers[i].source);
    row.sha256 = papers[i].source;
    // No two papers of a run have one id; which of them gets the natural one is settled when it is published.
    builder.add_paper_again(papers[i].paper, builder.add_source(row), "unsettled-" + papers[i].source);
  }
  writer.publish(std::move(builders));
}

inline query::ResolvedQuery ask(query::OpenIndex& index, const std::string& text) {
  const query::ResolveContext context{*index.index().vocabulary, *index.index().councils, index.names(), true,
                                      schema::Date{2026, 1, 1}};
  return query::resolve(query::parse(text), context);
}

}  // namespace minutebook::testing_support
