#include "schema/label_table.h"

#include <algorithm>

#include "schema/welsh_mutation.h"

namespace minutebook::schema {

namespace {

constexpr std::uint32_t root = 0;
constexpr unsigned gap_shift = 30;
// Words of Welsh labels are symbols of their own: English text never reaches them.
constexpr char welsh_mark = '~';

/// A hidden label that is the lower-case form of one of its concept's acronyms ("mash") counts with context only.
bool is_lower_case_acronym(const Concept& owner, const Label& label) {
  if (label.kind != LabelKind::hidden || label.text != fold_text(label.text)) return false;
  return std::any_of(owner.labels.begin(), owner.labels.end(),
                     [&](const Label& other) { return is_acronym(other.kind) && fold_text(other.text) == label.text; });
}

}  // namespace

struct LabelTable::Walk {
  const TextInput& input;
  std::uint32_t first = 0;
};

LabelTable::LabelTable(const Vocabulary& vocabulary, Lexicon& lexicon)
    : lexicon_(lexicon),
      nodes_(1),
      first_nodes_(1),
      symbols_(1),
      welsh_words_(1),
      concept_words_(vocabulary.concepts().size()) {
  for (std::uint32_t i = 0; i < vocabulary.concepts().size(); ++i) {
    const Concept& owner = vocabulary.concepts()[i];
    for (const Label& label : owner.labels) {
      add_label(i, label, lexicon);
      labels_.back().needs_context = label.kind == LabelKind::ambiguous || is_lower_case_acronym(owner, label);
    }
    for (const Label& label : owner.hints) {
      add_label(i, label, lexicon);
      labels_.back().needs_context = label.kind == LabelKind::ambiguous;
      labels_.back().hint = true;
    }
    std::sort(concept_words_[i].begin(), concept_words_[i].end());
  }
}

void LabelTable::add_label(std::uint32_t concept_index, const Label& label, Lexicon& lexicon) {
  LabelEntry entry{.concept_index = concept_index, .kind = label.kind, .lower = label.lower};
  std::uint32_t node = root;
  const std::vector<LabelWord> words = label_words(label.text, is_acronym(label.kind), lexicon);
  for (const LabelWord& word : words) {
    const std::uint32_t symbol = symbol_of(word, label.welsh, lexicon);
    if (words.size() == 1 && word.own_case) entry.symbol = symbol;
    if (!word.own_case) concept_words_[concept_index].push_back(word.key);
    entry.has_comma = entry.has_comma || word.before.comma;
    const Gap gap = word.before.gap == Gap::broken ? Gap::joined : word.before.gap;
    const std::uint64_t edge = (std::uint64_t{node} << 32U) | (static_cast<std::uint32_t>(gap) << gap_shift) | symbol;
    const auto [at, fresh] = children_.try_emplace(edge, static_cast<std::uint32_t>(nodes_.size()));
    if (fresh) {
      ++nodes_[node].children;
      nodes_.emplace_back();
      if (node == root) first_nodes_[symbol] = at->second;
    }
    node = at->second;
  }
  // A preferred label that is also given as a weak one counts as weak.
  std::vector<std::uint32_t>& same = nodes_[node].labels;
  if (label.kind == LabelKind::weak) {
    std::erase_if(same, [&](std::uint32_t other) { return labels_[other].concept_index == concept_index; });
  }
  same.push_back(static_cast<std::uint32_t>(labels_.size()));
  labels_.push_back(entry);
}

std::uint32_t LabelTable::symbol_of(const LabelWord& word, bool welsh, Lexicon& lexicon) {
  const std::string key = welsh ? welsh_mark + word.key : word.key;
  const auto [at, fresh] = symbols_by_key_.try_emplace(key, static_cast<std::uint32_t>(first_nodes_.size()));
  if (fresh) {
    first_nodes_.push_back(0);
    if (word.own_case) own_symbols_by_folded_.emplace(fold_text(word.key.substr(1)), at->second);
    if (welsh) add_forms(word, at->second, lexicon);
  }
  return at->second;
}

/// What a word of a Welsh label may be met as. Acronyms do not mutate.
void LabelTable::add_forms(const LabelWord& word, std::uint32_t symbol, Lexicon& lexicon) {
  welsh_forms_[word.key].push_back(symbol);
  if (word.own_case) return;
  for (const std::string& form : mutated_forms(word.key)) {
    std::vector<std::uint32_t>& same = welsh_forms_[lexicon.word(lexicon.id_of(form)).singular];
    if (std::find(same.begin(), same.end(), symbol) == same.end()) same.push_back(symbol);
  }
}

bool LabelTable::has_word(std::uint32_t concept_index, const std::string& singular) const {
  return std::binary_search(concept_words_[concept_index].begin(), concept_words_[concept_index].end(), singular);
}

void LabelTable::follow_lexicon() {
  const auto find = [this](const std::string& key) {
    const auto found = symbols_by_key_.find(key);
    return found == symbols_by_key_.end() ? 0U : found->second;
  };
  for (std::size_t id = word_symbols_.size(); id < lexicon_.size(); ++id) {
    const Word& word = lexicon_.word(static_cast<WordId>(id));
    const WordSymbols symbols{find(word.singular), find(own_case_key(word))};
    const bool known = symbols[any_case] != 0 || symbols[own_case] != 0;
    word_symbols_.push_back(known ? static_cast<std::uint32_t>(symbols_.size()) : 0);
    if (known) symbols_.push_back(symbols);
  }
}

std::vector<std::uint32_t> LabelTable::welsh_symbols(const Word& word) const {
  std::vector<std::uint32_t> symbols;
  for (const std::string& key : {word.singular, own_case_key(word)}) {
    const auto found = welsh_forms_.find(key);
    if (found != welsh_forms_.end()) symbols.insert(symbols.end(), found->second.begin(), found->second.end());
  }
  return symbols;
}

/// Behind follow_lexicon(): only who reads Welsh pays for it.
void LabelTable::follow_lexicon_in_welsh() {
  for (std::size_t id = welsh_places_.size(); id < word_symbols_.size(); ++id) {
    std::vector<std::uint32_t> symbols = welsh_symbols(lexicon_.word(static_cast<WordId>(id)));
    for (const std::uint32_t symbol : symbols_[word_symbols_[id]]) {
      if (symbol != 0) symbols.push_back(symbol);
    }
    welsh_places_.push_back(symbols.empty() ? 0 : static_cast<std::uint32_t>(welsh_words_.size()));
    if (!symbols.empty()) welsh_words_.push_back(std::move(symbols));
  }
}

std::span<const std::uint32_t> LabelTable::symbols_in(const TextInput& input, std::uint32_t token) const {
  const WordId word = input.tokens[token].word;
  if (input.welsh) return welsh_words_[welsh_places_[word]];
  const std::uint32_t place = word_symbols_[word];
  if (place == 0) return {};
  return symbols_[place];
}

std::uint32_t LabelTable::child(std::uint32_t node, Gap gap, std::uint32_t symbol) const {
  const std::uint64_t edge = (std::uint64_t{node} << 32U) | (static_cast<std::uint32_t>(gap) << gap_shift) | symbol;
  const auto found = children_.find(edge);
  return found == children_.end() ? 0 : found->second;
}

void LabelTable::find(std::string_view text, std::span<const Token> tokens, bool welsh,
                      std::vector<LabelCandidate>& found) {
  if (welsh) follow_lexicon_in_welsh();
  const TextInput input{text, tokens, welsh};
  for (std::uint32_t first = 0; first < tokens.size(); ++first) {
    const std::span<const std::uint32_t> symbols = symbols_in(input, first);
    if (symbols.empty()) continue;
    const std::size_t before = found.size();
    for (const std::uint32_t symbol : symbols) {
      if (symbol != 0 && first_nodes_[symbol] != 0) walk({input, first}, first_nodes_[symbol], first + 1, false, found);
    }
    if (found.size() > before + 1) {
      std::sort(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
                [](const LabelCandidate& a, const LabelCandidate& b) { return a.count < b.count; });
    }
  }
}

void LabelTable::walk(const Walk& walk_input, std::uint32_t node, std::uint32_t next, bool comma,
                      std::vector<LabelCandidate>& found) const {
  const std::uint32_t count = next - walk_input.first;
  for (const std::uint32_t label : nodes_[node].labels) {
    // In a list ("schools, transport") a comma parts two words; in longer labels it is a matter of style.
    if (!comma || count > 2 || labels_[label].has_comma) found.push_back({walk_input.first, count, label});
  }
  const std::span<const Token> tokens = walk_input.input.tokens;
  if (nodes_[node].children == 0 || next == tokens.size()) return;
  const std::span<const std::uint32_t> symbols = symbols_in(walk_input.input, next);
  if (symbols.empty()) return;
  const std::uint32_t end = tokens[next - 1].end;
  const Between between = classify_gap(walk_input.input.text.substr(end, tokens[next].begin - end));
  if (between.gap == Gap::broken) return;
  for (const std::uint32_t symbol : symbols) {
    const std::uint32_t reached = symbol == 0 ? 0 : child(node, between.gap, symbol);
    if (reached != 0) walk(walk_input, reached, next + 1, comma || between.comma, found);
  }
}

std::vector<std::uint32_t> LabelTable::query_symbols(WordId id) const {
  const Word& word = lexicon_.word(id);
  std::vector<std::uint32_t> symbols = welsh_symbols(word);
  if (const std::uint32_t any = symbols_[word_symbols_[id]][any_case]; any != 0) symbols.push_back(any);
  for (const std::string* form : {&word.folded, &word.singular}) {
    const auto [begin, end] = own_symbols_by_folded_.equal_range(*form);
    for (auto at = begin; at != end; ++at) {
      if (std::find(symbols.begin(), symbols.end(), at->second) == symbols.end()) symbols.push_back(at->second);
    }
  }
  return symbols;
}

void LabelTable::find_in_query(std::span<const Token> tokens, std::vector<LabelCandidate>& found) const {
  for (std::uint32_t first = 0; first < tokens.size(); ++first) walk_query(tokens, first, root, first, found);
}

void LabelTable::walk_query(std::span<const Token> tokens, std::uint32_t first, std::uint32_t node, std::uint32_t next,
                            std::vector<LabelCandidate>& found) const {
  for (const std::uint32_t label : nodes_[node].labels) found.push_back({first, next - first, label});
  if (next == tokens.size()) return;
  for (const std::uint32_t symbol : query_symbols(tokens[next].word)) {
    for (const Gap gap : {Gap::joined, Gap::dot, Gap::bracket}) {
      if (const std::uint32_t reached = child(node, gap, symbol); reached != 0) {
        walk_query(tokens, first, reached, next + 1, found);
      }
    }
  }
}

}  // namespace minutebook::schema
