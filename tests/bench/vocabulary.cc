#include "tests/bench/vocabulary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace minutebook::bench {
namespace {

constexpr std::string_view kNouns =
#include "tests/bench/words_nouns.inc"
    ;
constexpr std::string_view kVerbs =
#include "tests/bench/words_verbs.inc"
    ;
constexpr std::string_view kAdjectives =
#include "tests/bench/words_adjectives.inc"
    ;
constexpr std::string_view kAdverbs =
#include "tests/bench/words_adverbs.inc"
    ;
constexpr std::string_view kNames =
#include "tests/bench/words_names.inc"
    ;

struct SubjectRow {
  std::string_view topic, title;
  std::size_t portfolio;
  std::string_view phrases, words;
};

constexpr SubjectRow kSubjects[] = {
#include "tests/bench/subjects.inc"
};

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find_first_not_of(separators); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(separators, end);
  }
  return parts;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return word.ends_with(e); });
}

bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 1 && word.back() == 'y' && !ends_with_any(word, {"ay", "ey", "oy", "uy"});
}

Noun make_noun(std::string_view word) {
  if (word.ends_with('-')) {
    word.remove_suffix(1);
    return {std::string(word), std::string(word)};
  }
  std::string singular(word);
  if (ends_in_consonant_y(word)) return {singular, singular.substr(0, singular.size() - 1) + "ies"};
  return {singular, singular + (ends_with_any(word, {"s", "x", "ch", "sh"}) ? "es" : "s")};
}

Verb make_verb(std::string_view word) {
  const bool doubles = word.ends_with('+');
  if (doubles) word.remove_suffix(1);
  const std::string base(word);
  if (doubles) return {base, base + base.back() + "ed", base + base.back() + "ing"};
  if (ends_in_consonant_y(word)) return {base, base.substr(0, base.size() - 1) + "ied", base + "ing"};
  if (ends_with_any(word, {"ee"})) return {base, base + "d", base + "ing"};
  if (word.ends_with('e')) return {base, base + "d", base.substr(0, base.size() - 1) + "ing"};
  return {base, base + "ed", base + "ing"};
}

template <typename Word, typename Make>
std::vector<Word> make_all(std::string_view list, Make make) {
  std::vector<Word> words;
  for (const std::string_view word : split(list, " \n")) words.push_back(make(word));
  return words;
}

}  // namespace

Vocabulary::Vocabulary()
    : nouns(make_all<Noun>(kNouns, make_noun)),
      verbs(make_all<Verb>(kVerbs, make_verb)),
      adjectives(split(kAdjectives, " \n")),
      adverbs(split(kAdverbs, " \n")),
      family_names(split(kNames, " \n")),
      noun_ranks(nouns.size(), 1.0, 12),
      verb_ranks(verbs.size(), 1.0, 8),
      adjective_ranks(adjectives.size(), 1.0, 8),
      adverb_ranks(adverbs.size(), 1.0, 4),
      name_ranks(family_names.size(), 0.4, 1),
      phrase_ranks(8, 0.7, 1),
      word_ranks(10, 0.5, 1) {}

const Vocabulary& Vocabulary::instance() {
  static const Vocabulary vocabulary;
  return vocabulary;
}

const std::vector<Subject>& subjects() {
  static const std::vector<Subject> all = [] {
    std::vector<Subject> rows;
    for (const SubjectRow& row : kSubjects) {
      rows.push_back({row.topic, row.title, row.portfolio, split(row.phrases, "|"), split(row.words, " ")});
    }
    return rows;
  }();
  return all;
}

const std::vector<std::string_view>& portfolios() {
  static const std::vector<std::string_view> names = {
#include "tests/bench/portfolios.inc"
  };
  return names;
}

std::size_t subject_of(std::string_view topic) {
  const auto& all = subjects();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Subject& s) { return s.topic == topic; });
  if (found == all.end()) throw std::out_of_range("no subject with the topic " + std::string(topic));
  return static_cast<std::size_t>(found - all.begin());
}

std::uint64_t draw_rare_rank(Random& random) {
  // With these two constants the vocabulary grows about as (words of text)^0.58, as in collections of English papers.
  constexpr double kShift = 500;
  constexpr double kExponent = 1.85;
  const double rank = kShift * (std::pow(random.unit(), -1.0 / (kExponent - 1.0)) - 1.0);
  return static_cast<std::uint64_t>(std::min(rank, 1e12));
}

std::string rare_stem(std::uint64_t number) {
  static constexpr std::array<std::string_view, 24> kOnsets = {"b", "br", "c",  "cl", "d",  "dr", "f", "fl",
                                                               "g", "gr", "h",  "l",  "m",  "n",  "p", "pr",
                                                               "r", "s",  "st", "t",  "tr", "v",  "w", "sp"};
  static constexpr std::array<char, 5> kVowels = {'a', 'e', 'i', 'o', 'u'};
  static constexpr std::array<std::string_view, 9> kCodas = {"n", "r", "l", "nd", "rt", "m", "ck", "st", "ld"};
  constexpr std::uint64_t kOpen = 24 * 5;
  constexpr std::uint64_t kClosed = kOpen * 9;

  std::uint64_t band = kOpen * kClosed;
  int open_syllables = 1;
  while (number >= band) {
    number -= band;
    band *= kOpen;
    ++open_syllables;
  }
  // A prime step spreads neighbouring numbers over the alphabet and is coprime to every band.
  number = number * 1'000'003 % band;
  std::string stem;
  for (int i = 0; i < open_syllables; ++i, number /= kOpen) {
    stem += kOnsets[number % 24];
    stem += kVowels[number / 24 % 5];
  }
  stem += kOnsets[number % 24];
  stem += kVowels[number / 24 % 5];
  stem += kCodas[number / kOpen % 9];
  return stem;
}

std::string rare_word(std::uint64_t rank) {
  static constexpr std::string_view kEndings[4][3] = {
      {"", "s", "er"}, {"ing", "ed", "s"}, {"ation", "ations", "ational"}, {"al", "ally", "ness"}};
  const std::uint64_t number = rank / 3;
  return rare_stem(number).append(kEndings[mix(number) % 4][rank % 3]);
}

}  // namespace minutebook::bench
