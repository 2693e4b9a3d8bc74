#include "query/resolve_words.h"

#include <algorithm>
#include <utility>

#include "query/function_words.h"
#include "query/lex_characters.h"
#include "query/limits.h"
#include "query/natural_dates.h"

namespace minutebook::query {

WordReader::WordReader(const ParsedQuery& query, const ResolveContext& context, LabelFinder& labels)
    : query_(query), context_(context), labels_(labels), left_out_(context.without.size()) {
  labels_.begin_query();
  for (const std::string& label : context.without) without_.push_back(labels_.keys().key(label));
}

std::vector<WordUnit> WordReader::read(std::span<const Ast> words, WordReading reading) {
  return units_of(cut(words, reading));
}

std::vector<WordUnit> WordReader::units_of(const Run& run) {
  const std::vector<Span> spans = choose_spans(run);
  const std::vector<Piece> pieces = pieces_of(run, spans);
  const std::vector<bool> optional = dispensable(run, spans);
  note_question(run, optional);
  std::vector<WordUnit> units;
  for (std::size_t at = 0; at < pieces.size();) {
    std::size_t end = at + 1;
    while (end < pieces.size() && joined(run, pieces[end - 1], pieces[end])) ++end;
    WordUnit unit;
    unit.first = pieces[at].first;
    unit.count = pieces[end - 1].first + pieces[end - 1].count - unit.first;
    unit.plain = end - at == 1 && pieces[at].span == nullptr;
    if (end - at > 1) {
      unit.node = compound(run, std::span(pieces).subspan(at, end - at));
    } else {
      unit.node = piece_node(run, pieces[at]);
      unit.functional = run.reading != WordReading::names && optional[unit.first];
    }
    units.push_back(std::move(unit));
    at = end;
  }
  if (asks_papers(run.reading)) {
    join_pairs(run, units);
    add_acronyms(run, units);
  }
  return units;
}

std::vector<bool> WordReader::dispensable(const Run& run, const std::vector<Span>& spans) const {
  std::vector<std::string> folded;
  for (const schema::Token& token : run.tokens) folded.push_back(word(token).folded);
  std::vector<bool> optional = optional_words(folded);
  const auto capitals = [this](const schema::Token& token) { return word(token).acronym; };
  // "IT strategy" asks about IT; in a query typed in capitals throughout they say nothing.
  const bool all_capitals = std::all_of(run.tokens.begin(), run.tokens.end(), capitals);
  for (std::size_t at = 0; at < optional.size(); ++at) {
    if (!all_capitals && capitals(run.tokens[at])) optional[at] = false;
  }
  for (const Span& span : spans) {
    std::fill_n(optional.begin() + static_cast<std::ptrdiff_t>(span.first), span.count, false);
  }
  return optional;
}

Node WordReader::read_marked(const Ast& ast) {
  std::vector<schema::Token> tokens;
  schema::tokenise(ast.text, labels_.lexicon(), tokens);
  Node node;
  node.kind = NodeKind::leaf;
  if (ast.kind != AstKind::phrase && tokens.size() == 1) {
    node.leaf.kind = ast.kind == AstKind::exact ? LeafKind::form : LeafKind::prefix;
    node.leaf.word = word(tokens.front()).folded;
    node.leaf.form_is_acronym = ast.kind == AstKind::exact && word(tokens.front()).acronym;
  } else {
    // =call-in and multi-ag* are several words to the index: a phrase says the same.
    node = phrase_node(tokens);
    if (!node.leaf.words.empty() && (ast.starred || ast.kind == AstKind::prefix)) node.leaf.words.back() += '*';
  }
  node.begin = ast.begin;
  node.end = ast.end;
  node.leaf.typed = typed(ast.begin, ast.end);
  return node;
}

WordReader::Run WordReader::cut(std::span<const Ast> words, WordReading reading) {
  Run run;
  run.words = words;
  run.reading = reading;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t first = run.tokens.size();
    schema::tokenise(words[i].text, labels_.lexicon(), run.tokens);
    // A word alone in parentheses begins behind them.
    const std::size_t written = query_.text.find(words[i].text, words[i].begin);
    const auto begin = written == std::string::npos ? words[i].begin : static_cast<std::uint32_t>(written);
    for (std::size_t at = first; at < run.tokens.size(); ++at) {
      run.tokens[at].begin += begin;
      run.tokens[at].end += begin;
      run.word_of.push_back(i);
    }
  }
  return run;
}

std::vector<WordReader::Piece> WordReader::pieces_of(const Run& run, const std::vector<Span>& spans) const {
  std::vector<Piece> pieces;
  auto span = spans.begin();
  for (std::size_t at = 0; at < run.tokens.size();) {
    while (span != spans.end() && span->first < at) ++span;
    const bool here = span != spans.end() && span->first == at;
    // Switched off, a label still keeps its words together from being thought function words, but each is looked for by
    // itself.
    const bool whole = here && (span->kind != SpanKind::label || context_.expand);
    pieces.push_back({at, whole ? span->count : 1, whole ? &*span : nullptr});
    at += pieces.back().count;
  }
  return pieces;
}

/// Parts of one written word ("multi-agency") belong together; "schools/academies" and "A,B" are words of their own.
bool WordReader::joined(const Run& run, const Piece& left, const Piece& right) const {
  if (run.reading == WordReading::names) return false;
  const std::size_t last = left.first + left.count - 1;
  const std::size_t right_last = right.first + right.count - 1;
  if (run.word_of[left.first] != run.word_of[last] || run.word_of[last] != run.word_of[right.first]) return false;
  if (run.word_of[right.first] != run.word_of[right_last]) return false;
  const std::uint32_t begin = run.tokens[last].end;
  const std::string_view between = std::string_view(query_.text).substr(begin, run.tokens[right.first].begin - begin);
  return between.find_first_of("/,;") == std::string_view::npos;
}

/// "multi-agency" as written apart or together: its words side by side, or the joined spelling "multiagency".
Node WordReader::compound(const Run& run, std::span<const Piece> pieces) {
  const std::size_t first = pieces.front().first;
  const std::size_t end = pieces.back().first + pieces.back().count;
  const auto tokens = std::span(run.tokens).subspan(first, end - first);
  Node node;
  node.kind = NodeKind::near;
  node.distance = static_cast<int>(tokens.size()) - 1;
  node.begin = tokens.front().begin;
  node.end = tokens.back().end;
  std::string together;
  for (const Piece& piece : pieces) {
    together += word(run.tokens[piece.first]).folded;
    // Inside a longer word the name of a council is a word.
    const bool council = piece.span != nullptr && piece.span->kind == SpanKind::council;
    for (std::size_t at = piece.first; at < piece.first + (council ? piece.count : 1); ++at)
      node.children.push_back(council ? stem_node(run.tokens[at]) : piece_node(run, piece));
  }
  const std::string written = typed(node.begin, node.end);
  const bool letters_and_hyphens = std::all_of(written.begin(), written.end(), [](char c) {
    return c == '-' || static_cast<unsigned char>(c) >= 0x80U || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  if (!letters_and_hyphens || pieces.size() != tokens.size()) return node;
  Node spelling = stem_node(tokens.front());
  spelling.end = node.end;
  spelling.leaf.typed = written;
  set_word(labels_.lexicon().word(labels_.lexicon().id_of(together)), spelling.leaf);
  Node either;
  either.kind = NodeKind::any_of;
  either.begin = node.begin;
  either.end = node.end;
  either.children = {std::move(node), std::move(spelling)};
  return either;
}

Node WordReader::piece_node(const Run& run, const Piece& piece) {
  const schema::Token& token = run.tokens[piece.first];
  if (run.reading == WordReading::names) return phrase_node({&token, 1});
  if (piece.span != nullptr) {
    switch (piece.span->kind) {
      case SpanKind::date:
        return date_node(run, piece);
      case SpanKind::label:
        return label_node(run, piece);
      case SpanKind::council:
        return council_node(run, piece);
      case SpanKind::committee:
        return committee_node(run, piece);
      case SpanKind::reference:
        return reference_node(run, piece);
      case SpanKind::side_by_side:
        return side_by_side_node(run, piece);
    }
  }
  if (asks_papers(run.reading)) return word_in_papers(run, token);
  if (!context_.expand && word(token).acronym && labels_.is_acronym(word(token).capitals)) {
    Node node = capitals_node(token);
    node.leaf.among_capitals = false;
    return node;
  }
  return word_node(run, token);
}

Node WordReader::label_node(const Run& run, const Piece& piece) {
  const schema::Token& token = run.tokens[piece.first];
  Node node;
  node.kind = NodeKind::leaf;
  node.begin = token.begin;
  node.end = run.tokens[piece.first + piece.count - 1].end;
  node.leaf.kind = LeafKind::concept_;
  node.leaf.typed = typed(node.begin, node.end);
  node.leaf.concepts = piece.span->concepts;
  restrict_labels(node.leaf);
  note_expansion(node.leaf);
  if (piece.count > 1) node.parts = parts_of_label(run, piece);
  // Inside a longer label it is not met as itself.
  if (context_.only && piece.count > 1) return either_of(std::move(node), {words_of_label(run, piece)});
  if (!piece.span->word_too || piece.count != 1) return node;
  const bool capitals = word(token).acronym && capitals_tell(run);
  note(node.leaf.typed + (capitals ? ": the topic or these capitals" : ": the acronym or the word"));
  return either_of(std::move(node), {capitals ? capitals_node(token) : stem_node(token)});
}

/// The words of a label side by side, in any of their forms.
Node WordReader::words_of_label(const Run& run, const Piece& piece) {
  Node near;
  near.kind = NodeKind::near;
  near.distance = static_cast<int>(piece.count) - 1;
  for (const schema::Token& token : std::span(run.tokens).subspan(piece.first, piece.count))
    near.children.push_back(stem_node(token));
  near.begin = near.children.front().begin;
  near.end = near.children.back().end;
  return near;
}

Node WordReader::stem_node(const schema::Token& token) {
  Node node;
  node.kind = NodeKind::leaf;
  node.begin = token.begin;
  node.end = token.end;
  node.leaf.typed = typed(token.begin, token.end);
  set_word(word(token), node.leaf);
  return node;
}

Node WordReader::phrase_node(std::span<const schema::Token> tokens) const {
  Node node;
  node.kind = NodeKind::leaf;
  node.leaf.kind = LeafKind::phrase;
  for (const schema::Token& token : tokens) node.leaf.words.push_back(word(token).folded);
  if (tokens.empty()) return node;
  node.begin = tokens.front().begin;
  node.end = tokens.back().end;
  node.leaf.typed = typed(node.begin, node.end);
  return node;
}

std::string WordReader::typed(std::uint32_t begin, std::uint32_t end) const {
  return begin < end && end <= query_.text.size()
             ? single_spaced(std::string_view(query_.text).substr(begin, end - begin))
             : std::string();
}

void WordReader::note(const std::string& text) {
  if (std::find(notes_.begin(), notes_.end(), text) == notes_.end()) notes_.push_back(text);
}

Node either_of(Node node, std::vector<Node> others) {
  if (others.empty()) return node;
  Node made;
  made.kind = NodeKind::any_of;
  made.begin = node.begin;
  made.end = node.end;
  made.children.push_back(std::move(node));
  std::move(others.begin(), others.end(), std::back_inserter(made.children));
  return made;
}

}  // namespace minutebook::query
