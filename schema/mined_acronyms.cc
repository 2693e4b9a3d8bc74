#include "schema/mined_acronyms.h"

#include <algorithm>
#include <optional>

#include "schema/characters.h"
#include "schema/long_forms.h"

namespace minutebook::schema {

namespace {

constexpr std::size_t fewest_letters = 2;
constexpr std::size_t telling_letters = 3;

std::string key_of(std::span<const Token> tokens, const Lexicon& lexicon) {
  std::string key;
  for (const Token& token : tokens) {
    const Word& word = lexicon.word(token.word);
    if (!left_out_of_key(word)) key += (key.empty() ? "" : " ") + word.singular;
  }
  return key;
}

bool begins_with_capital(const Word& word) {
  return !word.written.empty() && is_ascii_upper(word.written.front());
}

/// True if the words name something rather than happen to have the initials.
bool is_name(const TokenisedText& text, LongForm form, std::size_t letters) {
  if (form.empty() || is_small_word(text.word(form.begin).folded) || is_small_word(text.word(form.end - 1).folded))
    return false;
  std::size_t telling = 0;
  for (std::uint32_t i = form.begin; i < form.end; ++i) {
    const Word& word = text.word(i);
    if (word.folded.find_first_of("0123456789/") != std::string::npos) return false;
    if (is_small_word(word.folded)) continue;
    ++telling;
    if (letters < telling_letters && !begins_with_capital(word)) return false;
  }
  return telling >= 2;
}

std::string written_words(const TokenisedText& text, LongForm form) {
  const std::uint32_t begin = text.tokens[form.begin].begin;
  std::string written;
  for (const char c : text.text.substr(begin, text.tokens[form.end - 1].end - begin)) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (!space || !written.ends_with(' ')) written += space ? ' ' : c;
  }
  return written;
}

std::optional<MinedAcronym> definition_at(const TokenisedText& text, std::uint32_t at) {
  const std::string& capitals = text.word(at).capitals;
  if (capitals.size() < fewest_letters) return std::nullopt;
  LongForm form;
  if (in_brackets(text, at)) {
    form = long_form_before(text, at);
  } else if (const Following following = following_of(text, at); following != Following::none) {
    form = long_form_after(text, at, following);
  }
  if (!is_name(text, form, capitals.size())) return std::nullopt;
  return MinedAcronym{capitals, written_words(text, form),
                      key_of(text.tokens.subspan(form.begin, form.end - form.begin), text.lexicon)};
}

}  // namespace

std::vector<MinedAcronym> mine_acronyms(std::string_view text, std::span<const Token> tokens, const Lexicon& lexicon) {
  const TokenisedText words{text, tokens, lexicon};
  std::vector<MinedAcronym> mined;
  for (std::uint32_t at = 0; at < tokens.size(); ++at) {
    if (!words.word(at).acronym) continue;
    std::optional<MinedAcronym> one = definition_at(words, at);
    if (one && std::find(mined.begin(), mined.end(), *one) == mined.end()) mined.push_back(std::move(*one));
  }
  return mined;
}

std::string long_form_key(std::string_view long_form, Lexicon& lexicon) {
  std::vector<Token> tokens;
  tokenise(long_form, lexicon, tokens);
  return key_of(tokens, lexicon);
}

bool left_out_of_key(const Word& word) {
  return is_small_word(word.folded);
}

}  // namespace minutebook::schema
