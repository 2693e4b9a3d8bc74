#include "indexer/items.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <map>
#include <optional>

#include "indexer/decisions.h"
#include "indexer/front_sheet.h"
#include "indexer/head.h"
#include "indexer/item_candidates.h"
#include "indexer/item_numbers.h"
#include "indexer/item_rows.h"
#include "indexer/item_sequence.h"
#include "indexer/loose_items.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::PaperKind;

/// The longest run of numbers that rise by one, from any beginning. One number may be missing: its heading was not
/// readable.
std::vector<Candidate> longest_run(const std::vector<Candidate>& all) {
  std::vector<Candidate> best;
  for (std::size_t start = 0; start < all.size(); ++start) {
    std::vector<Candidate> run = {all[start]};
    const std::string family = family_of(all[start].number);
    const auto later = [&](std::size_t from, int value) {
      return std::find_if(all.begin() + static_cast<std::ptrdiff_t>(from), all.end(), [&](const Candidate& one) {
        return one.number.value == value && family_of(one.number) == family;
      });
    };
    for (std::size_t i = start + 1; i < all.size();) {
      auto next = later(i, run.back().number.value + 1);
      if (next == all.end() && run.size() >= 2) next = later(i, run.back().number.value + 2);
      if (next == all.end()) break;
      run.push_back(*next);
      i = static_cast<std::size_t>(next - all.begin()) + 1;
    }
    if (run.size() > best.size()) best = std::move(run);
  }
  return best;
}

/// Minutes and agendas. Numbers may be wrong (16…21, 14): where the form of headings is plain, it decides, not the
/// sequence.
std::vector<Candidate> numbered_items(const std::vector<Candidate>& all) {
  std::vector<Candidate> marked;
  std::copy_if(all.begin(), all.end(), std::back_inserter(marked), [](const Candidate& one) { return one.marked; });
  if (marked.size() >=
      2) {  // the mark makes a heading; one without a mark (the date of the next meeting) has the form of the others
    const std::string family = family_of(marked.front().number);
    std::vector<Candidate> items;
    std::copy_if(all.begin(), all.end(), std::back_inserter(items), [&](const Candidate& one) {
      return one.marked || (one.strong && !one.lone && family_of(one.number) == family);
    });
    return items;
  }
  std::map<std::string, int> families;
  for (const Candidate& one : all) {
    if (one.strong) ++families[family_of(one.number)];
  }
  const auto common = std::max_element(families.begin(), families.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
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
  std::erase_if(all, [](const Candidate& one) {
    return one.number.style == NumberStyle::prefixed || one.number.style == NumberStyle::slashed ||
           one.number.style == NumberStyle::dotted;
  });
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
    const bool headed = at > begin && !blocks[at - 1].row() && blocks[at - 1].text.size() <= 120 &&
                        !ends_sentence(blocks[at - 1].text) && !blocks[at - 1].bullet &&
                        !leading_enumerator(blocks[at - 1].text);
    Candidate one{.at = headed ? at - 1 : at, .body = at};
    one.number = ItemNumber{.style = NumberStyle::section, .number = std::to_string(value), .value = value};
    if (headed) one.number.title = blocks[at - 1].text;
    found.push_back(std::move(one));
  }
  return found;
}

/// Headings that open a part of a report behind its numbered sections; names of signatories stand there too.
bool names_a_part(std::string_view title) {
  static constexpr std::array<std::string_view, 12> words = {"background", "appendix", "appendices", "section",
                                                             "annex",      "contact",  "glossary",   "sources",
                                                             "references", "part",     "schedule",   "plan"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return contains_word(title, word); });
}

/// "(Agenda item 6)" and "(Pages 3 - 10)" are no part of a title.
void tidy_title(ItemSpan& item) {
  for (const std::string_view mark : {"(agenda item", "[agenda item", "(item", "[item", "(pages", "[pages", "(page"}) {
    const std::size_t open = find_ci(item.title, mark);
    if (open == std::string::npos) continue;
    const std::size_t close = item.title.find(mark.front() == '(' ? ')' : ']', open);
    if (close == std::string::npos) continue;
    const std::string inner =
        std::string(trim(std::string_view(item.title).substr(open + mark.size(), close - open - mark.size())));
    if (mark.find("item") != std::string_view::npos) item.agenda_number = inner;
    item.title.erase(open, close + 1 - open);
  }
  for (const std::string_view mark :
       {" - agenda item ", " \xE2\x80\x93 agenda item "}) {  // "Apologies - Agenda Item 1"
    const std::size_t at = find_ci(item.title, mark);
    if (at == std::string::npos || item.title.size() - at - mark.size() > 4) continue;
    item.agenda_number = item.title.substr(at + mark.size());
    item.title.erase(at);
  }
  const std::size_t list = item.title.find("; ");  // a list of names behind the title of an agenda row
  if (list != std::string::npos && list > 10 && item.note.empty()) {
    item.note = std::string(trim(std::string_view(item.title).substr(list + 2)));
    item.title.erase(list);
  }
  const std::size_t colon = item.title.find(':');  // "2.0 RECOMMENDATION: That the Board …"
  if (colon != std::string::npos && begins(item.title, "recommend") && colon < 20 && colon + 8 < item.title.size() &&
      item.note.empty()) {
    item.note = std::string(trim(std::string_view(item.title).substr(colon + 1)));
    item.title.erase(colon);
  }
  item.title = collapse_spaces(item.title);
  while (!item.title.empty() && (item.title.back() == ':' || item.title.back() == '-')) item.title.pop_back();
}

/// Sections that stand above the first number of a report, on or below its front sheet.
bool names_a_section(std::string_view title) {
  static constexpr std::array<std::string_view, 17> openings = {"purpose",
                                                                "recommendation",
                                                                "recommendations",
                                                                "summary",
                                                                "executive summary",
                                                                "reason",
                                                                "reasons",
                                                                "alternative",
                                                                "options",
                                                                "implications",
                                                                "relevance",
                                                                "background",
                                                                "decision",
                                                                "proposed decision",
                                                                "benefits",
                                                                "key points",
                                                                "what"};
  return contains_word(title, "implications") || begins_word(title, "appendices") || begins_word(title, "equality") ||
         begins_word(title, "other options") ||
         std::any_of(openings.begin(), openings.end(),
                     [&](std::string_view opening) { return begins_word(title, opening); });
}

/// Unnumbered headings of known sections before the first numbered one.
std::vector<Candidate> sections_before(const std::vector<Block>& blocks, std::size_t begin, std::size_t end,
                                       PaperKind kind) {
  std::vector<Candidate> found = heading_candidates(blocks, begin, end, kind);
  std::erase_if(found, [&](const Candidate& one) {
    return !names_a_section(one.number.title) || front_sheet_label(blocks[one.at]) ||
           leading_enumerator(blocks[one.at].text);
  });
  return found;
}

std::vector<Candidate> choose(const std::vector<Block>& blocks, std::size_t begin, std::size_t end, PaperKind kind) {
  if (kind == PaperKind::presentation) return heading_candidates(blocks, begin, end, kind);
  const std::vector<Candidate> all = numbered_candidates(blocks, begin, end);
  const bool meeting = kind == PaperKind::minutes || kind == PaperKind::agenda;
  std::vector<Candidate> chosen = meeting ? numbered_items(all) : sections(blocks, all, end);
  if (meeting) {
    chosen = richer_items(without_gaps(blocks, std::move(chosen), kind), counted_paragraphs(blocks, begin, end, kind));
  }
  if (chosen.empty() && !meeting) chosen = sections_by_paragraphs(blocks, begin, end);
  if (!chosen.empty() && !meeting) {
    const std::vector<Candidate> before = sections_before(blocks, begin, chosen.front().at, kind);
    chosen.insert(chosen.begin(), before.begin(), before.end());
  }
  if (!chosen.empty() && !meeting) {  // "BACKGROUND PAPERS" behind the last section begins a new one
    for (Candidate& one : heading_candidates(blocks, chosen.back().body, end, kind)) {
      if (is_capitals(one.number.title) && names_a_part(one.number.title)) chosen.push_back(std::move(one));
    }
  }
  if (chosen.empty()) {
    chosen = heading_candidates(blocks, begin, end, kind);
    if (chosen.size() < 2) chosen.clear();
  }
  return chosen;
}

bool has_number(const ItemSpan& item) {
  return !item.number.empty();
}

}  // namespace

std::vector<ItemSpan> find_items(const std::vector<Block>& blocks, std::size_t begin, std::size_t end, PaperKind kind) {
  std::vector<ItemSpan> items = {ItemSpan{.begin = begin, .body = begin}};
  std::vector<ItemSpan> found = marked_items(blocks, begin, end);
  const bool marked = !found.empty();
  if (found.empty() && kind == PaperKind::agenda) {
    found = table_items(blocks, begin, end);
    if (found.size() < 2) found.clear();
  }
  if (found.empty() && kind == PaperKind::minutes) found = items_above_references(blocks, begin, end);
  if (found.empty()) {
    for (const Candidate& one : choose(blocks, begin, end, kind)) {
      found.push_back(ItemSpan{.number = one.number.number,
                               .agenda_number = one.agenda_number,
                               .title = one.number.title,
                               .note = one.note,
                               .begin = one.at,
                               .body = one.body});
    }
  }
  // A heading or two without numbers may be anything: a run of numbers is plainer.
  if (!marked && kind == PaperKind::minutes && std::none_of(found.begin(), found.end(), has_number)) {
    std::vector<ItemSpan> loose = loose_items(blocks, begin, end);
    if (loose.size() > found.size()) found = std::move(loose);
  }
  items.insert(items.end(), found.begin(), found.end());
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i].end = i + 1 < items.size() ? items[i + 1].begin : end;
    tidy_title(items[i]);
  }
  return items;
}

}  // namespace minutebook::indexer
