// Papers made for one question each, and what a search over them gives, by name: for the tests of ranking. Knows
// nothing of how ranking works.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/index_writer.h"
#include "query/boilerplate.h"
#include "query/include/minutebook/search.h"
#include "query/parse.h"
#include "tests/unit/random_papers.h"

namespace minutebook::testing_support {

inline schema::Passage passage_of(const std::string& text, schema::PassageKind kind = schema::PassageKind::text) {
  schema::Passage made;
  made.kind = kind;
  made.text = text;
  return made;
}

/// "w1 w2 …": so many words that nobody looks for.
inline std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += (i == 0 ? "Quorn" : " quorn");
  return text;
}

/// The heading, if there is a title, then the passages.
inline schema::Item item_of(const std::string& title, std::vector<schema::Passage> passages) {
  schema::Item made;
  made.title = title;
  if (!title.empty()) made.passages.push_back(passage_of(title, schema::PassageKind::heading));
  for (schema::Passage& one : passages) made.passages.push_back(std::move(one));
  return made;
}

class Shelf {
 public:
  /// A paper is called by its title, an item by that and its number from 1. `file`: that it stands in; empty: its own.
  void add(const std::string& title, std::vector<schema::Item> items,
           schema::PaperKind kind = schema::PaperKind::minutes, const std::string& file = "") {
    schema::Paper paper;
    paper.title = paper.distinction = title;
    paper.kind = kind;
    paper.council = "E00";
    // Papers of one day that are alike would be one work; the later ones here are of earlier days, so that equals come
    // in the order in which they were added.
    const int number = static_cast<int>(papers_.size());
    paper.date = {2023, 12 - number / 28 % 12, 28 - number % 28};
    for (std::size_t i = 0; i < items.size(); ++i) {
      items[i].number = std::to_string(i + 1);
      paper.items.push_back(std::move(items[i]));
    }
    papers_.push_back(std::move(paper));
    files_.push_back(file.empty() ? title : file);
  }

  void publish(std::size_t shards = 1) {
    indexer::IndexWriter writer(folder_ / "index", small_vocabulary("home schools"));
    std::vector<std::unique_ptr<indexer::ShardBuilder>> builders;
    for (std::size_t i = 0; i < shards; ++i) builders.push_back(writer.new_shard());
    std::map<std::string, std::pair<std::size_t, std::uint32_t>> rows;  // by file: builder, row
    for (std::size_t i = 0; i < papers_.size(); ++i) {
      const auto [at, fresh] = rows.try_emplace(files_[i], i % shards, 0);
      auto& [builder, source] = at->second;
      schema::SourceRow row;
      row.path = row.id = "/papers/" + files_[i];
      row.status = "indexed";
      if (fresh) source = builders[builder]->add_source(row);
      builders[builder]->add_paper(papers_[i], source);
    }
    writer.publish(std::move(builders));
    index_ = std::make_unique<query::OpenIndex>(schema::open_index(folder_ / "index"));
  }

  query::Answer answer(const std::string& text, query::SearchOptions options = {}, bool boilerplate = true) {
    const query::ResolveContext context{*index_->index().vocabulary, *index_->index().councils, index_->names(), true,
                                        schema::Date{2024, 1, 1}};
    query::ResolvedQuery query = query::resolve(query::parse(text), context);
    if (!boilerplate) query = query::without_boilerplate(std::move(query));
    return search(*index_, query, options);
  }

  /// "title.number title.number", tier `some` behind a bar.
  std::string order(const std::string& text, query::SearchOptions options = {}, bool boilerplate = true) {
    return order_of(answer(text, std::move(options), boilerplate));
  }

  static std::string order_of(const query::Answer& answer) {
    std::string names;
    bool some = false;
    for (const query::Result& row : answer.results) {
      const bool first_of_some = row.tier == query::Tier::some && !some;
      some = some || first_of_some;
      names += std::string(names.empty() ? "" : " ") + (first_of_some ? "| " : "") + row.paper.title + "." + row.number;
    }
    return names;
  }

 private:
  TemporaryFolder folder_;
  std::vector<schema::Paper> papers_;
  std::vector<std::string> files_;
  std::unique_ptr<query::OpenIndex> index_;
};

}  // namespace minutebook::testing_support
