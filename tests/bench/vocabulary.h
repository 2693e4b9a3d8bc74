// The words of the invented papers: ordinary words with their forms, the subjects with their own phrases and words,
// and an unbounded supply of invented rare words. Must not know how sentences or papers are built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/random.h"

namespace minutebook::bench {

struct Noun {
  std::string singular, plural;
};

struct Verb {
  std::string base, past, gerund;
};

struct Subject {
  std::string_view topic;     // id in the vocabulary of topics
  std::string_view title;     // as in titles of items
  std::size_t portfolio = 0;  // index into portfolios()
  std::vector<std::string_view> phrases;
  std::vector<std::string_view> words;
};

class Vocabulary {
 public:
  static const Vocabulary& instance();

  std::vector<Noun> nouns;
  std::vector<Verb> verbs;
  std::vector<std::string_view> adjectives, adverbs, family_names;
  ZipfTable noun_ranks, verb_ranks, adjective_ranks, adverb_ranks, name_ranks, phrase_ranks, word_ranks;

 private:
  Vocabulary();
};

const std::vector<Subject>& subjects();
const std::vector<std::string_view>& portfolios();
// The index of the subject with this topic id; throws std::out_of_range if there is none.
std::size_t subject_of(std::string_view topic);

// The rank of a rare word, Zipf-Mandelbrot distributed without an upper bound.
std::uint64_t draw_rare_rank(Random& random);
// The word of a rank, lower case: an invented stem with a real suffix. Three ranks in a row share a stem.
std::string rare_word(std::uint64_t rank);
// An invented stem, lower case.
std::string rare_stem(std::uint64_t number);

}  // namespace minutebook::bench
