#include "schema/welsh_mutation.h"

#include <algorithm>
#include <array>

namespace minutebook::schema {

namespace {

struct Mutation {
  std::string_view radical;  ///< what the word begins with; empty: a vowel
  std::string_view mutated;
};

// "G" is lost in the soft mutation.
constexpr auto mutations = std::to_array<Mutation>({
    {"p", "b"},   {"p", "mh"}, {"p", "ph"}, {"t", "d"},  {"t", "nh"}, {"t", "th"}, {"c", "g"},
    {"c", "ngh"}, {"c", "ch"}, {"b", "f"},  {"b", "m"},  {"d", "dd"}, {"d", "n"},  {"g", ""},
    {"g", "ng"},  {"m", "f"},  {"ll", "l"}, {"rh", "r"}, {"", "h"},
});

bool begins_with_vowel(std::string_view word) {
  return !word.empty() && std::string_view("aeiouwy").find(word.front()) != std::string_view::npos;
}

/// Whether a word begins with a letter that a vowel follows, or "l", "r", "n", as Welsh words do: not with another
/// letter that is written with the same sign and one more.
bool begins_with(std::string_view word, std::string_view letter) {
  if (letter.empty()) return begins_with_vowel(word);
  if (!word.starts_with(letter) || word.size() == letter.size()) return false;
  const std::string_view rest = word.substr(letter.size());
  return begins_with_vowel(rest) || std::string_view("lrn").find(rest.front()) != std::string_view::npos;
}

std::string with_beginning(std::string_view beginning, std::string_view word, std::size_t dropped) {
  return std::string(beginning).append(word.substr(dropped));
}

void add(std::string word, std::vector<std::string>& words) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
}

}  // namespace

std::vector<std::string> mutated_forms(std::string_view folded) {
  std::vector<std::string> forms;
  if (folded.size() < 2) return forms;
  for (const Mutation& one : mutations) {
    if (begins_with(folded, one.radical)) add(with_beginning(one.mutated, folded, one.radical.size()), forms);
  }
  return forms;
}

std::vector<std::string> radicals_of(std::string_view folded) {
  std::vector<std::string> words;
  for (const Mutation& one : mutations) {
    if (!folded.starts_with(one.mutated)) continue;
    std::string word = with_beginning(one.radical, folded, one.mutated.size());
    const std::vector<std::string> forms = mutated_forms(word);
    if (word != folded && std::find(forms.begin(), forms.end(), folded) != forms.end()) add(std::move(word), words);
  }
  return words;
}

}  // namespace minutebook::schema
