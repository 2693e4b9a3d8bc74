#include "schema/shard.h"

#include <mutex>

#include "schema/shard_blocks.h"
#include "schema/shard_forward.h"
#include "schema/shard_lexicon.h"
#include "schema/shard_record.h"
#include "schema/shard_summary.h"
#include "schema/shard_table.h"
#include "schema/word_marks.h"

namespace minutebook::schema {

struct Shard::Files {
  explicit Files(const std::string& path)
      : folder(path),
        summary(check_shard_summary(path)),
        table(path),
        text(path, text_file),
        papers(path, paper_file),
        ledger(path, source_file),
        forward(path),
        lexicon(path),
        sketches(path) {}

  std::string folder;
  ShardSummary summary;
  TableReader table;
  BlockReader text;
  BlockReader papers;
  BlockReader ledger;
  ForwardReader forward;
  LexiconReader lexicon;
  SketchReader sketches;
  mutable std::once_flag sources_read;
  mutable std::vector<SourceRow> sources;
};

Shard::Shard(std::unique_ptr<Files> files) : files_(std::move(files)) {}
Shard::~Shard() = default;

std::shared_ptr<const Shard> Shard::open(const std::string& folder) {
  auto files = std::make_unique<Files>(folder);
  const ShardSummary found{files->table.items(), static_cast<std::uint32_t>(files->table.rows().size())};
  const bool fits = found == files->summary && files->text.records() == found.items &&
                    files->forward.items() == found.items && files->papers.records() == found.papers &&
                    files->sketches.rows().size() == found.papers;
  if (!fits) throw_damaged(folder, "its files hold different numbers of items or papers");
  for (const PaperRow& row : files->table.rows()) {
    if (row.source >= files->ledger.records()) throw_damaged(files->ledger.path(), "the source of a paper is missing");
  }
  return std::shared_ptr<const Shard>(new Shard(std::move(files)));
}

const std::string& Shard::folder() const {
  return files_->folder;
}
std::string Shard::xapian_folder() const {
  return files_->folder + "/" + std::string(xapian_folder_name);
}
std::uint32_t Shard::item_count() const {
  return files_->table.items();
}
std::span<const PaperRow> Shard::papers() const {
  return files_->table.rows();
}
std::span<const PaperSketch> Shard::sketches() const {
  return files_->sketches.rows();
}
std::span<const std::uint32_t> Shard::portfolios(const PaperRow& paper) const {
  return files_->table.portfolios(paper);
}
const std::vector<FacetValue>& Shard::values() const {
  return files_->table.values();
}
std::uint32_t Shard::paper_of(std::uint32_t docid) const {
  return files_->table.paper_of(docid);
}
std::string Shard::paper_id(std::uint32_t ordinal) const {
  return files_->table.paper_id(ordinal);
}
std::string Shard::item_id(std::uint32_t docid) const {
  return files_->table.item_id(docid);
}

const std::vector<SourceRow>& Shard::sources() const {
  std::call_once(files_->sources_read, [this] {
    const BlockReader& ledger = files_->ledger;
    std::vector<SourceRow> rows;
    rows.reserve(ledger.records());
    for (std::uint32_t i = 0; i < ledger.records(); ++i) rows.push_back(decode_source(ledger.record(i), ledger.path()));
    files_->sources = std::move(rows);
  });
  return files_->sources;
}

Paper Shard::paper(std::uint32_t ordinal) const {
  return decode_paper(files_->papers.record(ordinal), files_->papers.path());
}

Paper Shard::whole_paper(std::uint32_t ordinal) const {
  Paper whole = paper(ordinal);
  std::uint32_t docid = papers()[ordinal].first_item;
  for (Item& one : whole.items) one = item(docid++);
  return whole;
}

// Docid 0 becomes a record that no shard has and is refused as such.
Item Shard::item(std::uint32_t docid) const {
  thread_local std::vector<ForwardPassage> passages;
  const std::size_t count = files_->forward.read(docid - 1, passages);
  return decode_item(files_->text.record(docid - 1), files_->text.path(), std::span(passages).first(count),
                     files_->lexicon);
}

void Shard::excerpt(std::uint32_t docid, const ItemExcerpt& excerpt, Item& item) const {
  decode_excerpt(files_->text.record(docid - 1), files_->text.path(), excerpt, files_->lexicon, item);
}

std::size_t Shard::forward(std::uint32_t docid, std::vector<ForwardPassage>& passages) const {
  return files_->forward.read(docid - 1, passages);
}

std::uint32_t Shard::word_count() const {
  return files_->lexicon.words();
}
std::string_view Shard::written(WordId word) const {
  return files_->lexicon.written(word);
}
std::string_view Shard::folded(WordId word) const {
  return files_->lexicon.word(word).folded;
}
std::string_view Shard::stem(WordId word) const {
  return files_->lexicon.word(word).stem;
}
bool Shard::unstemmed(WordId word) const {
  return (marks(word) & mark_unstemmed) != 0;
}
bool Shard::acronym(WordId word) const {
  return (marks(word) & mark_acronym) != 0;
}
std::string_view Shard::capitals(WordId word) const {
  return files_->lexicon.word(word).capitals;
}
std::uint8_t Shard::marks(WordId word) const {
  return files_->lexicon.word(word).marks;
}
std::vector<WordId> Shard::words_with_stem(std::string_view stem) const {
  return files_->lexicon.with_stem(stem);
}
std::vector<WordId> Shard::words_with_folded(std::string_view folded) const {
  return files_->lexicon.with_folded(folded);
}
std::vector<WordId> Shard::words_with_prefix(std::string_view prefix) const {
  return files_->lexicon.with_prefix(prefix);
}
std::uint32_t Shard::place_of_word(std::string_view folded) const {
  return files_->lexicon.place_of(folded);
}
WordId Shard::word_at_place(std::uint32_t place) const {
  return files_->lexicon.at_place(place);
}
std::vector<WordId> Shard::words_with_capitals(std::string_view capitals) const {
  return files_->lexicon.with_capitals(capitals);
}

}  // namespace minutebook::schema
