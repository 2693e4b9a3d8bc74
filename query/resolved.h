// The resolved query: what every word and field of a query means, as plain data. Made by query/resolve.h, compiled and
// verified by query/evaluate.h. Knows nothing of Xapian, shards or output.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/date.h"
#include "schema/fields.h"
#include "schema/paper.h"

namespace minutebook::query {

enum class LeafKind {
  stem,      ///< a word in any of its forms
  concept_,  ///< any label of the concepts (or of narrower ones)
  acronym,   ///< the capitals as written: "SEND", not "send"
  phrase,    ///< words as written, side by side in one passage (case, accents, apostrophes, hyphens folded)
  prefix,    ///< words that begin so
  form       ///< exactly this form: no other ending, not the acronym when typed in lower case and vice versa
};

/// A word by which another one is looked for as well.
struct WordForm {
  std::string stem;
  std::string word;  ///< folded
  bool operator==(const WordForm&) const = default;
};

struct Leaf {
  LeafKind kind = LeafKind::stem;
  std::string typed;                ///< as the user wrote it
  std::string stem;                 ///< stem: of the word in English; in Welsh it means `word` itself
  std::string word;                 ///< stem, prefix, form: the folded word; acronym: its capitals
  std::vector<std::string> welsh;   ///< stem: the word's other forms in Welsh, by their first letters
  std::vector<WordForm> spellings;  ///< stem: other spellings of the word (schema/spelling.h), each in any of its forms
  bool form_is_acronym = false;     ///< form: typed in capitals
  bool among_capitals = false;      ///< acronym: also where everything is in capitals, which tell it from no word there
  std::vector<std::uint32_t> concepts;  ///< concept_: numbers in the index's vocabulary
  std::vector<std::string> kept;     ///< concept_: keys (schema/label_keys.h) of the only labels that count; empty: all
  std::vector<std::string> dropped;  ///< concept_: keys of labels that do not count, of all concepts or within one
  std::vector<std::string> words;    ///< phrase: folded words; the last may end in "*" (prefix)
};

/// A condition on papers or items that is not about words.
struct Filter {
  schema::FieldId field = schema::FieldId::council;
  std::vector<std::string>
      values;  ///< any of them: council codes, committee keys with council, kinds, topic ids … as in the paper table
  schema::DateRange range;  ///< date fields only
  std::string typed;        ///< as the user wrote it, or the natural words it was read from: "since 2020"
};

/// Where the words of a group are looked for (`in:`, `title:`, `who:`, `by:`).
struct Scope {
  std::vector<schema::PassageKind> kinds;  ///< any of them; empty: everywhere, or in titles alone
  bool titles = false;                     ///< `in:title`, `title:`: the item's title, besides `kinds`
  bool people = false;  ///< `who:`: attendance, or after a title of address ("Councillor", "Cllr", "Mr" …)
  bool adopted_recommendations = false;  ///< `in:recommendation`: also resolutions with outcome recommended
  bool adopted_only = false;             ///< `by:committee`
  bool officer_only = false;             ///< `by:officer`
};

enum class NodeKind {
  all_of,  ///< every child; no children: everything
  any_of,
  none_of,  ///< the one child must not hold (of the item)
  leaf,
  near,          ///< children within `distance` words of each other in one passage, any order
  same_passage,  ///< PARA: one passage holds every child
  same_item,     ///< ITEM
  same_paper,    ///< PAPER: every child somewhere in the paper
  filter,
  scoped  ///< its children, looked for only where `scope` says
};

struct Node {
  NodeKind kind = NodeKind::all_of;
  std::vector<Node> children;
  std::vector<Node> parts;  ///< of a label of several words: its words apart, of which tier `some` takes what it finds
  Leaf leaf;
  Filter filter;
  Scope scope;
  int distance = 0;
  bool bare = false;        ///< typed without quotes, operators or fields: tier `some` may do without it
  std::uint32_t begin = 0;  ///< bytes of the query it was read from
  std::uint32_t end = 0;
};

/// An addition to what was typed: the labels of concepts, what the papers themselves say an acronym stands for, or
/// other spellings of a word.
struct Expansion {
  std::string of;               ///< as typed
  std::vector<std::string> to;  ///< labels shown to the user
  std::vector<std::uint32_t> concepts;
  Leaf leaf;                  ///< of a label: what is looked for
  bool mined = false;         ///< from definitions in papers, not from the vocabulary
  bool spelling = false;      ///< other spellings of a word
  bool applied = true;        ///< false: the papers differ about the meaning, so none was added
  std::uint32_t papers = 0;   ///< mined: papers that define it so
  std::vector<Node> added;    ///< mined, spelling: what is, or would be, looked for besides …
  std::vector<Node> besides;  ///< … these words (one node)
};

struct ResolvedQuery {
  std::string typed;
  std::string interpreted;            ///< printed form that parses to the same query
  std::vector<Filter> filters;        ///< top level, all required; their facets are multi-select
  Node tree;                          ///< the rest: an all_of of the operands (empty: filters only)
  std::vector<std::string> optional;  ///< function words that are not required
  std::vector<Node> favoured;  ///< leaves that are not asked for but speak for an item: "has anyone reviewed …"
  std::vector<Expansion> expansions;
  std::string wishes;              ///< what was said of expansions, as text: equal where it was the same
  std::vector<std::string> notes;  ///< readings shown to the user: "Moorby: the council or the word"
};

}  // namespace minutebook::query
