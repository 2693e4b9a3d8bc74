#include "indexer/shard_builder.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <numeric>
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

/// A word of the shard's papers.
struct MetWord {
  schema::WordId in_lexicon = 0;
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
  void add_paper(schema::Paper& paper, std::uint32_t source, const std::string& id);
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
  std::vector<schema::WordId> word_numbers;  // by number in the lexicon, which also holds words no paper has
  std::vector<MetWord> words;                // in order of first meeting
  std::vector<schema::ForwardPassage> passages;
  std::vector<std::span<const schema::Token>> tokens;
  std::string record;
};

ShardBuilder::ShardBuilder(std::string folder, const schema::Vocabulary& vocabulary)
    : state_(std::make_unique<State>(std::move(folder), vocabulary)) {}
ShardBuilder::~ShardBuilder() = default;

std::uint32_t ShardBuilder::items() const {
  return state_->items;
}
const std::string& ShardBuilder::folder() const {
  return state_->folder;
}
std::uint32_t ShardBuilder::sources() const {
  return static_cast<std::uint32_t>(state_->sources.size());
}

std::uint32_t ShardBuilder::add_source(schema::SourceRow row) {
  row.papers = 0;
  row.items = 0;
  state_->sources.push_back(std::move(row));
  return sources() - 1;
}

void ShardBuilder::add_paper(schema::Paper paper, std::uint32_t source) {
  const std::string id = state_->unused_id(schema::paper_id(paper));
  state_->add_paper(paper, source, id);
}

void ShardBuilder::add_paper_again(schema::Paper paper, std::uint32_t source, const std::string& id) {
  state_->paper_ids.insert(id);
  state_->add_paper(paper, source, id);
}

/// Two papers of one meeting and kind that nothing tells apart: the later ones get a number.
std::string ShardBuilder::State::unused_id(const std::string& id) {
  std::string unused = id;
  for (int number = 2; !paper_ids.insert(unused).second; ++number) unused = id + "~" + std::to_string(number);
  return unused;
}

void ShardBuilder::State::add_paper(schema::Paper& paper, std::uint32_t source, const std::string& id) {
  const std::vector<AnalysedItem> analysed = tagger.tag(paper);
  sketches.add(sketcher.sketch(paper, analysed, sources.at(source)));
  const PaperFacets facets = facets_of(paper);
  const std::vector<std::string> of_paper = paper_terms(paper, facets, id);
  const std::vector<std::string> ids = schema::item_ids(paper, id);

  schema::PaperEntry entry{{}, id, ids, facets.council, facets.committee, facets.committee_kind, facets.portfolios};
  entry.row.first_item = items + 1;
  add_to_table(paper, source, std::move(entry));
  for (std::size_t i = 0; i < paper.items.size(); ++i) {
    const std::span<const schema::Person> people =
        i == 0 ? std::span<const schema::Person>(paper.people) : std::span<const schema::Person>();
    add_item({paper.items[i], analysed[i], ids[i], of_paper, people});
  }
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
  if (word_numbers.size() <= word) word_numbers.resize(lexicon.size(), no_word);
  schema::WordId& number = word_numbers[word];
  if (number == no_word) {
    number = static_cast<schema::WordId>(words.size());
    words.push_back({word, 0});
  }
  ++words[number].times;
  return number;
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
  std::vector<schema::WordId> order(words.size());
  std::iota(order.begin(), order.end(), schema::WordId{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](schema::WordId a, schema::WordId b) { return words[a].times > words[b].times; });
  schema::LexiconWriter writer;
  std::vector<schema::WordId> renumbered(words.size());
  for (const schema::WordId met : order) {
    renumbered[met] = writer.words();
    writer.add(lexicon.word(words[met].in_lexicon));
  }
  writer.finish(folder);
  forward.finish(folder, renumbered);
}

void ShardBuilder::finish() {
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
