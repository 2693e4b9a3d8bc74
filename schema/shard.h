// Reading a shard: the paper table, the stored record and the words of one immutable part of an index, through memory
// maps. Knows nothing of Xapian (its database lies beside) nor of queries. Written by indexer/shard_builder.h; formats
// in schema/shard_format.h.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/concept_matcher.h"
#include "schema/fields.h"
#include "schema/paper.h"
#include "schema/shard_sketches.h"

namespace minutebook::schema {

/// What the counting kernel needs of a paper. Value numbers index Shard::values(); 0 is never used, "unknown" is a
/// value of its own.
struct PaperRow {
  std::uint32_t first_item =
      0;  ///< docid of its first item; its items have consecutive docids, papers follow each other
  std::uint32_t items = 0;
  std::uint32_t date = 0;  ///< packed, 0 unknown
  std::uint32_t council = 0;
  std::uint32_t committee = 0;
  std::uint32_t committee_kind = 0;
  std::uint32_t source = 0;  ///< row of Shard::sources()
  std::uint32_t portfolios_at = 0;
  std::uint16_t portfolio_count = 0;
  PaperKind kind = PaperKind::other;
  std::uint8_t flags = 0;  ///< bit 0: exempt; bits 1 and 2: Language
};
inline constexpr std::uint8_t row_exempt = 1;
inline constexpr int row_language = 1;  ///< first bit
constexpr Language language_of(const PaperRow& row) {
  return static_cast<Language>((row.flags >> row_language) & (language_count - 1));
}

/// A value of a paper-level facet as this shard knows it.
struct FacetValue {
  FieldId field = FieldId::council;
  std::string value;  ///< council code; council + "/" + committee key; kind; portfolio key
  std::string label;
};

/// A passage without its text: what verification reads. Valid while the shard is open.
struct ForwardPassage {
  PassageKind kind = PassageKind::text;
  Outcome outcome = Outcome::none;
  std::vector<WordId> words;       ///< shard word numbers, in order
  std::vector<ConceptSpan> spans;  ///< concept numbers of the vocabulary stored with the index
};

/// A file that was read, or could not be: a row of the ledger.
struct SourceRow {
  std::string path;  ///< as given, made absolute; the key
  std::string id;    ///< hash of the path
  std::string sha256;
  std::string metadata_digest;  ///< of the supplied metadata and the options that change what is understood
  std::string format;           ///< "text", "markdown" …; empty if unknown
  std::string url;
  std::uint64_t bytes = 0;
  int pages = 0;
  std::uint32_t scanned_pages = 0;  ///< of these, read from their pictures (OCR)
  std::uint32_t unread_pages = 0;   ///< of these, with something that was not read
  std::string status;               ///< indexed | failed | duplicate | exempt | empty
  std::string reason;               ///< why not indexed, one sentence
  std::vector<std::string> warnings;
  // For the ledger by council, committee and year, also of what was not indexed as far as known.
  std::string council;
  std::string committee;
  std::uint32_t date = 0;
  std::uint32_t papers = 0;
  std::uint32_t items = 0;
  std::uint32_t exempt_items = 0;
};

/// What is wanted of an item: some of its passages.
struct ItemExcerpt {
  std::span<const ForwardPassage> passages;  ///< all of them, as Shard::forward gives them
  std::span<const std::size_t> wanted;       ///< their numbers, ascending
};

class Shard {
 public:
  /// Throws Error naming the file that is missing, too short or of another version.
  static std::shared_ptr<const Shard> open(const std::string& folder);
  ~Shard();
  Shard(const Shard&) = delete;
  Shard& operator=(const Shard&) = delete;

  const std::string& folder() const;
  std::string xapian_folder() const;
  std::uint32_t item_count() const;  ///< docids run from 1 to this
  std::span<const PaperRow> papers() const;
  /// One for each paper.
  std::span<const PaperSketch> sketches() const;
  /// Value numbers of a paper's portfolios (at least one: "unknown").
  std::span<const std::uint32_t> portfolios(const PaperRow& paper) const;
  const std::vector<FacetValue>& values() const;
  /// Read when first asked for.
  const std::vector<SourceRow>& sources() const;
  std::uint32_t paper_of(std::uint32_t docid) const;  ///< ordinal in papers()

  /// Everything about a paper except its items' passages and topics (items hold number, title, page, exempt).
  Paper paper(std::uint32_t ordinal) const;
  /// The paper with all that was indexed of it, word for word.
  Paper whole_paper(std::uint32_t ordinal) const;
  std::string paper_id(std::uint32_t ordinal) const;
  std::string item_id(std::uint32_t docid) const;
  /// The item as indexed, word for word.
  Item item(std::uint32_t docid) const;
  /// Head of the item and the passages wanted, in their order, into `item`, whose memory is used again; no topics.
  /// Cheap when items are asked for in the order of their docids.
  void excerpt(std::uint32_t docid, const ItemExcerpt& excerpt, Item& item) const;
  /// Passages of an item for verification; reuses the vector's memory; returns the number of passages (the vector may
  /// be longer).
  std::size_t forward(std::uint32_t docid, std::vector<ForwardPassage>& passages) const;

  // The words of the shard.
  std::uint32_t word_count() const;
  std::string_view written(WordId word) const;
  std::string_view folded(WordId word) const;
  std::string_view stem(WordId word) const;
  bool acronym(WordId word) const;
  bool unstemmed(WordId word) const;  ///< as it stands in Welsh passages: words of a shard may be written alike
  std::string_view capitals(WordId word) const;  ///< of an acronym: its letters without plural ending; else empty
  std::uint8_t marks(WordId word) const;         ///< schema/word_marks.h
  std::vector<WordId> words_with_stem(std::string_view stem) const;
  std::vector<WordId> words_with_folded(std::string_view folded) const;
  std::vector<WordId> words_with_capitals(std::string_view capitals) const;
  /// Words whose folded form begins with `prefix`.
  std::vector<WordId> words_with_prefix(std::string_view prefix) const;
  /// Words in the order of their folded forms, word_count() of them: the first place not below `folded`, and what
  /// stands at a place.
  std::uint32_t place_of_word(std::string_view folded) const;
  WordId word_at_place(std::uint32_t place) const;

 private:
  struct Files;
  explicit Shard(std::unique_ptr<Files> files);
  std::unique_ptr<Files> files_;
};

}  // namespace minutebook::schema
