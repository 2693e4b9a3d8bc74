#include "query/near_words.h"

#include <algorithm>

namespace minutebook::query {

namespace {

/// The words of a shard in order, against one word. A row of distances for each letter is kept from word to word, so
/// that neighbours with a common beginning share it; where a beginning is hopeless all words with it are passed over.
class Walk {
 public:
  Walk(const schema::Shard& shard, std::string_view wanted, int slips) : shard_(shard), wanted_(wanted), slips_(slips) {
    rows_.emplace_back(wanted.size() + 1);
    for (std::size_t j = 0; j <= wanted.size(); ++j) rows_[0][j] = static_cast<int>(j);
  }

  std::vector<NearWord> over(std::uint32_t begin, std::uint32_t end) {
    std::vector<NearWord> found;
    for (std::uint32_t place = begin; place < end;) {
      const std::string_view word = shard_.folded(shard_.word_at_place(place));
      const std::size_t hopeless = read(word);
      if (hopeless > 0) {
        place = std::max(place + 1, behind(word.substr(0, hopeless), place, end));
        continue;
      }
      const int distance = rows_[word.size()].back();
      const bool known = !found.empty() && found.back().folded == word;
      if (distance > 0 && distance <= slips_ && !known) found.push_back({std::string(word), distance});
      ++place;
    }
    return found;
  }

 private:
  /// Fills the rows of a word; returns the length of the first beginning that no near word has, or 0.
  std::size_t read(std::string_view word) {
    std::size_t known = 0;
    while (known < std::min({word.size(), last_.size(), valid_}) && word[known] == last_[known]) ++known;
    last_.assign(word);
    valid_ = known;
    for (std::size_t depth = known + 1; depth <= word.size(); ++depth) {
      fill_row(depth);
      valid_ = depth;
      const int least = *std::min_element(rows_[depth].begin(), rows_[depth].end());
      const int before = *std::min_element(rows_[depth - 1].begin(), rows_[depth - 1].end());
      // A swap reaches back over one row.
      if (least > slips_ && before >= slips_) return depth;
    }
    return 0;
  }

  void fill_row(std::size_t depth) {
    while (rows_.size() <= depth) rows_.emplace_back(wanted_.size() + 1);
    const std::vector<int>& above = rows_[depth - 1];
    std::vector<int>& row = rows_[depth];
    const char letter = last_[depth - 1];
    row[0] = static_cast<int>(depth);
    for (std::size_t j = 1; j <= wanted_.size(); ++j) {
      const int changed = above[j - 1] + (wanted_[j - 1] == letter ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, changed});
      const bool swapped = depth > 1 && j > 1 && wanted_[j - 1] == last_[depth - 2] && wanted_[j - 2] == letter;
      if (swapped) row[j] = std::min(row[j], rows_[depth - 2][j - 2] + 1);
    }
  }

  /// First place at or behind `from` whose word does not begin so; steps double, because it is mostly near.
  std::uint32_t behind(std::string_view beginning, std::uint32_t from, std::uint32_t end) const {
    const auto begins = [&](std::uint32_t place) {
      return shard_.folded(shard_.word_at_place(place)).starts_with(beginning);
    };
    std::uint32_t low = from;
    std::uint32_t step = 1;
    while (low + step < end && begins(low + step)) {
      low += step;
      step *= 2;
    }
    std::uint32_t high = std::min(end, low + step);
    while (low + 1 < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      (begins(middle) ? low : high) = middle;
    }
    return high;
  }

  const schema::Shard& shard_;
  std::string_view wanted_;
  int slips_;
  std::vector<std::vector<int>> rows_;  // by letters of the word read; rows_[0] of none
  std::string last_;
  std::size_t valid_ = 0;  // letters of last_ whose rows are filled
};

}  // namespace

std::vector<NearWord> near_words(const schema::Shard& shard, std::string_view folded, int slips, bool same_first) {
  std::uint32_t begin = 0;
  std::uint32_t end = shard.word_count();
  if (same_first && !folded.empty()) {
    begin = shard.place_of_word(folded.substr(0, 1));
    const auto first = static_cast<unsigned char>(folded.front());
    const std::string next(1, static_cast<char>(first + 1));
    if (first < 0x7f) end = shard.place_of_word(next);
  }
  return Walk(shard, folded, slips).over(begin, end);
}

}  // namespace minutebook::query
