#include "indexer/pack_marks.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "indexer/item_numbers.h"
#include "indexer/text_shapes.h"
#include "schema/analysis.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr int least_votes = 3;  // pages that must agree on how printed numbers and pages go together

std::optional<int> whole_number(std::string_view text) {
  text = trim(text);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value > 0 ? std::optional<int>(value)
                                                                               : std::nullopt;
}

/// The number printed on a page: its label, or "Page 19" on a line of its own.
std::optional<int> printed_number(const ExtractedPage& page) {
  if (const auto label = whole_number(page.label)) return label;
  for (const std::string& line : page.lines) {
    if (line.size() <= 12 && begins(line, "page ")) {
      if (const auto number = whole_number(std::string_view(line).substr(5))) return number;
    }
  }
  return std::nullopt;
}

/// How printed numbers and pages go together.
struct Print {
  int offset = 0;  ///< page of the source minus printed number
  int last = 0;    ///< the highest printed number that agrees: behind it other documents may number on their own
};

/// What most pages agree on; nullopt: there are too few such pages.
std::optional<Print> print_of(const ExtractedText& text) {
  std::map<int, int> votes;
  int all = 0;
  for (const ExtractedPage& page : text.pages) {
    const auto printed = printed_number(page);
    if (!printed || page.number == 0) continue;
    ++votes[page.number - *printed];
    ++all;
  }
  const auto best =
      std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best == votes.end() || best->second < least_votes || best->second * 2 <= all) return std::nullopt;
  Print print{best->first, 0};
  for (const ExtractedPage& page : text.pages) {
    const auto printed = printed_number(page);
    if (printed && page.number - *printed == print.offset) print.last = std::max(print.last, *printed);
  }
  return print;
}

/// The first block with text of a page; none: it has no block of its own.
std::size_t first_block(const std::vector<Block>& blocks, int page) {
  for (std::size_t i = 0; i < blocks.size() && blocks[i].page <= page; ++i) {
    if (blocks[i].page == page && !blocks[i].page_blank && !blocks[i].text.empty()) return i;
  }
  return none;
}

/// "3 English Devolution" -> "English Devolution".
std::string without_number(const std::string& title) {
  const std::size_t letter = title.find_first_not_of("0123456789. \t");
  const bool number = letter != std::string::npos && letter > 0 && letter <= 5;
  return collapse_spaces(number ? title.substr(letter) : title);
}

/// The bookmark names a heading of the page's text that is not the first: a section, not a document.
bool names_section(const std::vector<Block>& blocks, const OutlineEntry& entry, std::size_t first) {
  if (const auto number = item_number(collapse_spaces(entry.title)); number && !number->title.empty()) return true;
  const std::string title = schema::fold_text(entry.title);
  for (std::size_t i = first + 1; i < blocks.size() && blocks[i].page == entry.page; ++i) {
    if (schema::fold_text(blocks[i].text) == title) return true;
  }
  return false;
}

void add_bookmarks(const ExtractedText& text, const std::vector<Block>& blocks,
                   std::map<std::size_t, PackMark>& marks) {
  int last = 0;
  for (const OutlineEntry& entry : text.outline) {
    if (entry.page < last || entry.page <= 1 || entry.level > 1 || begins_word(entry.title, "agenda")) continue;
    const std::size_t at = first_block(blocks, entry.page);
    if (at == none || (entry.level == 1 && names_section(blocks, entry, at))) continue;
    last = entry.page;
    marks.try_emplace(at, PackMark{without_number(entry.title), entry.level == 0});
  }
}

/// "5. Budget (Pages 19 - 24)", or the last cell of a row of the agenda's table "19 - 24".
std::optional<int> first_page_of(const Block& block) {
  std::string_view pages;
  const std::size_t open = find_ci(block.text, "(page");
  if (open != std::string::npos) {
    pages = std::string_view(block.text).substr(open);
  } else if (block.row() && block.cells.size() >= 3 && item_number(block.cells[0] + " X")) {
    pages = block.cells.back();
    if (pages.find_first_not_of("0123456789 -\xE2\x80\x93") != std::string_view::npos) return std::nullopt;
  }
  const std::size_t digit = std::min(pages.find_first_of("0123456789"), pages.size());
  const std::size_t end = std::min(pages.find_first_not_of("0123456789", digit), pages.size());
  return whole_number(pages.substr(digit, end - digit));
}

std::string item_title(const Block& block) {
  if (block.row()) return block.cells.size() >= 2 ? block.cells[1] : std::string();
  const std::string head = block.text.substr(0, find_ci(block.text, "(page"));
  return without_number(std::string(trim(head)));
}

/// The agenda stands before the pages with printed numbers.
void add_agenda_pages(const ExtractedText& text, const std::vector<Block>& blocks,
                      std::map<std::size_t, PackMark>& marks) {
  const auto print = print_of(text);
  if (!print) return;
  for (const Block& block : blocks) {
    if (block.page > print->offset) break;
    const auto printed = first_page_of(block);
    if (!printed || *printed > print->last) continue;
    const std::size_t at = first_block(blocks, *printed + print->offset);
    if (at != none) marks.try_emplace(at, PackMark{item_title(block), true});
  }
}

}  // namespace

std::map<std::size_t, PackMark> marks_of_pack(const ExtractedText& text, const std::vector<Block>& blocks) {
  std::map<std::size_t, PackMark> marks;
  add_bookmarks(text, blocks, marks);
  add_agenda_pages(text, blocks, marks);
  return marks;
}

}  // namespace minutebook::indexer
