#include "tests/bench/corpus_statistics.h"

#include <cmath>
#include <sstream>
#include <unordered_map>
#include <vector>

#include "tests/bench/corpus.h"
#include "tests/bench/measure.h"

namespace minutebook::bench {
namespace {

struct Growth {
  double words = 0, vocabulary = 0;
};

struct Counts {
  std::unordered_map<std::string, std::uint64_t> words;
  std::uint64_t tokens = 0, items_with_the = 0, long_items = 0, long_items_with_the = 0;
  std::vector<Growth> growth;  // at 100,000 tokens and each doubling
};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' || c < 0;
}

void count_item(const std::string& text, Counts& counts) {
  std::string word;
  const std::uint64_t before = counts.tokens;
  bool has_the = false;
  for (const char c : text + " ") {
    if (is_word_byte(c)) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      continue;
    }
    if (word.empty()) continue;
    has_the = has_the || word == "the";
    ++counts.words[word];
    word.clear();
    const double next = counts.growth.empty() ? 1e5 : counts.growth.back().words * 2;
    if (static_cast<double>(++counts.tokens) >= next) {
      counts.growth.push_back({static_cast<double>(counts.tokens), static_cast<double>(counts.words.size())});
    }
  }
  counts.items_with_the += has_the ? 1 : 0;
  if (counts.tokens - before < 100) return;
  ++counts.long_items;
  counts.long_items_with_the += has_the ? 1 : 0;
}

// The exponent b of Heaps' law, vocabulary = k * words^b: the slope of a straight line through the logarithms.
double heaps_exponent(const std::vector<Growth>& growth) {
  double x = 0, y = 0, xx = 0, xy = 0;
  const auto n = static_cast<double>(growth.size());
  for (const Growth& point : growth) {
    const double log_words = std::log(point.words), log_vocabulary = std::log(point.vocabulary);
    x += log_words;
    y += log_vocabulary;
    xx += log_words * log_words;
    xy += log_words * log_vocabulary;
  }
  return (n * xy - x * y) / (n * xx - x * x);
}

}  // namespace

std::string corpus_statistics(std::uint64_t seed, std::uint64_t items) {
  const Corpus corpus = plan_corpus(seed, items);
  const Stopwatch watch;
  std::uint64_t rendered = 0;
  for (std::uint64_t paper = 0; paper < corpus.papers; ++paper)
    rendered += render_text(generate_paper(seed, paper)).size();
  const double seconds = watch.wall();

  Counts counts;
  for (std::uint64_t number = 0; number < corpus.papers; ++number) {
    const Paper paper = generate_paper(seed, number);
    for (const Item& item : paper.items) count_item(item_text(item), counts);
  }
  std::uint64_t once = 0;
  for (const auto& [word, count] : counts.words) once += count == 1 ? 1 : 0;

  const auto share = [](std::uint64_t part, std::uint64_t all) {
    return 100.0 * static_cast<double>(part) / static_cast<double>(all);
  };
  std::ostringstream out;
  out.precision(3);
  out << corpus.papers << " papers, " << corpus.items << " items, " << corpus.bytes / 1'000'000 << " MB of text\n"
      << "made and rendered at " << static_cast<double>(rendered) / 1e6 / seconds << " MB/s\n"
      << static_cast<double>(corpus.words) / static_cast<double>(corpus.items) << " words an item, "
      << static_cast<double>(corpus.bytes) / static_cast<double>(corpus.words) << " bytes a word\n"
      << counts.words.size() << " different words in " << counts.tokens << ", " << share(once, counts.words.size())
      << " % of them only once\n"
      << "'the' in " << share(counts.items_with_the, corpus.items) << " % of the items, and in "
      << share(counts.long_items_with_the, counts.long_items) << " % of those of 100 words or more\n";
  if (counts.growth.size() > 1) out << "Heaps exponent " << heaps_exponent(counts.growth) << '\n';
  out.precision(7);
  for (const Growth& point : counts.growth)
    out << "  " << point.words << " words: " << point.vocabulary << " different\n";
  return out.str();
}

}  // namespace minutebook::bench
