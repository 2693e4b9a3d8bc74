// An index of short papers made of a sentence or two each, asked with whole queries: for tests of what the papers
// themselves say about words. Knows nothing of files or printers.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/index_writer.h"
#include "query/include/minutebook/search.h"
#include "query/parse.h"
#include "schema/councils.h"
#include "tests/unit/random_papers.h"

namespace minutebook::testing_support {

/// The label called so, of all expansions of an answer; nullptr: there is none.
inline const query::ShownLabel* label_of(const query::Answer& answer, const std::string& name) {
  for (const query::ShownExpansion& one : answer.interpreted.expansions) {
    for (const query::ShownLabel& label : one.labels) {
      if (label.label == name) return &label;
    }
  }
  return nullptr;
}

class WordIndex {
 public:
  /// Texts that begin so are Welsh; the mark is not part of them.
  static constexpr std::string_view welsh_mark = "cy:";

  /// One paper with one item for each text, dealt out to `shards`; every text is a source of its own, "/in/0" …
  explicit WordIndex(const std::vector<std::string>& texts, std::size_t shards = 1) {
    indexer::IndexWriter writer(folder_ / "index", built_in());
    std::vector<std::unique_ptr<indexer::ShardBuilder>> builders;
    for (std::size_t i = 0; i < shards; ++i) builders.push_back(writer.new_shard());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      indexer::ShardBuilder& builder = *builders[i % shards];
      builder.add_paper(paper_of(texts[i], std::to_string(i)), builder.add_source(source("/in/" + std::to_string(i))));
    }
    writer.publish(std::move(builders));
    open();
  }

  /// Takes the paper of a text out; its shard may be rewritten.
  void remove(std::size_t text) {
    indexer::IndexWriter writer(folder_ / "index", built_in());
    writer.retire_source("/in/" + std::to_string(text));
    writer.publish({});
    open();
  }

  query::OpenIndex& index() { return *index_; }
  std::string folder() const { return folder_ / "index"; }

  query::ResolvedQuery read(const std::string& text, const query::ExpansionWish& wish = {}) {
    query::ResolveContext context{*index_->index().vocabulary, schema::CouncilRegistry::built_in(), index_->names(),
                                  wish.expand, schema::Date{2025, 3, 13}};
    context.only = wish.only;
    context.without = wish.without;
    context.papers = &index_->words();
    return query::resolve(query::parse(text), context);
  }

  query::Answer ask(const std::string& text, const query::ExpansionWish& wish = {}) {
    query::SearchOptions options;
    options.count_labels = true;
    options.count_mentions = true;
    options.read_again = [this, wish](const std::string& other) { return read(other, wish); };
    return search(*index_, read(text, wish), options);
  }

  std::uint64_t items(const std::string& text, const query::ExpansionWish& wish = {}) {
    return ask(text, wish).totals.items;
  }

 private:
  static std::shared_ptr<const schema::Vocabulary> built_in() {
    return {std::shared_ptr<const schema::Vocabulary>(), &schema::Vocabulary::built_in()};
  }
  static schema::SourceRow source(const std::string& path) {
    schema::SourceRow row;
    row.path = path;
    row.id = path;
    row.status = "indexed";
    return row;
  }
  static schema::Paper paper_of(const std::string& text, const std::string& name) {
    schema::Paper paper;
    paper.distinction = name;
    schema::Item item;
    item.number = "1";
    const bool welsh = text.starts_with(welsh_mark);
    item.passages.push_back({schema::PassageKind::text, schema::Outcome::none, 0, false, "",
                             welsh ? text.substr(welsh_mark.size()) : text});
    item.passages.back().welsh = welsh;
    paper.items.push_back(std::move(item));
    return paper;
  }
  void open() { index_ = std::make_unique<query::OpenIndex>(schema::open_index(folder_ / "index")); }

  TemporaryFolder folder_;
  std::unique_ptr<query::OpenIndex> index_;
};

}  // namespace minutebook::testing_support
