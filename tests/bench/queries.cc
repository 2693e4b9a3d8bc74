#include "tests/bench/queries.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>
#include <unordered_set>

#include "tests/bench/generator.h"

namespace minutebook::bench {
namespace {

constexpr std::string_view kFunctionWords =
    " the and of to in for that was were is are be been being had has have would will could should may this these "
    "those there they them their its it by with on at as from an or not no any all each one so if when where which "
    "who what how why than then also more most many other such while because can do done you he she his her we our us "
    "but before "
    "after since until during between about near again very both being only over under through into against without ";

bool is_function_word(const std::string& word) {
  return kFunctionWords.find(" " + word + " ") != std::string_view::npos;
}

bool is_plain(const std::string& word) {
  return word.size() >= 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         !is_function_word(word);
}

// Lower-case words of the running text of an item. An empty one stands where a phrase must not cross: punctuation, or a
// word with a capital, a figure, a hyphen or an apostrophe (engines fold, split or expand those in different ways).
std::vector<std::string> words_of(const Item& item) {
  std::vector<std::string> words;
  for (const Paragraph& paragraph : item.paragraphs) {
    std::string word;
    bool plain = true;
    for (const char c : paragraph.text + "\n") {
      if (std::string_view(" \n\t.,;:()").find(c) == std::string_view::npos) {
        word += c;
        plain = plain && c >= 'a' && c <= 'z';
        continue;
      }
      words.push_back(plain ? word : std::string());
      if (c != ' ') words.emplace_back();
      word.clear();
      plain = true;
    }
  }
  return words;
}

// In how many items of a sample a word or a run of words occurs.
using Frequencies = std::map<std::string, std::size_t>;

struct Sample {
  std::size_t items = 0;
  Frequencies words, pairs, triples;
  std::vector<std::vector<std::string>> plain_words;  // of each item, sorted
};

void add_item(const Item& item, Sample& sample) {
  const std::vector<std::string> words = words_of(item);
  std::set<std::string> singles, pairs, triples;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].empty()) continue;
    if (is_plain(words[i])) singles.insert(words[i]);
    if (i + 1 >= words.size() || words[i + 1].empty()) continue;
    if (is_plain(words[i]) && is_plain(words[i + 1])) pairs.insert(words[i] + " " + words[i + 1]);
    if (i + 2 >= words.size() || words[i + 2].empty()) continue;
    triples.insert(words[i] + " " + words[i + 1] + " " + words[i + 2]);
  }
  for (const std::string& w : singles) ++sample.words[w];
  for (const std::string& w : pairs) ++sample.pairs[w];
  for (const std::string& w : triples) ++sample.triples[w];
  sample.plain_words.emplace_back(singles.begin(), singles.end());
  ++sample.items;
}

Sample draw_sample(std::uint64_t seed, std::uint64_t papers) {
  constexpr std::uint64_t kPapers = 250;
  Sample sample;
  const std::uint64_t count = std::min(kPapers, papers);
  for (std::uint64_t i = 0; i < count; ++i) {
    for (const Item& item : generate_paper(seed, i * papers / count).items) {
      if (!item.number.empty()) add_item(item, sample);
    }
  }
  return sample;
}

// The texts that occur in a share of the items between low and high, in alphabetical order.
std::vector<std::string> between(const Frequencies& frequencies, std::size_t items, double low, double high,
                                 const std::function<bool(const std::string&)>& accept) {
  std::vector<std::string> found;
  for (const auto& [text, count] : frequencies) {
    const double share = static_cast<double>(count) / static_cast<double>(items);
    if (share >= low && share <= high && accept(text)) found.push_back(text);
  }
  return found;
}

bool anything(const std::string&) {
  return true;
}

// A different element each time, in an order fixed by the seed.
class Picker {
 public:
  Picker(std::vector<std::string> from, std::uint64_t seed) : from_(std::move(from)) {
    Random random(seed);
    for (std::size_t i = from_.size(); i > 1; --i) std::swap(from_[i - 1], from_[random.below(i)]);
  }
  const std::string& next() {
    if (at_ == from_.size())
      throw std::runtime_error("the corpus is too small to draw the queries from: use more items");
    return from_[at_++];
  }

 private:
  std::vector<std::string> from_;
  std::size_t at_ = 0;
};

std::string quoted(const std::string& text) {
  return "\"" + text + "\"";
}

BenchQuery same_in_all(QueryKind kind, const std::string& text) {
  return {kind, text, text, text, {}, 0, 0};
}

bool starts_plainly(const std::string& word) {
  // Long enough to stand for few words, and unlike any ending that a stemmer takes off.
  return word.size() >= 8 && !word.substr(0, 5).ends_with("i") && !word.substr(0, 5).ends_with("e") &&
         !word.substr(0, 5).ends_with("s") && !word.substr(0, 5).ends_with("y");
}

std::size_t function_words_in(const std::string& triple) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < triple.size();) {
    const std::size_t end = std::min(triple.find(' ', at), triple.size());
    if (is_function_word(triple.substr(at, end - at))) ++count;
    at = end + 1;
  }
  return count;
}

class QueryDrawer {
 public:
  QueryDrawer(std::uint64_t seed, std::uint64_t papers) : random_(mix(seed) + 7), sample_(draw_sample(seed, papers)) {}

  std::vector<BenchQuery> draw();

 private:
  Picker words(double low, double high, const std::function<bool(const std::string&)>& accept = anything) {
    return {between(sample_.words, sample_.items, low, high, accept), random_.next()};
  }
  Picker phrases(const Frequencies& from, double low, double high,
                 const std::function<bool(const std::string&)>& accept) {
    return {between(from, sample_.items, low, high, accept), random_.next()};
  }
  std::string companion_of(const std::string& word);
  BenchQuery filtered(const std::string& word);

  Random random_;
  Sample sample_;
};

// A less common word of an item with the word, so that the two do occur together.
std::string QueryDrawer::companion_of(const std::string& word) {
  std::vector<std::string> choices;
  for (const auto& item : sample_.plain_words) {
    if (!std::binary_search(item.begin(), item.end(), word)) continue;
    for (const std::string& other : item) {
      if (other != word && sample_.words.at(other) * 100 >= sample_.items) choices.push_back(other);
    }
  }
  if (choices.empty()) throw std::runtime_error("no word occurs together with " + word + ": use more items");
  return choices[random_.below(choices.size())];
}

BenchQuery QueryDrawer::filtered(const std::string& word) {
  const Council& council = councils()[random_.below(12)];
  BenchQuery query = same_in_all(QueryKind::filtered, word);
  query.council_code = council.code;
  query.first_year = random_.between(2008, 2020);
  query.last_year = query.first_year + 4;
  query.minutebook += " council:" + quoted(std::string(council.name)) + " date:" + std::to_string(query.first_year) +
                      ".." + std::to_string(query.last_year);
  return query;
}

std::vector<BenchQuery> QueryDrawer::draw() {
  std::vector<BenchQuery> queries;
  const auto each = [&](auto make) {
    for (std::size_t i = 0; i < kQueriesPerKind; ++i) queries.push_back(make());
  };
  Picker common = words(0.10, 0.60);
  Picker rare = words(0, 2.5 / static_cast<double>(sample_.items));
  Picker middling = words(0.02, 0.10);
  Picker either = words(0.02, 0.15);
  Picker pairs = phrases(sample_.pairs, 3.0 / static_cast<double>(sample_.items), 0.05, anything);
  Picker triples = phrases(sample_.triples, 0.03, 1.0, [](const std::string& t) { return function_words_in(t) >= 2; });
  Picker filters = words(0.05, 0.30);
  Picker prefixes = words(0.005, 0.10, starts_plainly);
  each([&] { return same_in_all(QueryKind::common_word, common.next()); });
  each([&] { return same_in_all(QueryKind::rare_word, rare.next()); });
  each([&] {
    const std::string first = middling.next(), second = companion_of(first);
    return BenchQuery{
        QueryKind::all_words, first + " " + second, first + " AND " + second, first + " AND " + second, {}, 0, 0};
  });
  each([&] {
    const std::string first = either.next();
    return same_in_all(QueryKind::any_word, first + " OR " + either.next());
  });
  each([&] { return same_in_all(QueryKind::phrase, quoted(pairs.next())); });
  each([&] { return same_in_all(QueryKind::common_phrase, quoted(triples.next())); });
  each([&] { return filtered(filters.next()); });
  std::unordered_set<std::string> used;
  each([&] {
    std::string start = prefixes.next().substr(0, 5);
    while (!used.insert(start).second) start = prefixes.next().substr(0, 5);
    return same_in_all(QueryKind::prefix, start + "*");
  });
  return queries;
}

}  // namespace

std::vector<BenchQuery> draw_queries(std::uint64_t seed, std::uint64_t papers) {
  return QueryDrawer(seed, papers).draw();
}

}  // namespace minutebook::bench
