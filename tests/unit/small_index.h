// Small indexes of papers that are told apart by a name, and the whole of an index as text: for the tests of writing
// and opening. Knows nothing of merging or of damage.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/index_writer.h"
#include "schema/error.h"
#include "tests/unit/random_papers.h"

namespace minutebook::testing_support {

namespace fs = std::filesystem;

inline schema::Paper paper_named(const std::string& name, std::size_t items = 3) {
  schema::Paper paper;
  paper.title = name;
  paper.distinction = name;
  paper.council = "E00";
  for (std::size_t i = 0; i < items; ++i) {
    schema::Item item;
    item.number = std::to_string(i + 1);
    item.passages.push_back(
        {schema::PassageKind::text, schema::Outcome::none, 0, false, "", name + " on EHCP plans, part " + item.number});
    paper.items.push_back(item);
  }
  return paper;
}

inline schema::SourceRow source_named(const std::string& name) {
  schema::SourceRow row;
  row.path = "/in/" + name;
  row.id = name;
  row.status = "indexed";
  return row;
}

/// A shard with one source and one paper for each name.
inline std::unique_ptr<indexer::ShardBuilder> shard_with(indexer::IndexWriter& writer,
                                                         const std::vector<std::string>& names, std::size_t items = 3) {
  auto builder = writer.new_shard();
  for (const std::string& name : names)
    builder->add_paper(paper_named(name, items), builder->add_source(source_named(name)));
  return builder;
}

inline std::uint64_t publish_one(indexer::IndexWriter& writer, std::unique_ptr<indexer::ShardBuilder> builder) {
  std::vector<std::unique_ptr<indexer::ShardBuilder>> builders;
  builders.push_back(std::move(builder));
  return writer.publish(std::move(builders));
}

inline std::uint64_t add_names(const std::string& folder, const std::vector<std::string>& names,
                               std::size_t items = 3) {
  indexer::IndexWriter writer(folder, small_vocabulary());
  return publish_one(writer, shard_with(writer, names, items));
}

inline bool dead(const std::vector<std::uint32_t>& numbers, std::uint32_t number) {
  return std::binary_search(numbers.begin(), numbers.end(), number);
}

/// Everything alive in an index, one string for each item and each ledger row: equal dumps mean equal indexes.
inline std::multiset<std::string> dump(const schema::Index& index) {
  std::multiset<std::string> rows;
  std::vector<schema::ForwardPassage> passages;
  for (const schema::ShardState& state : index.shards) {
    const schema::Shard& shard = *state.shard;
    const Xapian::Database database(shard.xapian_folder());
    for (std::uint32_t ordinal = 0; ordinal < shard.papers().size(); ++ordinal) {
      if (dead(state.dead_papers, ordinal)) continue;
      const schema::PaperRow& row = shard.papers()[ordinal];
      const std::string head =
          shard.paper(ordinal).title + "|" + shard.sources()[row.source].path + "|" + shard.values()[row.council].value;
      for (std::uint32_t docid = row.first_item; docid < row.first_item + row.items; ++docid) {
        std::string line = head + "|" + shard.item_id(docid);
        const schema::Item item = shard.item(docid);
        for (const schema::TopicEvidence& topic : item.topics) line += "|topic " + topic.topic + " " + topic.label;
        for (const schema::Passage& passage : item.passages) line += "|" + passage.text;
        const std::size_t count = shard.forward(docid, passages);
        for (std::size_t i = 0; i < count; ++i) {
          for (const schema::WordId word : passages[i].words) line += " " + std::string(shard.written(word));
          for (const schema::ConceptSpan& span : passages[i].spans) {
            line += " " + index.vocabulary->concepts()[span.concept_index].id + "@" + std::to_string(span.first);
          }
        }
        line += "|documents " + std::to_string(database.get_termfreq("Q" + shard.item_id(docid)));
        rows.insert(line);
      }
    }
    for (std::uint32_t number = 0; number < shard.sources().size(); ++number) {
      const schema::SourceRow& source = shard.sources()[number];
      if (!dead(state.dead_sources, number)) rows.insert(source.path + "|" + source.status + "|" + source.reason);
    }
  }
  return rows;
}

inline std::set<std::string> names_in(const std::string& folder) {
  std::set<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    names.insert(entry.path().filename().string());
  return names;
}

/// Message of the error that `work` ends with; empty: it ended well.
template <typename Work>
std::string refusal(Work work) {
  try {
    work();
    return "";
  } catch (const schema::Error& error) {
    return std::string(error.what()) + " [" + error.hint() + "]";
  }
}

}  // namespace minutebook::testing_support
