// Acronyms that papers explain, in both directions: "EHAT" and "Early Help Assessment Tool".
#include <algorithm>
#include <utility>

#include "query/resolve_words.h"
#include "schema/mined_acronyms.h"
#include "schema/word_marks.h"

namespace minutebook::query {

/// An acronym of the vocabulary, or one that papers explain.
bool WordReader::known_acronym(const schema::Word& one) const {
  if (!one.acronym) return false;
  return labels_.is_acronym(one.capitals) ||
         (context_.papers != nullptr && !context_.papers->meanings(one.capitals).empty());
}

/// False where everything is typed in capitals and something is no acronym that anybody knows: "CARE HOME FEES".
bool WordReader::capitals_tell(const Run& run) const {
  const auto marked = [this](const schema::Token& token, std::uint8_t mark) {
    return (schema::marks_of(word(token)) & mark) != 0;
  };
  if (std::any_of(run.tokens.begin(), run.tokens.end(),
                  [&](const schema::Token& token) { return marked(token, schema::mark_lower_case); }))
    return true;
  return std::all_of(run.tokens.begin(), run.tokens.end(), [&](const schema::Token& token) {
    return !marked(token, schema::mark_letters) || known_acronym(word(token));
  });
}

/// "LEVI", which papers explain: these capitals, not the forms of a word ("levy"). Other words in any form.
Node WordReader::word_node(const Run& run, const schema::Token& token) {
  if (!known_acronym(word(token)) || !capitals_tell(run)) return stem_node(token);
  Node node = capitals_node(token);
  note(node.leaf.typed + ": the acronym in capitals, not forms of a word");
  return node;
}

/// An acronym in its own case, also in headings of capitals.
Node WordReader::capitals_node(const schema::Token& token) {
  Node node = stem_node(token);
  node.leaf.kind = LeafKind::acronym;
  node.leaf.word = word(token).capitals;
  node.leaf.among_capitals = true;
  node.leaf.stem.clear();
  node.leaf.spellings.clear();
  return node;
}

/// Meanings that the user did not rule out.
std::vector<AcronymMeaning> WordReader::wanted_meanings(const std::string& capitals) {
  std::vector<AcronymMeaning> meanings = context_.papers->meanings(capitals);
  std::erase_if(meanings, [&](const AcronymMeaning& meaning) {
    return std::any_of(meaning.spellings.begin(), meaning.spellings.end(),
                       [&](const std::string& one) { return not_wanted(labels_.keys().key(one)); });
  });
  return meanings;
}

/// "EHAT", which papers explain: its long form, if they agree on one.
std::vector<Node> WordReader::long_forms_of(const schema::Token& token, const Node& acronym) {
  if (context_.only || !word(token).acronym) return {};
  const std::string capitals = word(token).capitals;
  if (labels_.is_acronym(capitals)) return {};
  const std::vector<AcronymMeaning> meanings = wanted_meanings(capitals);
  std::vector<Node> added;
  for (const AcronymMeaning& meaning : meanings) {
    Expansion made;
    made.of = acronym.leaf.typed;
    made.to = {meaning.spellings.front()};
    made.mined = true;
    made.applied = meanings.size() == 1;
    made.papers = meaning.papers;
    made.besides = {acronym};
    for (const std::string& spelling : meaning.spellings) {
      std::vector<schema::Token> tokens;
      schema::tokenise(spelling, labels_.lexicon(), tokens);
      Node phrase = phrase_node(tokens);
      phrase.begin = acronym.begin;
      phrase.end = acronym.end;
      phrase.leaf.typed = spelling;
      const bool known = std::any_of(made.added.begin(), made.added.end(),
                                     [&](const Node& other) { return other.leaf.words == phrase.leaf.words; });
      if (!known) made.added.push_back(std::move(phrase));
    }
    if (made.applied) added = made.added;
    note_mined(std::move(made));
  }
  return added;
}

/// A long form among the words of a run.
struct WordReader::TypedLongForm {
  std::size_t end = 0;  ///< token behind it; 0: there is none
  std::string key;
  std::vector<std::string> acronyms;
};

WordReader::TypedLongForm WordReader::long_form_at(const Run& run, std::size_t first) const {
  TypedLongForm best;
  std::string key;
  std::vector<LongFormEntry> entries;
  std::size_t telling = 0;
  for (std::size_t at = first; at < run.tokens.size(); ++at) {
    const schema::Word& one = word(run.tokens[at]);
    if (schema::left_out_of_key(one)) {
      if (telling == 0) return best;
      continue;
    }
    key += (key.empty() ? "" : " ") + one.singular;
    if (++telling == 2) entries = context_.papers->long_forms(key);
    if (telling >= 2 && std::none_of(entries.begin(), entries.end(),
                                     [&](const LongFormEntry& entry) { return entry.key.starts_with(key); })) {
      return best;
    }
    TypedLongForm form{at + 1, key, {}};
    for (const LongFormEntry& entry : entries) {
      if (entry.key == key) form.acronyms.push_back(entry.capitals);
    }
    if (!form.acronyms.empty()) best = std::move(form);
  }
  return best;
}

/// "early help assessment tool", for which papers have an acronym: also that acronym.
void WordReader::add_acronyms(const Run& run, std::vector<WordUnit>& units) {
  if (context_.only) return;
  for (std::size_t at = 0; at < units.size(); ++at) {
    const TypedLongForm form = long_form_at(run, units[at].first);
    if (form.end != 0) add_acronyms_of(run, form, at, units);
  }
}

void WordReader::add_acronyms_of(const Run& run, const TypedLongForm& form, std::size_t unit,
                                 std::vector<WordUnit>& units) {
  std::size_t end = unit;
  while (end < units.size() && units[end].first + units[end].count <= form.end) ++end;
  // A label that reaches beyond the long form keeps its words together.
  if (end == unit || units[end - 1].first + units[end - 1].count != form.end) return;
  Node words;
  words.begin = run.tokens[units[unit].first].begin;
  words.end = run.tokens[form.end - 1].end;
  std::vector<WordUnit> functional;
  for (std::size_t at = unit; at < end; ++at) {
    if (units[at].functional) {
      functional.push_back(units[at]);
    } else {
      words.children.push_back(units[at].node);
    }
  }
  if (words.children.size() == 1) words = Node(words.children.front());
  std::vector<Node> added;
  for (const std::string& capitals : form.acronyms) {
    if (labels_.is_acronym(capitals)) continue;
    const bool left_out = not_wanted(labels_.keys().key(capitals));
    const std::vector<AcronymMeaning> meanings = wanted_meanings(capitals);
    const auto meant = std::find_if(meanings.begin(), meanings.end(),
                                    [&](const AcronymMeaning& meaning) { return meaning.key == form.key; });
    if (left_out || meant == meanings.end()) continue;
    Expansion made;
    made.of = typed(words.begin, words.end);
    made.to = {capitals};
    made.mined = true;
    made.applied = meanings.size() == 1;
    made.papers = meant->papers;
    made.besides = {words};
    Node acronym;
    acronym.kind = NodeKind::leaf;
    acronym.begin = words.begin;
    acronym.end = words.end;
    acronym.leaf.kind = LeafKind::acronym;
    acronym.leaf.typed = capitals;
    acronym.leaf.word = capitals;
    acronym.leaf.among_capitals = true;
    made.added = {acronym};
    if (made.applied) added.push_back(std::move(acronym));
    note_mined(std::move(made));
  }
  if (added.empty()) return;
  WordUnit whole;
  whole.node = either_of(std::move(words), std::move(added));
  whole.first = units[unit].first;
  whole.count = form.end - whole.first;
  const auto begin = units.begin() + static_cast<std::ptrdiff_t>(unit);
  const auto behind = units.erase(begin, units.begin() + static_cast<std::ptrdiff_t>(end));
  const auto placed = units.insert(behind, std::move(whole));
  units.insert(placed + 1, functional.begin(), functional.end());
}

}  // namespace minutebook::query
