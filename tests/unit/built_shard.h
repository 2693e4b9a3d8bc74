// A shard of random papers together with what must come back from it, for the tests of shards.
// Knows nothing of files' formats.
#pragma once

#include <xapian.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "indexer/shard_builder.h"
#include "indexer/tagging.h"
#include "schema/shard.h"
#include "tests/unit/random_papers.h"

namespace minutebook::testing_support {

inline const schema::Vocabulary& vocabulary() {
  static const std::shared_ptr<const schema::Vocabulary> small = small_vocabulary();
  return *small;
}

inline schema::SourceRow source_row(int number) {
  schema::SourceRow row;
  row.path = "/papers/" + std::to_string(number) + ".txt";
  row.id = "id" + std::to_string(number);
  row.sha256 = std::string(64, 'a');
  row.format = "text";
  row.bytes = 1ULL << 40;
  row.pages = number;
  row.status = "indexed";
  row.warnings = {"one", "", "three"};
  row.date = 20240108;
  row.exempt_items = 7;
  return row;
}

/// A shard of random papers together with what must come back.
struct Built {
  TemporaryFolder folder;
  std::vector<schema::Paper> papers;  // tagged
  std::vector<std::vector<indexer::AnalysedItem>> analysed;
  schema::Lexicon lexicon;
  std::shared_ptr<const schema::Shard> shard;

  explicit Built(unsigned seed, int count = 40) {
    indexer::Tagger tagger(vocabulary(), lexicon);
    indexer::ShardBuilder builder(folder / "shard", vocabulary());
    RandomPapers random(seed);
    for (int i = 0; i < count; ++i) {
      papers.push_back(random.paper());
      builder.add_paper(papers.back(), builder.add_source(source_row(i)));
      analysed.push_back(tagger.tag(papers.back()));
    }
    builder.finish();
    shard = schema::Shard::open(folder / "shard");
  }
};

/// Docids of a term's documents.
inline std::set<std::uint32_t> documents(const schema::Shard& shard, const std::string& term) {
  const Xapian::Database database(shard.xapian_folder());
  return {database.postlist_begin(term), database.postlist_end(term)};
}

}  // namespace minutebook::testing_support
