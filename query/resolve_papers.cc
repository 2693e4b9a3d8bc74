// What the papers of the index add to the reading of words: words that they write apart, with hyphens, as one or in
// another spelling.
#include <algorithm>
#include <array>
#include <utility>

#include "query/function_words.h"
#include "query/resolve_words.h"
#include "schema/spelling.h"

namespace minutebook::query {

namespace {

// Shorter words are not put together from two.
constexpr std::size_t fewest_letters = 5;
constexpr std::size_t most_parts = 4;

/// Beginnings of words that are no words by themselves: typed apart they belong to the word behind them.
bool is_combining(std::string_view folded) {
  constexpr auto forms =
      std::to_array<std::string_view>({"anti", "bi",   "co",    "ex",  "inter", "intra", "macro", "micro",  "mid",
                                       "mini", "mono", "multi", "neo", "non",   "poly",  "pre",   "pseudo", "quasi",
                                       "re",   "self", "semi",  "sub", "trans", "tri",   "ultra", "un",     "uni"});
  return std::find(forms.begin(), forms.end(), folded) != forms.end();
}

/// Function words, and the particles that verbs take: "call in", "follow up", "home to school".
bool says_nothing_alone(std::string_view folded) {
  constexpr auto particles =
      std::to_array<std::string_view>({"away", "back", "down", "off", "out", "over", "round", "through", "up"});
  const auto words = function_words();
  return std::binary_search(words.begin(), words.end(), folded) ||
         std::find(particles.begin(), particles.end(), folded) != particles.end();
}

bool letters_only(std::string_view folded) {
  return std::none_of(folded.begin(), folded.end(), [](char c) { return (c >= '0' && c <= '9') || c == '/'; });
}

}  // namespace

bool WordReader::asks_papers(WordReading reading) const {
  return context_.expand && context_.papers != nullptr && reading != WordReading::names;
}

/// "call in", "home to school", "multi agency": words typed apart that papers write with hyphens, where one of them
/// says nothing by itself.
void WordReader::add_side_by_side(const Run& run, std::vector<Span>& spans) const {
  for (std::size_t first = 0; first < run.tokens.size(); ++first) {
    const std::size_t longest = std::min(most_parts, run.tokens.size() - first);
    for (std::size_t count = longest; count >= 2; --count) {
      if (!belong_together(std::span(run.tokens).subspan(first, count))) continue;
      Span span;
      span.kind = SpanKind::side_by_side;
      span.first = first;
      span.count = count;
      spans.push_back(std::move(span));
      break;
    }
  }
}

bool WordReader::belong_together(std::span<const schema::Token> tokens) const {
  std::string joined_words;
  std::string parts;
  bool functional = false;
  bool telling = false;
  for (const schema::Token& token : tokens) {
    const std::string& folded = word(token).folded;
    (says_nothing_alone(folded) ? functional : telling) = true;
    joined_words += folded;
    parts += (parts.empty() ? "" : " ") + folded;
  }
  if (!telling || (!functional && !is_combining(word(tokens.front()).folded))) return false;
  const std::vector<std::string> ways = context_.papers->hyphenated(joined_words);
  if (std::find(ways.begin(), ways.end(), parts) != ways.end()) return true;
  const bool telling_ends =
      !says_nothing_alone(word(tokens.front()).folded) && !says_nothing_alone(word(tokens.back()).folded);
  return functional && telling_ends && labels_.begins_label(parts);
}

Node WordReader::side_by_side_node(const Run& run, const Piece& piece) {
  const auto tokens = std::span(run.tokens).subspan(piece.first, piece.count);
  Node near;
  near.kind = NodeKind::near;
  near.distance = static_cast<int>(tokens.size()) - 1;
  near.begin = tokens.front().begin;
  near.end = tokens.back().end;
  std::string together;
  std::string hyphenated;
  for (const schema::Token& token : tokens) {
    near.children.push_back(stem_node(token));
    together += word(token).folded;
    hyphenated += (hyphenated.empty() ? "" : "-") + word(token).folded;
  }
  const std::string written = typed(near.begin, near.end);
  // Typed with hyphens it goes without saying.
  if (written.find(' ') != std::string::npos) note(written + ": side by side, as in \"" + hyphenated + "\"");
  Node spelling = stem_node(tokens.front());
  spelling.end = near.end;
  spelling.leaf.typed = written;
  set_word(labels_.lexicon().word(labels_.lexicon().id_of(together)), spelling.leaf);
  return either_of(std::move(near), {std::move(spelling)});
}

/// A word, besides what papers write for it: in parts, or at full length.
Node WordReader::word_in_papers(const Run& run, const schema::Token& token) {
  Node node = word_node(run, token);
  std::vector<Node> others;
  if (node.leaf.kind == LeafKind::stem) {
    add_welsh_forms(token, node.leaf);
    others = parted(token);
    std::vector<Node> forms = plurals_of(token);
    std::move(forms.begin(), forms.end(), std::back_inserter(others));
  }
  std::vector<Node> forms = long_forms_of(token, node);
  std::move(forms.begin(), forms.end(), std::back_inserter(others));
  return either_of(std::move(node), std::move(others));
}

/// "cŵn" is also "gŵn" and "chŵn" in Welsh papers. Small words stand as they are: "yn" is not "hyn".
void WordReader::add_welsh_forms(const schema::Token& token, Leaf& leaf) {
  if (word(token).acronym || !letters_only(leaf.word) || is_small_word(leaf.word)) return;
  leaf.welsh = context_.papers->welsh_forms(leaf.word, leaf.stem);
  std::string list;
  for (const std::string& form : leaf.welsh) list += (list.empty() ? "" : ", ") + form;
  if (!list.empty()) note(leaf.typed + ": in Welsh also " + list);
}

/// The stemmer leaves "LRTs" as it is, for want of a vowel: an acronym and its plural are the same word.
std::vector<Node> WordReader::plurals_of(const schema::Token& token) {
  std::vector<Node> nodes;
  if (!word(token).acronym) return nodes;
  const std::string singular = schema::fold_text(word(token).capitals);
  for (const std::string& form : {singular, singular + "s"}) {
    Node node = stem_node(token);
    const std::string own = node.leaf.stem;
    set_word(labels_.lexicon().word(labels_.lexicon().id_of(form)), node.leaf);
    if (node.leaf.stem != own && context_.papers->has_stem(node.leaf.stem)) nodes.push_back(std::move(node));
  }
  return nodes;
}

/// "callin": "call in" and "call-in", or the label that they are.
std::vector<Node> WordReader::parted(const schema::Token& token) {
  std::vector<Node> nodes;
  const std::string folded = word(token).folded;
  if (folded.size() < fewest_letters || !letters_only(folded)) return nodes;
  for (const std::string& parts : context_.papers->hyphenated(folded)) {
    std::vector<schema::Token> tokens;
    schema::tokenise(parts, labels_.lexicon(), tokens);
    Node node = stem_node(token);
    const std::vector<schema::QueryLabel> labels = labels_.find(tokens);
    if (labels.size() == 1 && labels.front().count == tokens.size()) {
      node.leaf.kind = LeafKind::concept_;
      node.leaf.concepts = labels.front().concepts;
      restrict_labels(node.leaf);
      note_expansion(node.leaf);
    } else {
      Node near;
      near.kind = NodeKind::near;
      near.distance = static_cast<int>(tokens.size()) - 1;
      near.begin = node.begin;
      near.end = node.end;
      for (const schema::Token& part : tokens) {
        set_word(word(part), node.leaf);
        near.children.push_back(node);
      }
      node = std::move(near);
    }
    nodes.push_back(std::move(node));
  }
  return nodes;
}

/// What a leaf of the kind `stem` looks for: the word, and its other spellings unless they are not wanted.
void WordReader::set_word(const schema::Word& word, Leaf& leaf) {
  leaf.stem = word.stem;
  leaf.word = word.folded;
  leaf.spellings.clear();
  if (!context_.expand) return;
  for (const std::string& spelling : schema::other_spellings(word.folded)) {
    const schema::Word& other = labels_.lexicon().word(labels_.lexicon().id_of(spelling));
    if (other.stem != word.stem && !not_wanted(labels_.keys().key(spelling)))
      leaf.spellings.push_back({other.stem, other.folded});
  }
}

void WordReader::note_spellings(const Node& tree) {
  for (const Node& child : tree.children) note_spellings(child);
  if (tree.kind == NodeKind::leaf && tree.leaf.kind == LeafKind::stem) note_spelling(tree.leaf);
}

void WordReader::note_spelling(const Leaf& leaf) {
  Expansion made;
  made.of = leaf.typed;
  made.spelling = true;
  Node other;
  other.kind = NodeKind::leaf;
  other.leaf.typed = leaf.typed;
  for (const WordForm& form : leaf.spellings) {
    if (context_.papers == nullptr || !context_.papers->has_stem(form.stem)) continue;
    made.to.push_back(form.word);
    other.leaf.stem = form.stem;
    other.leaf.word = form.word;
    made.added.push_back(other);
  }
  if (made.to.empty()) return;
  other.leaf.stem = leaf.stem;
  other.leaf.word = leaf.word;
  made.besides = {other};
  note_mined(std::move(made));
}

/// "head teacher" is also written "headteacher".
void WordReader::join_pairs(const Run& run, std::vector<WordUnit>& units) {
  const auto joins = [&](const WordUnit& unit) {
    return unit.plain && !unit.functional && letters_only(word(run.tokens[unit.first]).folded);
  };
  for (std::size_t at = 0; at + 1 < units.size(); ++at) {
    WordUnit& left = units[at];
    WordUnit& right = units[at + 1];
    if (!joins(left) || !joins(right) || right.first != left.first + 1) continue;
    const schema::Token& first = run.tokens[left.first];
    const schema::Token& second = run.tokens[right.first];
    if (std::string_view(query_.text).substr(first.end, second.begin - first.end) != " ") continue;
    const std::string together = word(first).folded + word(second).folded;
    Node spelling = stem_node(first);
    spelling.end = second.end;
    spelling.leaf.typed = together;
    set_word(labels_.lexicon().word(labels_.lexicon().id_of(together)), spelling.leaf);
    if (together.size() < fewest_letters || !context_.papers->has_stem(spelling.leaf.stem)) continue;
    Node apart;
    apart.begin = first.begin;
    apart.end = second.end;
    apart.children = {std::move(left.node), std::move(right.node)};
    note(typed(apart.begin, apart.end) + ": also written \"" + together + "\"");
    left.node = either_of(std::move(apart), {std::move(spelling)});
    left.count = 2;
    left.plain = false;
    units.erase(units.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  }
}

}  // namespace minutebook::query
