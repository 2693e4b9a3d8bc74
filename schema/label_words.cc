#include "schema/label_words.h"

#include <algorithm>

#include "schema/characters.h"

namespace minutebook::schema {

namespace {

/// Characters between words that never part a label: white space, quotes, closing brackets, marks of emphasis, the
/// slash of "Ofsted/CQC".
bool joins(char32_t c) {
  constexpr std::u32string_view joining = U" \t\u00A0\u202F'\"\u2018\u2019\u201C\u201D)]*_/";
  return joining.find(c) != std::u32string_view::npos || is_dash(c) || is_invisible(c);
}

Between classify_long_gap(std::string_view between) {
  Between result;
  bool space_before = false;
  for (std::size_t at = 0; at < between.size();) {
    const Decoded decoded = decode_utf8(between, at);
    const char32_t c = decoded.character;
    if (c == U',') {
      result.comma = true;
    } else if (c == U'(' || c == U'[') {
      result.gap = Gap::bracket;
    } else if (c == U'.' && between.size() == 1) {
      result.gap = Gap::dot;
    } else if (!joins(c)) {
      return {Gap::broken, false};
    }
    const bool space_after =
        decoded.next < between.size() && is_white_space(decode_utf8(between, decoded.next).character);
    if (is_dash(c) && space_before && space_after) return {Gap::broken, false};
    space_before = is_white_space(c);
    at = decoded.next;
  }
  return result;
}

bool own_case(const Word& word, bool acronym) {
  const auto capitals = std::count_if(word.written.begin(), word.written.end(), is_ascii_upper);
  return capitals >= (acronym ? 1 : 2);
}

}  // namespace

Between classify_gap(std::string_view between) {
  if (between.size() == 1 && (between[0] == ' ' || between[0] == '-')) return {};
  return classify_long_gap(between);
}

std::string own_case_key(const Word& word) {
  if (word.acronym) return '@' + word.capitals;
  std::string_view base = word.written;
  if (base.ends_with("'s")) {
    base.remove_suffix(2);
  } else if (base.size() > 2 && base.ends_with("s")) {
    base.remove_suffix(1);
  }
  return '@' + std::string(base);
}

std::vector<LabelWord> label_words(std::string_view label, bool acronym, Lexicon& lexicon) {
  std::vector<Token> tokens;
  tokenise(label, lexicon, tokens);
  std::vector<LabelWord> words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Word& word = lexicon.word(tokens[i].word);
    LabelWord out;
    out.own_case = own_case(word, acronym);
    out.key = out.own_case ? own_case_key(word) : word.singular;
    if (i > 0) out.before = classify_gap(label.substr(tokens[i - 1].end, tokens[i].begin - tokens[i - 1].end));
    words.push_back(std::move(out));
  }
  return words;
}

std::string singular_key(std::string_view text, Lexicon& lexicon) {
  std::vector<Token> tokens;
  tokenise(text, lexicon, tokens);
  std::string key;
  for (const Token& token : tokens) {
    if (!key.empty()) key += ' ';
    key += lexicon.word(token.word).singular;
  }
  return key;
}

std::string label_key(const std::vector<LabelWord>& words) {
  std::string key;
  for (const LabelWord& word : words) {
    if (!key.empty()) key += ' ';
    key += word.key;
  }
  return key;
}

}  // namespace minutebook::schema
