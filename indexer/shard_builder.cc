#include "indexer/shard_builder.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/document.h"
#include "indexer/shard_builder_postings.h"
#include "indexer/sketch.h"
#include "indexer/tagging.h"
#include "schema/error.h"
#include "schema/file.h"
#include "schema/shard_blocks.h"
#include "schema/shard_forward.h"
#include "schema/shard_lexicon.h"
#include "schema/shard_record.h"
#include "schema/shard_sketches.h"
#include "schema/shard_summary.h"
#include "schema/shard_table.h"

namespace minutebook::indexer {
namespace {

constexpr schema::WordId no_word = UINT32_MAX;

/// A word of the lexicon, which also holds words that no paper has.
struct MetWord {
  schema::WordId number = no_word;  ///< in order of first meeting
  std::uint32_t times = 0;
};

std::string make_new_folder(std::string folder) {
  if (std::filesystem::exists(folder)) {
    throw schema::Error(schema::ErrorCode::unreadable, "cannot build a shard in " + folder + ": it exists already");
  }
  schema::make_folder(folder);
  return folder;
}

}  // namespace

struct ShardBuilder::State {
  State(std::string path, const schema::Vocabulary& vocabulary)
      : folder(make_new_folder(std::move(path))),
        tagger(vocabulary, lexicon),
        item_terms(vocabulary, lexicon),
        sketcher(lexicon),
        text(folder, schema::text_file),
        papers(folder, schema::paper_file) {}

  std::string unused_id(const std::string& id);
  std::uint32_t add_paper(schema::Paper& paper, std::uint32_t source, const std::string& id);
  void add_to_table(const schema::Paper& paper, std::uint32_t source, schema::PaperEntry entry);
  void add_item(const ItemSource& source);
  void add_forward(const schema::Item& item, const AnalysedItem& analysed);
  void add_text(const schema::Item& item, const AnalysedItem& analysed);
  schema::WordId shard_word(schema::WordId word);
  void finish_words();

  std::string folder;
  schema::Lexicon lexicon;
  Tagger tagger;
  ItemTerms item_terms;
  Sketcher sketcher;
  schema::SketchWriter sketches;
  PostingsWriter postings;
  schema::BlockWriter text;
  schema::BlockWriter papers;
  schema::ForwardWriter forward;
  schema::TableWriter table;
  std::vector<schema::SourceRow> sources;
  std::unordered_set<std::string> paper_ids;
  std::uint32_t items = 0;
  std::vector<MetWord> words;             // by number in the lexicon
  std::vector<schema::WordId> met_words;  // numbers in the lexicon, in order of first meeting
  std::vector<schema::ForwardPassage> passages;
  std::vector<std::span<const schema::Token>> tokens;
  std::string record;
};

ShardBuilder::ShardBuilder(std::string folder, const schema::Vocabulary& vocabulary)
    : state_(std::make_unique<State>(std::move(folder), vocabulary)), folder_(state_->folder) {}
ShardBuilder::~ShardBuilder() = default;

std::uint32_t ShardBuilder::add_source(schema::SourceRow row) {
  row.papers = 0;
  row.items = 0;
  state_->sources.push_back(std::move(row));
  return sources_++;
}

void ShardBuilder::add_paper(schema::Paper paper, std::uint32_t source) {
  const std::string id = state_->unused_id(schema::paper_id(paper));
  add_paper_again(std::move(paper), source, id);
}

void ShardBuilder::add_paper_again(schema::Paper paper, std::uint32_t source, const std::string& id) {
  state_->paper_ids.insert(id);
  words_ += state_->add_paper(paper, source, id);
  items_ = state_->items;
}

/// Two papers of one meeting and kind that nothing tells apart: the later ones get a number.
std::string ShardBuilder::State::unused_id(const std::string& id) {
  std::string unused = id;
  for (int number = 2; !paper_ids.insert(unused).second; ++number) unused = id + "~" + std::to_string(number);
  return unused;
}

/// Returns the number of its words.
std::uint32_t ShardBuilder::State::add_paper(schema::Paper& paper, std::uint32_t source, const std::string& id) {
  const std::vector<AnalysedItem> analysed = tagger.tag(paper);
  const schema::PaperSketch sketch = sketcher.sketch(paper, analysed, sources.at(source));
  sketches.add(sketch);
  const PaperFacets facets = facets_of(paper);
  const std::vector<std::uint32_t> of_paper = item_terms.numbers_of(paper_terms(paper, facets, id));
  const std::vector<std::string> ids = schema::item_ids(paper, id);

  schema::PaperEntry entry{{}, id, ids, facets.council, facets.committee, facets.committee_kind, facets.portfolios};
  entry.row.first_item = items + 1;
  add_to_table(paper, source, std::move(entry));
  for (std::size_t i = 0; i < paper.items.size(); ++i) {
    const std::span<const schema::Person> people =
        i == 0 ? std::span<const schema::Person>(paper.people) : std::span<const schema::Person>();
    add_item({paper.items[i], analysed[i], ids[i], of_paper, people});
  }
  return sketch.words;
}

void ShardBuilder::State::add_to_table(const schema::Paper& paper, std::uint32_t source, schema::PaperEntry entry) {
  const auto count = static_cast<std::uint32_t>(paper.items.size());
  entry.row.items = count;
  entry.row.date = paper.date.packed();
  entry.row.source = source;
  entry.row.kind = paper.kind;
  entry.row.flags = static_cast<std::uint8_t>((paper.exempt ? schema::row_exempt : 0) |
                                              (static_cast<int>(paper.language) << schema::row_language));
  table.add(entry);
  record.clear();
  schema::encode_paper(paper, record);
  papers.add(record);
  ++sources.at(source).papers;
  sources[source].items += count;
}

void ShardBuilder::State::add_item(const ItemSource& source) {
  postings.add(item_terms.of(source));
  add_forward(source.item, source.analysed);
  add_text(source.item, source.analysed);
  ++items;
}

void ShardBuilder::State::add_text(const schema::Item& item, const AnalysedItem& analysed) {
  tokens.clear();
  for (const AnalysedPassage& passage : analysed.passages) tokens.push_back(passage.tokens);
  record.clear();
  schema::encode_item(item, tokens, lexicon, record);
  text.add(record);
}

schema::WordId ShardBuilder::State::shard_word(schema::WordId word) {
  if (words.size() <= word) words.resize(lexicon.size());
  MetWord& met = words[word];
  if (met.number == no_word) {
    met.number = static_cast<schema::WordId>(met_words.size());
    met_words.push_back(word);
  }
  ++met.times;
  return met.number;
}

void ShardBuilder::State::add_forward(const schema::Item& item, const AnalysedItem& analysed) {
  const std::size_t count = item.passages.size();
  if (passages.size() < count) passages.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    schema::ForwardPassage& passage = passages[i];
    passage.kind = item.passages[i].kind;
    passage.outcome = item.passages[i].outcome;
    passage.words.clear();
    for (const schema::Token& token : analysed.passages[i].tokens) passage.words.push_back(shard_word(token.word));
    passage.spans = analysed.passages[i].spans;
  }
  forward.add(std::span<const schema::ForwardPassage>(passages).first(count));
}

/// Common words get small numbers: they take one byte instead of two.
void ShardBuilder::State::finish_words() {
  std::vector<schema::WordId> order = met_words;
  std::stable_sort(order.begin(), order.end(),
                   [&](schema::WordId a, schema::WordId b) { return words[a].times > words[b].times; });
  schema::LexiconWriter writer;
  std::vector<schema::WordId> renumbered(order.size());
  for (const schema::WordId word : order) {
    renumbered[words[word].number] = writer.words();
    writer.add(lexicon.word(word));
  }
  writer.finish(folder);
  forward.finish(folder, renumbered);
}

void ShardBuilder::finish() {
  if (!state_) return;
  State& state = *state_;
  state.postings.finish(state.folder + "/" + std::string(schema::xapian_folder_name), state.item_terms);
  state.text.finish();
  state.papers.finish();
  state.finish_words();
  state.table.finish(state.folder);
  state.sketches.finish(state.folder);
  schema::BlockWriter ledger(state.folder, schema::source_file);
  for (const schema::SourceRow& source : state.sources) {
    state.record.clear();
    schema::encode_source(source, state.record);
    ledger.add(state.record);
  }
  ledger.finish();
  schema::write_shard_summary(state.folder, {state.items, state.table.papers()});
  schema::sync_tree(state.folder);
  state_.reset();
}

void finish_all(const std::vector<std::unique_ptr<ShardBuilder>>& builders) {
  std::vector<std::exception_ptr> errors(builders.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < builders.size(); ++i) {
    threads.emplace_back([&, i] {
      try {
        builders[i]->finish();
      } catch (...) {
        errors[i] = std::current_exception();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::exception_ptr& error : errors) {
    if (error) std::rethrow_exception(error);
  }
}

}  // namespace minutebook::indexer
