// What a parsed query means against one index: labels and councils found, dates read, fields checked
// (query/resolved.h). Knows nothing of Xapian or of how the answer is computed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/paper_words.h"
#include "query/parse.h"
#include "query/resolve_labels.h"
#include "query/resolved.h"
#include "schema/councils.h"
#include "schema/date.h"
#include "schema/vocabulary.h"

namespace minutebook::query {

/// A value of a facet that users call by name.
struct NamedValue {
  std::string value;  ///< as in the paper table: council code + "/" + committee key; portfolio key
  std::string key;    ///< committee_key or portfolio_key
  std::string label;
};

/// What the index holds that names in a query can mean.
struct IndexNames {
  std::vector<std::string> councils;  ///< codes
  std::vector<NamedValue> committees;
  std::vector<NamedValue> portfolios;
};

/// What a user wants of additions to the typed words.
struct ExpansionWish {
  bool expand = true;                ///< labels and acronyms mean their concepts
  bool only = false;                 ///< labels stand for themselves in any spelling, for no other label
  std::vector<std::string> without;  ///< labels that are not to count

  bool operator==(const ExpansionWish&) const = default;
};

/// All of it must outlive the call.
struct ResolveContext {
  const schema::Vocabulary& vocabulary;  ///< the index's
  const schema::CouncilRegistry& councils;
  const IndexNames& names;
  bool expand = true;  ///< labels and acronyms mean their concepts
  schema::Date today;  ///< for "this year"; unknown: those stay words
  bool only = false;   ///< as in ExpansionWish
  std::vector<std::string> without = {};
  PaperWords* papers = nullptr;  ///< what the papers say about words; null: nothing
  bool welsh = false;            ///< labels are shown to a reader of Welsh
};

/// Throws schema::Error (usage) for what cannot be honoured, naming the place: unknown councils, kinds and topics, bad
/// dates, filters inside NEAR …, a label in `without` that nothing was expanded by. `labels` is made of the context's
/// vocabulary and kept by the caller for many queries.
ResolvedQuery resolve(const ParsedQuery& query, const ResolveContext& context, LabelFinder& labels);
/// The same with a LabelFinder of its own, which takes milliseconds to make.
ResolvedQuery resolve(const ParsedQuery& query, const ResolveContext& context);

}  // namespace minutebook::query
