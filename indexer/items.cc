#include "indexer/items.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <map>
#include <optional>

#include "indexer/decisions.h"
#include "indexer/head.h"
#include "indexer/item_numbers.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::PaperKind;

/// A block that may head an item.
struct Candidate {
  std::size_t at = 0;     ///< the block
  std::size_t body = 0;   ///< behind the heading (the title may stand in the next block)
  ItemNumber number;
  bool strong = false;    ///< its form alone makes it a heading
  bool marked = false;    ///< "(Item 4)" stands under it
  std::string agenda_number;
  bool lone = false;      ///< the number stands on a line of its own: may be a page number
};

constexpr std::size_t longest_title = 200;

std::string prefix_of(const ItemNumber& number) {
  return number.style == NumberStyle::prefixed ? number.number.substr(0, number.number.find_first_of("0123456789")) : std::string();
}

/// Styles that one paper may mix: "20 TITLE" and "21. TITLE" are one family.
std::string family_of(const ItemNumber& number) {
  switch (number.style) {
    case NumberStyle::plain:
    case NumberStyle::stopped:
      return "number";
    case NumberStyle::section:
      return "section";
    case NumberStyle::prefixed:
      return "prefix " + prefix_of(number);
    case NumberStyle::slashed:
      return "slash";
  }
  return {};
}

bool title_like(std::string_view title) {
  return !title.empty() && title.size() <= longest_title && (!ends_sentence(title) || title.back() == '?' || title.back() == ')' || is_capitals(title)) &&
         (!begins_decision(title) || begins(title, "recommend")) && !begins_lower(title);
}

/// A title with "(Item 4)" under it, perhaps with the minute's number over it.
std::optional<Candidate> marked_candidate(const std::vector<Block>& blocks, std::size_t at, std::size_t end) {
  const auto number = item_number(blocks[at].text);
  const bool lone = number && number->title.empty();
  const std::size_t title = lone ? at + 1 : at;
  if (lone && title < end && item_number(blocks[title].text)) return std::nullopt;  // a page number over a numbered title
  if (title + 1 >= end || blocks[title].row() || blocks[title].text.size() > longest_title) return std::nullopt;
  const std::string mark = item_mark(blocks[title + 1].text);
  if (mark.empty()) return std::nullopt;
  Candidate found{.at = at, .body = title + 2, .strong = true};
  found.marked = true;
  found.agenda_number = mark;
  found.number = number ? *number : ItemNumber{.style = NumberStyle::plain, .number = mark, .value = std::atoi(mark.c_str())};
  if (lone || !number) found.number.title = blocks[title].text;
  return found;
}

std::optional<Candidate> candidate_at(const std::vector<Block>& blocks, std::size_t at, std::size_t end) {
  const Block& block = blocks[at];
  if (block.row() || block.margin || block.page_blank) return std::nullopt;
  if (auto marked = marked_candidate(blocks, at, end)) return marked;
  auto number = item_number(block.text);
  if (!number) return std::nullopt;
  Candidate found{.at = at, .body = at + 1, .number = *number};
  if (number->title.empty()) {  // the number alone: its title is the next block, if that looks like one
    if (at + 1 >= end || !is_heading(blocks[at + 1]) || item_number(blocks[at + 1].text)) return std::nullopt;
    found.number.title = blocks[at + 1].text;
    found.body = at + 2;
    found.strong = true;
    found.lone = true;
    return found;
  }
  if (block.bullet && !block.bold) return std::nullopt;
  found.strong = is_capitals(number->title) || block.bold || block.heading > 0 || number->style == NumberStyle::prefixed;
  if (found.strong && number->title.size() > longest_title) found.strong = false;
  const bool run_in = begins(number->title, "recommendation:") || begins(number->title, "recommendations:");
  if (run_in) found.strong = true;
  if (!found.strong && !title_like(number->title)) return std::nullopt;
  return found;
}

std::vector<Candidate> candidates_in(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  std::vector<Candidate> found;
  for (std::size_t at = begin; at < end; ++at) {
    if (auto one = candidate_at(blocks, at, end)) {
      if (!one->lone) at = one->body - 1;
      found.push_back(std::move(*one));
    }
  }
  // Where headings carry their numbers, numbers on lines of their own are those of pages.
  const auto lone = std::count_if(found.begin(), found.end(), [](const Candidate& one) { return one.lone; });
  const auto strong = std::count_if(found.begin(), found.end(), [](const Candidate& one) { return one.strong && !one.lone; });
  if (strong >= lone) std::erase_if(found, [](const Candidate& one) { return one.lone; });
  return found;
}

/// The longest run of numbers that rise by one, from any beginning.
std::vector<Candidate> longest_run(const std::vector<Candidate>& all) {
  std::vector<Candidate> best;
  for (std::size_t start = 0; start < all.size(); ++start) {
    std::vector<Candidate> run = {all[start]};
    for (std::size_t i = start + 1; i < all.size(); ++i) {
      if (all[i].number.value == run.back().number.value + 1 && family_of(all[i].number) == family_of(run.back().number)) run.push_back(all[i]);
    }
    if (run.size() > best.size()) best = std::move(run);
  }
  return best;
}

/// Minutes and agendas. Numbers may be wrong (16…21, 14): where the form of headings is plain, it decides, not the sequence.
std::vector<Candidate> numbered_items(const std::vector<Candidate>& all) {
  std::vector<Candidate> marked;
  std::copy_if(all.begin(), all.end(), std::back_inserter(marked), [](const Candidate& one) { return one.marked; });
  if (marked.size() >= 2) {  // the mark makes a heading; one without a mark (the date of the next meeting) has the form of the others
    const std::string family = family_of(marked.front().number);
    std::vector<Candidate> items;
    std::copy_if(all.begin(), all.end(), std::back_inserter(items),
                 [&](const Candidate& one) { return one.marked || (one.strong && !one.lone && family_of(one.number) == family); });
    return items;
  }
  std::map<std::string, int> families;
  for (const Candidate& one : all) {
    if (one.strong) ++families[family_of(one.number)];
  }
  const auto common = std::max_element(families.begin(), families.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (common == families.end() || common->second < 2) {
    std::vector<Candidate> run = longest_run(all);
    return run.size() >= 2 || (run.size() == 1 && run[0].strong) ? run : std::vector<Candidate>();
  }
  std::vector<Candidate> items;
  for (const Candidate& one : all) {
    if (family_of(one.number) != common->first) continue;
    const bool next = !items.empty() && one.number.value == items.back().number.value + 1;
    const bool weak_follows = std::any_of(all.begin(), all.end(), [&](const Candidate& other) {
      return other.strong && other.at > one.at && other.number.value == one.number.value;
    });
    if (one.strong || (next && !weak_follows && one.number.style != NumberStyle::plain)) items.push_back(one);
  }
  return items;
}

/// A paragraph "3.1" stands close behind heading "3": that is a section, not a list.
bool paragraphs_follow(const std::vector<Block>& blocks, const Candidate& one, std::size_t end) {
  const std::string lead = std::to_string(one.number.value) + ".";
  for (std::size_t i = one.body; i < std::min(one.body + 4, end); ++i) {
    const auto enumerator = leading_enumerator(blocks[i].text);
    if (enumerator && enumerator->kind == EnumeratorKind::decimal && enumerator->label.starts_with(lead)) return true;
  }
  return false;
}

/// Sections of a report: 1, 2, 3 …; of two with one number the one that looks like a section.
std::vector<Candidate> sections(const std::vector<Block>& blocks, std::vector<Candidate> all, std::size_t end) {
  for (Candidate& one : all) one.strong = one.strong || paragraphs_follow(blocks, one, end);
  std::erase_if(all, [](const Candidate& one) { return one.number.style == NumberStyle::prefixed || one.number.style == NumberStyle::slashed; });
  std::vector<Candidate> chain;
  std::size_t from = 0;
  for (int value = 1; value < 100; ++value) {
    const auto pick = [&](int wanted, bool strong) {
      for (std::size_t i = from; i < all.size(); ++i) {
        if (all[i].number.value == wanted && (all[i].strong || !strong)) return i;
      }
      return all.size();
    };
    std::size_t at = pick(value, true);
    const std::size_t after = pick(value + 1, true);
    if (at == all.size() || after < at) {
      const std::size_t weak = pick(value, false);
      if (weak < std::min(after, all.size())) at = weak;
    }
    if (at == all.size() && after == all.size() && pick(value + 2, true) == all.size()) break;
    if (at == all.size() || after < at) continue;  // a number is missing
    chain.push_back(all[at]);
    from = at + 1;
  }
  const bool any_strong = std::any_of(chain.begin(), chain.end(), [](const Candidate& one) { return one.strong; });
  return any_strong || chain.size() >= 3 ? chain : std::vector<Candidate>();
}

/// Paragraphs "2.1", "2.2" under headings that carry no number: the heading's number is theirs.
std::vector<Candidate> sections_by_paragraphs(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  std::vector<Candidate> found;
  int last = 0;
  for (std::size_t at = begin; at < end; ++at) {
    const auto enumerator = leading_enumerator(blocks[at].text);
    if (blocks[at].row() || !enumerator || enumerator->kind != EnumeratorKind::decimal) continue;
    const int value = std::atoi(enumerator->label.c_str());
    if (value <= last || value > last + 3) continue;
    last = value;
    const bool headed = at > begin && !blocks[at - 1].row() && blocks[at - 1].text.size() <= 120 && !ends_sentence(blocks[at - 1].text) &&
                        !blocks[at - 1].bullet && !leading_enumerator(blocks[at - 1].text);
    Candidate one{.at = headed ? at - 1 : at, .body = at};
    one.number = ItemNumber{.style = NumberStyle::section, .number = std::to_string(value), .value = value};
    if (headed) one.number.title = blocks[at - 1].text;
    found.push_back(std::move(one));
  }
  return found;
}

std::vector<Candidate> headings(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  std::vector<Candidate> found;
  for (std::size_t at = begin; at < end; ++at) {
    if (!is_heading(blocks[at]) || is_body_name(blocks[at].text) || names_a_council(blocks[at].text) || blocks[at].bullet || only_date(blocks[at].text)) continue;
    Candidate one{.at = at, .body = at + 1};
    one.number.title = blocks[at].text;
    found.push_back(std::move(one));
  }
  return found;
}

/// Headings that open a part of a report behind its numbered sections; names of signatories stand there too.
bool names_a_part(std::string_view title) {
  static constexpr std::array<std::string_view, 12> words = {"background", "appendix", "appendices", "section", "annex",    "contact",
                                                            "glossary",   "sources",  "references", "part",    "schedule", "plan"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return contains_word(title, word); });
}

/// "(Agenda item 6)" and "(Pages 3 - 10)" are no part of a title.
void tidy_title(ItemSpan& item) {
  for (const std::string_view mark : {"(agenda item", "(item", "(pages", "(page"}) {
    const std::size_t open = find_ci(item.title, mark);
    if (open == std::string::npos) continue;
    const std::size_t close = item.title.find(')', open);
    if (close == std::string::npos) continue;
    const std::string inner = std::string(trim(std::string_view(item.title).substr(open + mark.size(), close - open - mark.size())));
    if (mark.find("item") != std::string_view::npos) item.agenda_number = inner;
    item.title.erase(open, close + 1 - open);
  }
  const std::size_t list = item.title.find("; ");  // a list of names behind the title of an agenda row
  if (list != std::string::npos && list > 10) {
    item.note = std::string(trim(std::string_view(item.title).substr(list + 2)));
    item.title.erase(list);
  }
  const std::size_t colon = item.title.find(':');  // "2.0 RECOMMENDATION: That the Board …"
  if (colon != std::string::npos && begins(item.title, "recommend") && colon < 20 && colon + 8 < item.title.size()) {
    item.note = std::string(trim(std::string_view(item.title).substr(colon + 1)));
    item.title.erase(colon);
  }
  item.title = collapse_spaces(item.title);
  while (!item.title.empty() && (item.title.back() == ':' || item.title.back() == '-')) item.title.pop_back();
}

/// Rows of an agenda's table: number, title, page.
std::vector<ItemSpan> table_items(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  std::vector<ItemSpan> items;
  for (std::size_t at = begin; at < end; ++at) {
    const Block& block = blocks[at];
    if (!block.row() || block.cells.size() < 2 || block.cells[0].size() > 8) continue;
    const auto number = item_number(block.cells[0] + " X");
    if (!number || block.cells[1].empty() || number->title != "X") continue;
    ItemSpan item{.number = number->number, .title = block.cells[1], .begin = at, .body = at + 1};
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<Candidate> choose(const std::vector<Block>& blocks, std::size_t begin, std::size_t end, PaperKind kind) {
  if (kind == PaperKind::presentation) return headings(blocks, begin, end);
  const std::vector<Candidate> all = candidates_in(blocks, begin, end);
  const bool meeting = kind == PaperKind::minutes || kind == PaperKind::agenda;
  std::vector<Candidate> chosen = meeting ? numbered_items(all) : sections(blocks, all, end);
  if (chosen.empty() && !meeting) chosen = sections_by_paragraphs(blocks, begin, end);
  if (!chosen.empty() && !meeting) {  // "BACKGROUND PAPERS" behind the last section begins a new one
    for (Candidate& one : headings(blocks, chosen.back().body, end)) {
      if (is_capitals(one.number.title) && names_a_part(one.number.title)) chosen.push_back(std::move(one));
    }
  }
  if (chosen.empty()) {
    chosen = headings(blocks, begin, end);
    if (chosen.size() < 2) chosen.clear();
  }
  return chosen;
}

}  // namespace

bool is_heading(const Block& block) {
  if (block.row() || block.margin || block.text.empty() || block.text.size() > longest_title) return false;
  if (begins_decision(block.text) || ends_minutes(block.text)) return false;
  const bool closed = ends_sentence(block.text) && block.text.back() != '?' && block.text.back() != ')' && !is_capitals(block.text);
  return !closed && (block.heading > 0 || block.bold || is_capitals(block.text));
}

std::vector<ItemSpan> find_items(const std::vector<Block>& blocks, std::size_t begin, std::size_t end, PaperKind kind) {
  std::vector<ItemSpan> items = {ItemSpan{.begin = begin, .body = begin}};
  std::vector<ItemSpan> found;
  if (kind == PaperKind::agenda) found = table_items(blocks, begin, end);
  if (found.size() < 2) {
    found.clear();
    for (const Candidate& one : choose(blocks, begin, end, kind)) {
      found.push_back(ItemSpan{.number = one.number.number, .agenda_number = one.agenda_number, .title = one.number.title, .begin = one.at, .body = one.body});
    }
  }
  items.insert(items.end(), found.begin(), found.end());
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i].end = i + 1 < items.size() ? items[i + 1].begin : end;
    tidy_title(items[i]);
  }
  return items;
}

}  // namespace minutebook::indexer
