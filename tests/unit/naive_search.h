// A slow search that is plainly right: every question is asked of every passage of every paper's structs. Tests compare
// the real search with it, and draw random queries from it. Knows nothing of terms, bitmaps, shards or facet columns.
#pragma once

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/tagging.h"
#include "query/resolved.h"
#include "schema/committee_kinds.h"
#include "schema/index_terms.h"
#include "schema/word_marks.h"
#include "tests/unit/random_papers.h"

namespace minutebook::testing_support {

using query::LeafKind;
using query::Node;
using query::NodeKind;
using query::Scope;

struct NaivePassage {
  schema::PassageKind kind;
  schema::Outcome outcome;
  std::vector<const schema::Word*> words;
  std::vector<schema::ConceptSpan> spans;
  bool capitals_tell = true;  ///< schema::written_in_capitals says no
  std::vector<bool> named;    ///< by word: stands where people are named
};

struct NaiveItem {
  std::string id;
  std::size_t paper = 0;
  std::string number;
  std::vector<NaivePassage> passages;
  std::set<std::string> topics;
  bool titled = false;  ///< its first passage is its title
};

struct NaivePlace {
  std::size_t first;
  std::size_t last;
};

using Scopes = std::vector<const Scope*>;

class NaiveIndex {
 public:
  explicit NaiveIndex(const schema::Vocabulary& vocabulary) : vocabulary_(vocabulary), tagger_(vocabulary, lexicon_) {}

  void add(schema::Paper paper, const std::string& path);

  const std::vector<NaiveItem>& items() const { return items_; }
  const schema::Paper& paper(const NaiveItem& item) const { return papers_[item.paper]; }

  /// Values of a facet that an item counts for.
  std::set<std::string> values(schema::FieldId field, const NaiveItem& item) const;

  bool passes(const query::Filter& filter, const NaiveItem& item) const;

  bool holds(const Node& node, const NaiveItem& item) const { return holds(node, item, all_passages(item), {}, false); }
  bool whole(const Node& node, const NaiveItem& item, std::size_t passage) const;

  /// Words of a passage that the query's positive operands stand on; only of operands that the item holds.
  std::set<std::size_t> lit(const Node& node, const NaiveItem& item, std::size_t passage, const Scopes& scopes,
                            bool& contributes) const;

 private:
  static std::vector<std::size_t> all_passages(const NaiveItem& item);

  bool holds(const Node& node, const NaiveItem& item, const std::vector<std::size_t>& where, const Scopes& scopes,
             bool forgiving) const;

  /// Each child in some item of the paper (an excluded one in none), one of them in this item.
  bool paper_holds(const Node& node, const NaiveItem& item) const;

  bool allowed(const NaiveItem& item, std::size_t position, const Scopes& scopes) const;

  static bool word_fits(const query::Leaf& leaf, const NaivePassage& passage, std::size_t at);

  static bool phrase_stands(const std::vector<std::string>& words, const NaivePassage& passage, std::size_t at);

  std::vector<NaivePlace> leaf_places(const query::Leaf& leaf, const NaivePassage& passage) const;

  std::vector<NaivePlace> places(const Node& node, const NaiveItem& item, std::size_t position,
                                 const Scopes& scopes) const;

  /// Every choice of one place for each child that lies close enough together.
  std::vector<std::vector<NaivePlace>> near_combinations(const Node& node, const NaiveItem& item, std::size_t passage,
                                                         const Scopes& scopes) const;

  const schema::Vocabulary& vocabulary_;
  schema::Lexicon lexicon_;
  indexer::Tagger tagger_;
  std::vector<schema::Paper> papers_;
  std::vector<std::string> paths_;
  std::vector<NaiveItem> items_;
};

}  // namespace minutebook::testing_support
