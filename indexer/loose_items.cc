#include "indexer/loose_items.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "indexer/decisions.h"
#include "indexer/item_candidates.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t longest_title = 100;
constexpr std::size_t longest_line = 160;  // a title that is a sentence
constexpr std::size_t shortest_run = 3;

/// A paragraph that begins with a number of a list.
struct Numbered {
  std::size_t at = 0;
  std::string label;
  int value = 0;
  int family = 0;  ///< form of the number and figures or letters
  std::string title;
  std::string note;
};

/// "Grounds contract – It was noted that …", "Apologies for absence: Cllr Reed": the title, and what stands behind it.
std::pair<std::string, std::string> title_and_note(std::string_view text) {
  std::size_t end = std::string_view::npos;
  std::size_t behind = 0;
  for (const std::string_view parting : {" \xE2\x80\x93 ", " - ", ": ", ":- "}) {
    const std::size_t at = text.find(parting);
    if (at < end && at <= longest_title) {
      end = at;
      behind = at + parting.size();
    }
  }
  if (end == std::string_view::npos || begins_decision(text.substr(0, end))) return {std::string(text), {}};
  const std::string_view note = trim(text.substr(behind));
  const bool told = text[end] == ':' || ends_sentence(note) || begins_lower(note);
  if (!told) return {std::string(text), {}};  // "Licensing Act - Application": both are the title
  return {std::string(trim(text.substr(0, end))), std::string(note)};
}

std::optional<Numbered> numbered(const Block& block, std::size_t at) {
  if (block.row() || block.margin || block.page_blank) return std::nullopt;
  const auto enumerator = leading_enumerator(block.text);
  if (!enumerator || enumerator->kind == EnumeratorKind::decimal || enumerator->kind == EnumeratorKind::section)
    return std::nullopt;
  std::string bare = enumerator->label;
  std::erase_if(bare, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
  if (bare.empty()) return std::nullopt;
  const bool figures = std::isdigit(static_cast<unsigned char>(bare[0])) != 0;
  if (!figures && bare.size() != 1) return std::nullopt;  // "(iv)"
  Numbered found{.at = at, .label = figures ? bare : "(" + bare + ")"};
  found.value = figures ? std::atoi(bare.c_str()) : bare[0] - 'a' + 1;
  found.family = static_cast<int>(enumerator->kind) * 2 + (figures ? 1 : 0);
  std::tie(found.title, found.note) = title_and_note(std::string_view(block.text).substr(enumerator->end));
  if (found.title.empty() || begins_lower(found.title) || found.title.size() > longest_line) return std::nullopt;
  if (found.title.back() == ';' || found.title.back() == ',') return std::nullopt;
  return found;
}

/// The longest run of one form whose values rise by one, the first of several.
std::vector<Numbered> longest_run(const std::vector<Numbered>& all) {
  std::map<std::pair<int, int>, std::size_t> behind;  // family and value -> its next place in the paper
  std::vector<std::size_t> next(all.size(), all.size());
  std::vector<std::size_t> length(all.size(), 1);
  std::size_t best = all.size();
  for (std::size_t i = all.size(); i-- > 0;) {
    if (const auto one = behind.find({all[i].family, all[i].value + 1}); one != behind.end()) {
      next[i] = one->second;
      length[i] += length[one->second];
    }
    behind[{all[i].family, all[i].value}] = i;
    if (best == all.size() || length[i] >= length[best]) best = i;
  }
  std::vector<Numbered> run;
  for (std::size_t i = best; i < all.size(); i = next[i]) run.push_back(all[i]);
  return run;
}

/// Entries of a list stand one under the other; items have text of their own between them.
bool most_have_text(const std::vector<Numbered>& run, std::size_t end) {
  std::size_t with_text = 0;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const std::size_t next = i + 1 < run.size() ? run[i + 1].at : end;
    if (next > run[i].at + 1 || !run[i].note.empty()) ++with_text;
  }
  return with_text * 2 >= run.size();
}

/// "PLA146/14", "C/160/2017" alone: capitals, then figures and strokes.
bool is_reference(std::string_view text) {
  const std::size_t letters = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (letters == 0 || letters == std::string_view::npos || letters > 6 || text.size() > 16) return false;
  const std::string_view rest = text.substr(letters);
  return rest.find_first_not_of("0123456789/") == std::string_view::npos && rest.find('/') != std::string_view::npos &&
         rest.back() != '/';
}

}  // namespace

std::vector<ItemSpan> loose_items(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  std::vector<Numbered> all;
  for (std::size_t at = begin; at < end; ++at) {
    if (auto one = numbered(blocks[at], at)) all.push_back(std::move(*one));
  }
  const std::vector<Numbered> run = longest_run(all);
  if (run.size() < shortest_run || !most_have_text(run, end)) return {};
  std::vector<ItemSpan> items;
  for (const Numbered& one : run) {
    ItemSpan item{.number = one.label, .title = one.title, .begin = one.at, .body = one.at + 1};
    item.note = one.note;
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<ItemSpan> items_above_references(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  std::vector<ItemSpan> items;
  for (std::size_t at = begin; at + 1 < end; ++at) {
    if (!is_heading(blocks[at]) || !is_reference(blocks[at + 1].text) || is_reference(blocks[at].text)) continue;
    items.push_back({.number = blocks[at + 1].text, .title = blocks[at].text, .begin = at, .body = at + 2});
  }
  return items.size() >= 2 ? items : std::vector<ItemSpan>();
}

}  // namespace minutebook::indexer
