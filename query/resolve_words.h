// Words, quotes and wildcards -> leaves: labels of the vocabulary, councils, committees and dates found among bare
// words, stems for the rest. Knows nothing of fields, operators or which words are required.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "query/resolve.h"
#include "query/resolve_labels.h"

namespace minutebook::query {

/// How bare words are read.
enum class WordReading {
  full,   ///< labels, names of councils and committees, and dates as well
  words,  ///< labels, but no names and dates: inside NEAR, PARA, ITEM, PAPER, title:
  names   ///< who: each word as written
};

/// One operand made of bare words.
struct WordUnit {
  Node node;
  bool functional = false;  ///< a result may do without it, unless nothing else is asked for
  std::size_t first = 0;    ///< tokens of the run it was made of
  std::size_t count = 1;
  bool plain = false;  ///< one word without a meaning of its own
};

class WordReader {
 public:
  WordReader(const ParsedQuery& query, const ResolveContext& context, LabelFinder& labels);

  /// Operands of a run of bare words, in order. Punctuation alone makes none.
  std::vector<WordUnit> read(std::span<const Ast> words, WordReading reading);
  /// =word, word* or "phrase".
  Node read_marked(const Ast& ast);

  const std::vector<Expansion>& expansions() const { return expansions_; }
  /// Adds to the expansions the other spellings of the words in a tree, as far as papers have them.
  void note_spellings(const Node& tree);
  const std::vector<std::string>& notes() const { return notes_; }
  /// Throws schema::Error (usage) for a label that was not to count, but that nothing was expanded by.
  void refuse_unused_wishes() const;
  /// A label as typed also in lists of people and standing text, where none are tagged. Other nodes as they are.
  Node also_in_lists(Node node);
  /// What ResolvedQuery::favoured gets of all that was read.
  std::vector<Node> favoured();

 private:
  enum class SpanKind { date, label, council, committee, reference, side_by_side };
  /// Tokens [first, first + count) with a meaning of their own.
  struct Span {
    SpanKind kind = SpanKind::date;
    std::size_t first = 0;
    std::size_t count = 0;
    std::vector<std::uint32_t> concepts;
    bool word_too = false;
    std::vector<std::string> values;  ///< of councils: codes; of committees: as in the paper table
    schema::DateRange date;
  };
  /// A run of words cut into tokens, whose offsets are bytes of the query.
  struct Run {
    std::span<const Ast> words;
    std::vector<schema::Token> tokens;
    std::vector<std::size_t> word_of;  ///< token -> word
    WordReading reading = WordReading::full;
  };
  /// Tokens that stay together: a span, or one token.
  struct Piece {
    std::size_t first = 0;
    std::size_t count = 1;
    const Span* span = nullptr;
  };

  Run cut(std::span<const Ast> words, WordReading reading);
  std::vector<WordUnit> units_of(const Run& run);
  void add_dates(const Run& run, std::vector<Span>& spans) const;
  void add_labels(const Run& run, std::vector<Span>& spans) const;
  void add_councils(const Run& run, std::vector<Span>& spans) const;
  void add_committees(const Run& run, std::vector<Span>& spans) const;
  void add_references(const Run& run, std::vector<Span>& spans) const;
  std::vector<Span> choose_spans(const Run& run) const;
  // What the papers say (query/resolve_papers.cc).
  bool asks_papers(WordReading reading) const;
  void add_side_by_side(const Run& run, std::vector<Span>& spans) const;
  bool belong_together(std::span<const schema::Token> tokens) const;
  Node side_by_side_node(const Run& run, const Piece& piece);
  Node word_in_papers(const Run& run, const schema::Token& token);
  std::vector<Node> parted(const schema::Token& token);
  std::vector<Node> plurals_of(const schema::Token& token);
  void add_welsh_forms(const schema::Token& token, Leaf& leaf);
  std::vector<Node> long_forms_of(const schema::Token& token, const Node& acronym);
  bool known_acronym(const schema::Word& one) const;
  bool capitals_tell(const Run& run) const;
  Node word_node(const Run& run, const schema::Token& token);
  Node capitals_node(const schema::Token& token);
  void join_pairs(const Run& run, std::vector<WordUnit>& units);
  void add_acronyms(const Run& run, std::vector<WordUnit>& units);
  struct TypedLongForm;
  TypedLongForm long_form_at(const Run& run, std::size_t first) const;
  void add_acronyms_of(const Run& run, const TypedLongForm& form, std::size_t unit, std::vector<WordUnit>& units);
  std::vector<AcronymMeaning> wanted_meanings(const std::string& capitals);
  /// For each token: a result may do without it.
  std::vector<bool> dispensable(const Run& run, const std::vector<Span>& spans) const;
  std::vector<Piece> pieces_of(const Run& run, const std::vector<Span>& spans) const;
  bool joined(const Run& run, const Piece& left, const Piece& right) const;
  Node compound(const Run& run, std::span<const Piece> pieces);
  Node piece_node(const Run& run, const Piece& piece);
  Node label_node(const Run& run, const Piece& piece);
  std::vector<Node> parts_of_label(const Run& run, const Piece& piece);
  std::vector<schema::QueryLabel> labels_inside(const Run& run, const Piece& piece);
  Node council_node(const Run& run, const Piece& piece);
  Node committee_node(const Run& run, const Piece& piece);
  Node body_or_words(schema::FieldId field, const Piece& piece, Node words);
  Node reference_node(const Run& run, const Piece& piece);
  Node date_node(const Run& run, const Piece& piece);
  Node stem_node(const schema::Token& token);
  void set_word(const schema::Word& word, Leaf& leaf);
  void note_spelling(const Leaf& leaf);
  Node phrase_node(std::span<const schema::Token> tokens) const;
  std::string typed(std::uint32_t begin, std::uint32_t end) const;
  const schema::Word& word(const schema::Token& token) const { return labels_.lexicon().word(token.word); }
  void restrict_labels(Leaf& leaf);
  std::string label_left_out(std::uint32_t number, std::size_t wish);
  Node words_of_label(const Run& run, const Piece& piece);
  bool not_wanted(const std::string& key);
  void note_expansion(const Leaf& leaf);
  void note_mined(Expansion expansion);
  std::vector<std::string> shown_labels(const std::string& of, const std::vector<std::uint32_t>& concepts);
  bool typed_in_welsh(const std::string& of, const std::vector<std::uint32_t>& concepts);
  std::string key_of_label(std::uint32_t number, const std::string& words);
  std::string label_key(const std::string& label);
  void note_question(const Run& run, const std::vector<bool>& optional);
  void note(const std::string& text);

  const ParsedQuery& query_;
  const ResolveContext& context_;
  LabelFinder& labels_;
  std::vector<Expansion> expansions_;
  std::vector<std::string> notes_;
  std::vector<std::string> without_;  // keys of ResolveContext::without
  std::vector<bool> left_out_;        // of them: something was left out
  bool asks_for_reviews_ = false;
};

/// The node, or one of the others in its place.
Node either_of(Node node, std::vector<Node> others);

}  // namespace minutebook::query
