// Shingles of papers and sketches of them: what tells, without reading sources, that two papers say the same.
// Knows nothing of when two papers are one work (works.h) or of files.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/tagging.h"
#include "schema/analysis.h"
#include "schema/shard.h"

namespace minutebook::indexer {

/// Of a word as quotes compare it; the same in every shard and every run.
std::uint64_t word_hash(std::string_view folded);
/// Appends the hashes of all runs of five words; of fewer than five words, that of all of them.
void append_shingles(std::span<const std::uint64_t> words, std::vector<std::uint64_t>& shingles);
/// Fills the bins of a sketch.
void sketch_shingles(std::span<const std::uint64_t> shingles, schema::PaperSketch& sketch);
/// Share of the shingles of both that both have, from 0 to 1, within about 0.1.
double estimated_resemblance(const schema::PaperSketch& a, const schema::PaperSketch& b);

/// First eight bytes of a hash.
std::uint64_t natural_id_hash(std::string_view paper_id);
/// Minutes are a draft if their first lines, their source's name or its URL have the word; any paper if the page it
/// comes from says so. (A "draft plan" is not the draft of a paper.)
bool is_draft(const schema::Paper& paper, const schema::SourceRow& source);

/// One per shard that is built.
class Sketcher {
 public:
  /// `lexicon` must outlive it: the words of all papers it is given.
  explicit Sketcher(const schema::Lexicon& lexicon) : lexicon_(lexicon) {}
  schema::PaperSketch sketch(const schema::Paper& paper, std::span<const AnalysedItem> analysed,
                             const schema::SourceRow& source);

 private:
  std::uint64_t hash_of(schema::WordId word);

  const schema::Lexicon& lexicon_;
  std::vector<std::uint64_t> hashes_;  // by word; 0: not made yet
  std::vector<std::uint64_t> words_;
  std::vector<std::uint64_t> shingles_;
};

}  // namespace minutebook::indexer
