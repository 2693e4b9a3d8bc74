#include "indexer/item_rows.h"

#include <algorithm>
#include <optional>

#include "indexer/item_numbers.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

/// "1. Apologies for absence" with the last words of a justified line in cells of their own, or with empty ones.
std::optional<ItemSpan> justified_item(const Block& block) {
  const auto number = item_number(block.cells[0]);
  const bool words = std::all_of(block.cells.begin() + 1, block.cells.end(), [](const std::string& cell) {
    return word_count(cell) <= 1 && cell.find_first_of("0123456789") == std::string::npos;
  });
  if (!number || number->title.empty() || !words || number->style != NumberStyle::stopped) return std::nullopt;
  ItemSpan item{.number = number->number, .title = number->title};
  for (std::size_t i = 1; i < block.cells.size(); ++i) item.title += " " + block.cells[i];
  return item;
}

}  // namespace

std::vector<ItemSpan> table_items(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  std::vector<ItemSpan> items;
  for (std::size_t at = begin; at < end; ++at) {
    const Block& block = blocks[at];
    if (!block.row() || block.cells.size() < 2) continue;
    if (auto item = justified_item(block)) {
      item->begin = at;
      item->body = at + 1;
      items.push_back(std::move(*item));
    }
    if (block.cells[0].size() > 8) continue;
    const auto number = item_number(block.cells[0] + " X");
    if (!number || block.cells[1].empty() || number->title != "X") continue;
    ItemSpan item{.number = number->number, .title = block.cells[1], .begin = at, .body = at + 1};
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<ItemSpan> marked_items(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  std::vector<ItemSpan> items;
  for (std::size_t at = begin; at < end; ++at) {
    if (!blocks[at].item_start) continue;
    ItemSpan item{.title = blocks[at].text, .begin = at, .body = at + 1};
    if (const auto number = marked_item_number(blocks[at].text)) {
      item.number = number->number;
      item.title = number->title;
      const bool lone = number->title.empty() && at + 1 < end && !blocks[at + 1].item_start && !blocks[at + 1].row();
      if (lone) {
        item.title = blocks[at + 1].text;
        item.body = at + 2;
      }
    }
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace minutebook::indexer
