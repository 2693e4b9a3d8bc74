#include "query/parse_errors.h"

#include <algorithm>
#include <utility>

#include "schema/analysis.h"

namespace minutebook::query {
namespace {

constexpr std::size_t quoted_bytes = 60;

std::size_t character_position(std::string_view query, std::size_t offset) {
  const std::string_view before = query.substr(0, std::min(offset, query.size()));
  const auto continuation = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  return 1 + before.size() - static_cast<std::size_t>(std::count_if(before.begin(), before.end(), continuation));
}

/// Edits (insert, delete, replace, swap of neighbours) that turn one into the other.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> older(b.size() + 1);
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      current[j] = std::min({change, previous[j] + 1, current[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        current[j] = std::min(current[j], older[j - 2] + 1);
    }
    std::swap(older, previous);
    std::swap(previous, current);
  }
  return previous[b.size()];
}

}  // namespace

void refuse(std::string_view query, std::size_t offset, const std::string& problem, const std::string& hint) {
  const std::size_t position = character_position(query, offset);
  throw QueryError(problem + " (character " + std::to_string(position) + " of the query)", hint, position);
}

std::string quoted(std::string_view text) {
  const std::string_view shown = schema::cut_utf8(text, quoted_bytes);
  std::string line = "\"" + std::string(shown) + (shown.size() < text.size() ? "…\"" : "\"");
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U; }, ' ');
  return line;
}

std::vector<std::string> near_names(std::string_view wanted, std::span<const std::string> candidates,
                                    std::size_t count) {
  const std::string folded = schema::fold_text(schema::cut_utf8(wanted, quoted_bytes));
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& candidate : candidates) {
    const std::string name = schema::fold_text(candidate);
    const std::size_t edits = edit_distance(folded, name);
    // One edit in three letters still looks like a slip of the hand; beyond that it is another word.
    const bool slip = edits <= std::max<std::size_t>(1, std::min(folded.size(), name.size()) / 3);
    const bool part = folded.size() >= 3 && name.find(folded) != std::string::npos;
    if (slip || part) near.emplace_back(slip ? edits : folded.size() + name.size(), candidate);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> names;
  for (auto& [rank, name] : near) {
    if (names.size() < count && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  }
  return names;
}

std::string join_alternatives(std::span<const std::string> names) {
  std::string joined;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) joined += i + 1 == names.size() ? " or " : ", ";
    joined += names[i];
  }
  return joined;
}

std::string did_you_mean(std::span<const std::string> names) {
  return names.empty() ? std::string() : "did you mean " + join_alternatives(names) + "?";
}

}  // namespace minutebook::query
