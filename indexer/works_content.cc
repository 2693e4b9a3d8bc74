#include "indexer/works_content.h"

#include <algorithm>

#include "indexer/sketch.h"

namespace minutebook::indexer {
namespace {

std::size_t in_both(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t count = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    const bool equal = *left == *right;
    const bool left_first = *left <= *right;
    if (*right <= *left) ++right;
    if (left_first) ++left;
    count += equal ? 1 : 0;
  }
  return count;
}

}  // namespace

Resemblance resemblance(const PaperContent& a, const PaperContent& b) {
  const std::size_t smaller = std::min(a.shingles.size(), b.shingles.size());
  if (smaller == 0) return {};
  const std::size_t common = in_both(a.shingles, b.shingles);
  const std::size_t all = a.shingles.size() + b.shingles.size() - common;
  return {static_cast<double>(common) / static_cast<double>(all),
          static_cast<double>(common) / static_cast<double>(smaller)};
}

std::uint32_t differing_passages(const PaperContent& copy, const PaperContent& whole) {
  std::uint32_t differing = 0;
  auto begin = copy.words.begin();
  for (const std::size_t at : copy.ends) {
    const auto end = copy.words.begin() + static_cast<std::ptrdiff_t>(at);
    if (begin != end && std::search(whole.words.begin(), whole.words.end(), begin, end) == whole.words.end())
      ++differing;
    begin = end;
  }
  return differing;
}

PaperContent ContentReader::read(std::uint32_t ordinal) {
  PaperContent content;
  const schema::PaperRow& row = shard_.papers()[ordinal];
  for (std::uint32_t docid = row.first_item; docid < row.first_item + row.items; ++docid) {
    const std::size_t count = shard_.forward(docid, passages_);
    for (std::size_t i = 0; i < count; ++i) {
      for (const schema::WordId word : passages_[i].words) {
        std::uint64_t& hash = hashes_[word];
        if (hash == 0) hash = word_hash(shard_.folded(word));
        content.words.push_back(hash);
      }
      content.ends.push_back(content.words.size());
    }
  }
  append_shingles(content.words, content.shingles);
  std::sort(content.shingles.begin(), content.shingles.end());
  content.shingles.erase(std::unique(content.shingles.begin(), content.shingles.end()), content.shingles.end());
  return content;
}

}  // namespace minutebook::indexer
