#include "schema/long_forms.h"

#include <algorithm>
#include <array>

#include "schema/characters.h"
#include "schema/label_words.h"

namespace minutebook::schema {

namespace {

constexpr std::string_view space_and_quotes = " \"'\u2018\u2019\u201C\u201D";

/// "ACR – Long Form", "ACR: Long Form", "ACR = Long Form", and the cells of a glossary.
bool is_equation(std::string_view gap) {
  const std::size_t begin = gap.find_first_not_of(' ');
  if (begin == std::string_view::npos) return false;
  const std::string_view sign = gap.substr(begin, gap.find_last_not_of(' ') + 1 - begin);
  if (sign == ":" || sign == "=" || sign == "|") return true;
  const Decoded decoded = decode_utf8(sign, 0);
  return decoded.next == sign.size() && is_dash(decoded.character) && begin > 0 && gap.ends_with(' ');
}

/// Capitals in lower case; empty if digits make the initials uncertain ("H2ST").
std::string letters_of(const Word& word) {
  std::string letters;
  for (const char c : word.written) {
    if (is_ascii_digit(c)) return {};
    if (is_ascii_upper(c)) letters += ascii_lower(c);
  }
  return letters;
}

/// True if the initials of the words, small words left out or not, are the letters in order.
bool spelled(const TokenisedText& text, LongForm form, std::string_view letters) {
  if (letters.empty()) return form.empty();
  if (form.empty()) return false;
  const std::string& word = text.word(form.begin).folded;
  const LongForm rest{form.begin + 1, form.end};
  if (!word.empty() && word.front() == letters.front() && spelled(text, rest, letters.substr(1))) return true;
  return is_small_word(word) && spelled(text, rest, letters);
}

}  // namespace

std::string_view TokenisedText::gap_before(std::uint32_t token) const {
  if (token == 0 || token >= tokens.size()) return {};
  return text.substr(tokens[token - 1].end, tokens[token].begin - tokens[token - 1].end);
}

bool is_small_word(std::string_view folded) {
  constexpr std::array<std::string_view, 13> small{"a",  "an", "and", "at",  "by", "for", "from",
                                                   "in", "of", "on",  "the", "to", "with"};
  return std::find(small.begin(), small.end(), folded) != small.end();
}

bool closes_bracket_after(const TokenisedText& text, std::uint32_t token) {
  const std::string_view rest = text.text.substr(text.tokens[token].end);
  const std::size_t at = rest.find_first_not_of(space_and_quotes);
  return at != std::string_view::npos && rest[at] == ')';
}

bool in_brackets(const TokenisedText& text, std::uint32_t acronym) {
  return classify_gap(text.gap_before(acronym)).gap == Gap::bracket && closes_bracket_after(text, acronym);
}

Following following_of(const TokenisedText& text, std::uint32_t acronym) {
  const std::string_view gap = text.gap_before(acronym + 1);
  if (gap.find('(') != std::string_view::npos && classify_gap(gap).gap == Gap::bracket) return Following::bracket;
  return is_equation(gap) ? Following::equation : Following::none;
}

LongForm long_form_before(const TokenisedText& text, std::uint32_t acronym) {
  const std::string letters = letters_of(text.word(acronym));
  LongForm form{acronym, acronym};
  const auto longest = static_cast<std::uint32_t>(letters.size() * 2 + 1);
  for (std::uint32_t begin = acronym; begin-- > (acronym > longest ? acronym - longest : 0);) {
    const Gap gap = classify_gap(text.gap_before(begin + 1)).gap;
    if (begin + 1 < acronym && (gap == Gap::broken || gap == Gap::dot)) break;
    if (spelled(text, {begin, acronym}, letters)) form.begin = begin;
    if (!form.empty()) break;
  }
  return form;
}

LongForm long_form_after(const TokenisedText& text, std::uint32_t acronym, Following following) {
  const std::string letters = letters_of(text.word(acronym));
  LongForm form{acronym + 1, acronym + 1};
  const auto count = static_cast<std::uint32_t>(text.tokens.size());
  const auto longest = static_cast<std::uint32_t>(letters.size() * 2 + 1);
  for (std::uint32_t end = acronym + 2; end <= std::min(count, acronym + 1 + longest) && form.empty(); ++end) {
    const bool ends_here = following != Following::bracket || closes_bracket_after(text, end - 1);
    if (ends_here && spelled(text, {acronym + 1, end}, letters)) form.end = end;
  }
  return form;
}

}  // namespace minutebook::schema
