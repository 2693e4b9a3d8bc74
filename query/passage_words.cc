#include "query/passage_words.h"

#include <algorithm>
#include <array>

namespace minutebook::query {

namespace {

// A full stop behind one of these ends no sentence.
constexpr auto abbreviations =
    std::to_array<std::string_view>({"cllr", "cllrs", "co", "dr", "eg", "etc", "hon", "ie", "mr", "mrs", "ms", "no",
                                     "nos", "p", "para", "pp", "rev", "st", "v"});

bool abbreviated(std::string_view folded) {
  return folded.size() == 1 || std::find(abbreviations.begin(), abbreviations.end(), folded) != abbreviations.end();
}

bool ends_sentence(std::string_view between, std::string_view word_before) {
  for (std::size_t i = 0; i < between.size(); ++i) {
    const char c = between[i];
    if (c == '|' || c == ';' || c == '?' || c == '!') return true;
    if (c == '.' && i + 1 < between.size() && !abbreviated(word_before)) return true;
  }
  return false;
}

/// The sign that parts what stands before it from what follows; 0: none. Apostrophes, and hyphens inside words, do not.
char sign_in(std::string_view between) {
  for (const char sign : {':', '(', ',', '"', '/'}) {
    if (between.find(sign) != std::string_view::npos) return sign;
  }
  if (between.find_first_of(")[]") != std::string_view::npos) return '(';
  if (between.find(" - ") != std::string_view::npos) return '-';
  // Dashes are U+2013 to U+2015, typographic quotes U+2018 to U+201F.
  for (std::size_t at = between.find("\xE2\x80"); at != std::string_view::npos; at = between.find("\xE2\x80", at + 1)) {
    const auto third = static_cast<unsigned char>(at + 2 < between.size() ? between[at + 2] : 0);
    if (third >= 0x93 && third <= 0x95) return '-';
    if (third >= 0x98 && third <= 0x9F) return '"';
  }
  return 0;
}

bool begins_large(std::string_view written) {
  const char c = written.empty() ? ' ' : written.front();
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Is `word` one of the forms "a|b" names?
bool is_one_of(std::string_view word, std::string_view forms) {
  while (true) {
    const std::size_t bar = forms.find('|');
    if (forms.substr(0, bar) == word) return true;
    if (bar == std::string_view::npos) return false;
    forms.remove_prefix(bar + 1);
  }
}

}  // namespace

WordRange PassageWords::sentence_of(std::size_t at) const {
  WordRange range{at, at};
  while (range.first > 0 && words[range.first - 1].sentence == words[at].sentence) --range.first;
  while (range.end < words.size() && words[range.end].sentence == words[at].sentence) ++range.end;
  return range;
}

std::string PassageWords::written(const WordRange& range) const {
  if (range.empty()) return {};
  const std::uint32_t begin = words[range.first].begin;
  return text.substr(begin, words[range.end - 1].end - begin);
}

PassageWords PassageReader::read(std::string_view text) {
  PassageWords made;
  made.text = text;
  std::vector<schema::Token> tokens;
  schema::tokenise(made.text, lexicon_, tokens);
  const std::string_view whole = made.text;
  std::uint32_t sentence = 0;
  std::uint32_t before = 0;
  for (const schema::Token& token : tokens) {
    const schema::Word& word = lexicon_.word(token.word);
    const std::string_view between = whole.substr(before, token.begin - before);
    if (!made.words.empty() && ends_sentence(between, made.words.back().folded)) ++sentence;
    made.words.push_back({word.folded, word.singular, word.stem, token.begin, token.end, sentence,
                          begins_large(whole.substr(token.begin, token.end - token.begin)), sign_in(between)});
    before = token.end;
  }
  return made;
}

std::size_t phrase_at(const PassageWords& passage, std::string_view phrase, std::size_t at, std::size_t end) {
  const std::size_t first = at;
  while (true) {
    if (at >= end || passage.words[at].sentence != passage.words[first].sentence) return 0;
    const std::size_t space = phrase.find(' ');
    const PassageWord& word = passage.words[at];
    const std::string_view forms = phrase.substr(0, space);
    if (!is_one_of(word.singular, forms) && !is_one_of(word.folded, forms)) return 0;
    ++at;
    if (space == std::string_view::npos) return at - first;
    phrase.remove_prefix(space + 1);
  }
}

WordRange find_phrase(const PassageWords& passage, std::string_view phrase, const WordRange& range) {
  for (std::size_t at = range.first; at < range.end; ++at) {
    const std::size_t length = phrase_at(passage, phrase, at, range.end);
    if (length > 0) return {at, at + length};
  }
  return {};
}

bool has_phrase(const PassageWords& passage, std::string_view phrase, const WordRange& range) {
  return !find_phrase(passage, phrase, range).empty();
}

}  // namespace minutebook::query
