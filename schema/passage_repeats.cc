#include "schema/passage_repeats.h"

#include <algorithm>
#include <numeric>

#include "schema/shard_forward.h"

namespace minutebook::schema {

namespace {

/// The encoded words of the first `count` passages, or of all there are.
std::vector<std::string_view> words_of(std::string_view item, const std::string& path, std::size_t count) {
  ByteReader reader(item, path);
  std::vector<std::string_view> words(std::min(reader.count(), count));
  for (std::string_view& passage : words) {
    PassageKind kind = PassageKind::text;
    Outcome outcome = Outcome::none;
    read_kinds(reader, kind, outcome);
    passage = reader.string();
    reader.string();
  }
  return words;
}

}  // namespace

std::vector<std::uint32_t> occurrences(std::string_view item, const std::string& path,
                                       std::span<const std::size_t> wanted) {
  std::vector<std::uint32_t> counts(wanted.size(), 1);
  if (wanted.empty()) return counts;
  const auto words = words_of(item, path, *std::max_element(wanted.begin(), wanted.end()) + 1);
  std::vector<std::uint32_t> order(words.size());
  std::iota(order.begin(), order.end(), 0U);
  // By length first: hardly any passages are compared beyond it.
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (words[a].size() != words[b].size()) return words[a].size() < words[b].size();
    const int compared = words[a].compare(words[b]);
    return compared != 0 ? compared < 0 : a < b;
  });
  std::vector<std::uint32_t> occurrence(words.size(), 1);
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (words[order[i]] == words[order[i - 1]]) occurrence[order[i]] = occurrence[order[i - 1]] + 1;
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) counts[i] = occurrence.at(wanted[i]);
  return counts;
}

}  // namespace minutebook::schema
