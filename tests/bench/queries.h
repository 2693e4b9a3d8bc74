// The questions of the benchmark: drawn from the corpus by fixed rules, each in the language of every engine.
// Must not know any engine's interface.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::bench {

enum class QueryKind { common_word, rare_word, all_words, any_word, phrase, common_phrase, filtered, prefix };

inline constexpr std::size_t kQueryKinds = 8;
inline constexpr std::size_t kQueriesPerKind = 15;
inline constexpr std::array<std::string_view, kQueryKinds> kQueryKindNames = {"common word",
                                                                              "rare word",
                                                                              "two words, AND",
                                                                              "two words, OR",
                                                                              "phrase",
                                                                              "phrase of common words",
                                                                              "word + council + years",
                                                                              "prefix*"};

// Empty strings and zeros mean "no such filter".
struct BenchQuery {
  QueryKind kind = QueryKind::common_word;
  std::string minutebook;             // query string of Minutebook, filters included
  std::string xapian;                 // text for Xapian's QueryParser (boolean, phrase and wildcard flags)
  std::string fts5;                   // MATCH expression of SQLite FTS5
  std::string council_code;           // filter for the two baselines
  int first_year = 0, last_year = 0;  // filter for the two baselines, inclusive
};

// kQueriesPerKind queries of each kind for the corpus of this seed and number of papers, always the same ones.
// Words and phrases are taken from a sample of its items; throws std::runtime_error if it is too small for them.
std::vector<BenchQuery> draw_queries(std::uint64_t seed, std::uint64_t papers);

}  // namespace minutebook::bench
