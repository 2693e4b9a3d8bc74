#include "indexer/attendance_places.h"

#include <algorithm>
#include <array>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t first_items = 4;   // the front and three more: the list stands in none behind them
constexpr std::size_t first_blocks = 6;  // of an item: names behind them belong to what is discussed

/// "Calling of the Roll and Apologies for Absence", "Attendance": an item that lists who was there.
bool calls_roll(std::string_view title) {
  static constexpr std::array<std::string_view, 5> words = {"roll", "attendance", "present", "sederunt", "apologies"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return contains_word(title, word); });
}

bool records_apologies(const ItemSpan& item) {
  return find_ci(item.title, "apolog") != std::string::npos ||
         find_ci(item.title, "ymddiheuriad") != std::string::npos ||
         (item.title.empty() && begins_word(item.note, "apologies"));
}

/// The list of an item: its title ("Members present were:") and the note behind that may be a part of it.
AttendanceList list_of(const std::vector<Block>& blocks, const ItemSpan& item, std::size_t end) {
  std::vector<Block> part;
  for (const std::string& head : {item.title, item.note}) {
    if (!head.empty()) part.push_back(Block{.text = head});
  }
  const std::size_t heads = part.size();
  part.insert(part.end(), blocks.begin() + static_cast<std::ptrdiff_t>(item.body),
              blocks.begin() + static_cast<std::ptrdiff_t>(end));
  AttendanceList list = read_attendance(part, 0, part.size());
  std::erase_if(list.blocks, [&](std::size_t at) { return at < heads; });
  for (std::size_t& at : list.blocks) at += item.body - heads;
  return list;
}

/// Apologies alone, or officers, are no list of a meeting.
bool lists_present(const AttendanceList& list) {
  return std::any_of(list.people.begin(), list.people.end(),
                     [](const schema::Person& one) { return one.attendance == schema::Attendance::present; });
}

}  // namespace

AttendanceList find_attendance(const std::vector<Block>& blocks, const std::vector<ItemSpan>& items) {
  AttendanceList list = read_attendance(blocks, items.front().begin, items.front().end);
  for (std::size_t i = 1; i < std::min(items.size(), first_items) && list.people.empty(); ++i) {
    const ItemSpan& item = items[i];
    const std::size_t end = calls_roll(item.title) ? item.end : std::min(item.end, item.body + first_blocks);
    AttendanceList own = list_of(blocks, item, end);
    if (lists_present(own)) list = std::move(own);
  }
  const auto apologies = std::find_if(items.begin(), items.end(), records_apologies);
  if (apologies == items.end()) return list;
  read_apologies(apologies->note, list);
  for (std::size_t i = apologies->body; i < std::min(apologies->end, apologies->body + first_blocks); ++i) {
    if (!blocks[i].row()) read_apologies(blocks[i].text, list);
  }
  return list;
}

}  // namespace minutebook::indexer
