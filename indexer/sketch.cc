#include "indexer/sketch.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "schema/digest.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t shingle_words = 5;
constexpr int bin_bits = 5;
static_assert(std::size_t{1} << bin_bits == schema::sketch_bins);
// The lines above the items, where minutes say that they are a draft.
constexpr std::size_t head_passages = 12;
constexpr std::size_t most_head_characters = 120;

/// Spreads every bit over all others (the finaliser of splitmix64).
std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
  return bits ^ (bits >> 31);
}

bool says_draft(std::string_view text) {
  const std::string words = "-" + schema::slug(text) + "-";
  return words.find("-draft-") != words.npos || words.find("-drafft-") != words.npos;
}

/// The last part of a path or a URL, with a space for every byte that a URL writes as a number.
std::string file_name(const std::string& path) {
  std::string name = path.substr(path.rfind('/') + 1);
  for (std::size_t at = name.find('%'); at != name.npos; at = name.find('%', at + 1)) {
    const bool number = at + 2 < name.size() && std::isxdigit(static_cast<unsigned char>(name[at + 1])) != 0 &&
                        std::isxdigit(static_cast<unsigned char>(name[at + 2])) != 0;
    if (number) name.replace(at, 3, " ");
  }
  return name;
}

bool head_says_draft(const schema::Paper& paper) {
  if (paper.items.empty()) return false;
  const std::vector<schema::Passage>& passages = paper.items.front().passages;
  const auto end = passages.begin() + static_cast<std::ptrdiff_t>(std::min(head_passages, passages.size()));
  return std::any_of(passages.begin(), end, [](const schema::Passage& passage) {
    return passage.text.size() <= most_head_characters && says_draft(passage.text);
  });
}

bool mostly_scanned(const schema::Paper& paper) {
  std::size_t all = 0;
  std::size_t scanned = 0;
  for (const schema::Item& item : paper.items) {
    all += item.passages.size();
    scanned += static_cast<std::size_t>(std::count_if(item.passages.begin(), item.passages.end(),
                                                      [](const schema::Passage& passage) { return passage.scanned; }));
  }
  return 2 * scanned > all;
}

}  // namespace

std::uint64_t word_hash(std::string_view folded) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  for (const char c : folded) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return mixed(hash) | 1;  // never 0
}

void append_shingles(std::span<const std::uint64_t> words, std::vector<std::uint64_t>& shingles) {
  constexpr std::uint64_t factor = 0x9e3779b97f4a7c15ULL;
  const std::size_t length = std::min(shingle_words, words.size());
  if (length == 0) return;
  for (std::size_t first = 0; first + length <= words.size(); ++first) {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < length; ++i) hash = hash * factor + words[first + i];
    shingles.push_back(mixed(hash));
  }
}

void sketch_shingles(std::span<const std::uint64_t> shingles, schema::PaperSketch& sketch) {
  sketch.bins.fill(schema::empty_bin);
  for (const std::uint64_t shingle : shingles) {
    std::uint32_t& bin = sketch.bins[shingle >> (64 - bin_bits)];
    bin = std::min(bin, static_cast<std::uint32_t>(shingle));
  }
}

double estimated_resemblance(const schema::PaperSketch& a, const schema::PaperSketch& b) {
  int equal = 0;
  int used = 0;
  for (std::size_t i = 0; i < schema::sketch_bins; ++i) {
    const bool both_empty = a.bins[i] == schema::empty_bin && b.bins[i] == schema::empty_bin;
    used += both_empty ? 0 : 1;
    equal += !both_empty && a.bins[i] == b.bins[i] ? 1 : 0;
  }
  return used == 0 ? 0 : static_cast<double>(equal) / used;
}

std::uint64_t natural_id_hash(std::string_view paper_id) {
  const schema::Sha256 digest = schema::sha256(paper_id);
  std::uint64_t hash = 0;
  for (int i = 0; i < 8; ++i) hash = (hash << 8) | digest[static_cast<std::size_t>(i)];
  return hash;
}

bool is_draft(const schema::Paper& paper, const schema::SourceRow& source) {
  const bool marked = std::any_of(paper.warnings.begin(), paper.warnings.end(), [](const std::string& warning) {
    return warning.find("marked \"draft\"") != warning.npos;
  });
  if (marked || paper.kind != schema::PaperKind::minutes) return marked;
  return says_draft(paper.title) || head_says_draft(paper) || says_draft(file_name(source.path)) ||
         says_draft(file_name(source.url));
}

std::uint64_t Sketcher::hash_of(schema::WordId word) {
  if (hashes_.size() <= word) hashes_.resize(lexicon_.size(), 0);
  std::uint64_t& hash = hashes_[word];
  if (hash == 0) hash = word_hash(lexicon_.word(word).folded);
  return hash;
}

schema::PaperSketch Sketcher::sketch(const schema::Paper& paper, std::span<const AnalysedItem> analysed,
                                     const schema::SourceRow& source) {
  words_.clear();
  shingles_.clear();
  for (const AnalysedItem& item : analysed) {
    for (const AnalysedPassage& passage : item.passages) {
      for (const schema::Token& token : passage.tokens) words_.push_back(hash_of(token.word));
    }
  }
  append_shingles(words_, shingles_);
  schema::PaperSketch sketch;
  sketch.natural_id = natural_id_hash(schema::paper_id(paper));
  sketch.words = static_cast<std::uint32_t>(words_.size());
  sketch.draft = is_draft(paper, source) ? 1 : 0;
  sketch.scanned = mostly_scanned(paper) ? 1 : 0;
  sketch.paged = paper.page > 0 ? 1 : 0;
  sketch_shingles(shingles_, sketch);
  return sketch;
}

}  // namespace minutebook::indexer
