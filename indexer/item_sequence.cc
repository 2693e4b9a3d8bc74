#include "indexer/item_sequence.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/decisions.h"
#include "indexer/text_shapes.h"
#include "schema/date.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t looked_at = 200;      // bytes of a paragraph in which its number and its title stand
constexpr std::size_t longest_title = 200;  // of a whole paragraph; more is text
constexpr std::size_t longest_lead = 90;    // of a title that text follows at once
constexpr int most_items = 60;
const std::string counted_family = "number";

/// A paragraph with a number, and where its text begins behind it.
struct Numbered {
  std::size_t at = 0;
  std::size_t text = 0;
  ItemNumber number;
};

std::optional<Numbered> numbered_at(const std::vector<Block>& blocks, std::size_t at, const std::string& family) {
  const Block& block = blocks[at];
  if (block.row() || block.margin || block.page_blank || (block.bullet && !block.bold)) return std::nullopt;
  std::size_t cut = std::min(block.text.size(), looked_at);
  if (cut < block.text.size()) cut = block.text.substr(0, cut).find_last_of(' ');
  if (cut == std::string::npos) return std::nullopt;
  std::string head = block.text.substr(0, cut);
  while (!head.empty() && std::string_view(" ,;").find(head.back()) != std::string_view::npos) head.pop_back();
  const auto number = item_number(head);
  if (!number || family_of(*number) != family || number->title.empty() || number->value < 1) return std::nullopt;
  const std::string day = number->number + " " + number->title.substr(0, number->title.find_first_of(" .,")) + " 2020";
  if (number->style == NumberStyle::plain && !schema::find_dates(day).empty()) return std::nullopt;  // "5 July"
  const bool figures = number->number.find_first_not_of("0123456789") == std::string::npos;
  if (family == counted_family && (!figures || number->value > most_items)) return std::nullopt;
  return Numbered{at, head.size() - number->title.size(), *number};
}

/// Follows the numbers of a paper and of one list inside an item.
class Counter {
 public:
  /// `awaited`: the number that the paper's own run needs next stands once more behind this one.
  void take(const Numbered& one, bool awaited) {
    const int value = one.number.value;
    const int last = run_.empty() ? 0 : run_.back().number.value;
    const bool own = value == last + 1 && !awaited;
    if (nested_ && !own && nested_->at + 1 >= one.at &&
        (value == nested_->number.value + 1 || value == nested_->number.value + 2)) {
      nested_ = one;
      return;
    }
    nested_.reset();
    if (value == last + 1 || (value == last + 2 && run_.size() >= 2)) {
      run_.push_back(one);
    } else if (value == 1 && last == 1) {
      run_ = {one};  // what began before was no item
    } else if (value == 1) {
      nested_ = one;
    }
  }

  std::vector<Numbered> run() const { return run_; }

 private:
  std::vector<Numbered> run_;
  std::optional<Numbered> nested_;
};

bool tells(std::string_view text) {
  static constexpr std::array<std::string_view, 12> verbs = {"was",  "were", "is",     "are",  "had",  "has",
                                                             "have", "been", "agreed", "gave", "will", "would"};
  return std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) { return contains_word(text, verb); });
}

/// "Police Report. PC Holt gave …", "Planning - no report", "Apologies: A Reid": where the title ends, and how many
/// signs part it from the text; npos: nothing parts them.
std::size_t title_end(std::string_view text, std::size_t& sign) {
  for (const std::string_view mark : {". ", ": ", " - ", " \xE2\x80\x93 ", "? "}) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos || at == 0 || at > longest_lead) continue;
    const std::string_view lead = text.substr(0, at);
    const bool initial = mark == ". " && (at < 3 || text[at - 2] == ' ' || text[at - 2] == '.');
    const bool title = is_title_case(lead) || is_capitals(lead) || (word_count(lead) <= 4 && !tells(lead));
    if (initial || !title) continue;
    sign = mark.size();
    return at;
  }
  return std::string_view::npos;
}

Candidate candidate_of(const Numbered& one, const std::string& block, schema::PaperKind kind) {
  Candidate found{.at = one.at, .body = one.at + 1, .number = one.number};
  const std::string_view text = trim(std::string_view(block).substr(one.text));
  std::size_t sign = 0;
  const std::size_t end = kind == schema::PaperKind::minutes ? title_end(text, sign) : std::string_view::npos;
  const bool sentence =
      kind == schema::PaperKind::minutes && ends_sentence(text) && !text.ends_with(':') && tells(text);
  if (end != std::string_view::npos) {
    found.number.title = std::string(text.substr(0, end));
    found.note = std::string(trim(text.substr(end + sign)));
  } else if (sentence || text.size() > longest_title || begins_decision(text)) {
    found.number.title.clear();
    found.note = std::string(text);
  } else {
    found.number.title = std::string(text);
  }
  return found;
}

/// All that was found stands inside one of the counted items: a list of its own.
bool inside_one(const std::vector<Candidate>& found, const std::vector<Candidate>& counted) {
  if (found.empty() || counted.empty() || found.front().at <= counted.front().at) return false;
  const auto next =
      std::find_if(counted.begin(), counted.end(), [&](const Candidate& one) { return one.at >= found.front().at; });
  return next != counted.end() && found.back().at < next->at;
}

}  // namespace

std::vector<Candidate> counted_paragraphs(const std::vector<Block>& blocks, std::size_t begin, std::size_t end,
                                          schema::PaperKind kind) {
  std::vector<Numbered> all;
  for (std::size_t at = begin; at < end; ++at) {
    if (auto one = numbered_at(blocks, at, counted_family)) all.push_back(std::move(*one));
  }
  Counter counter;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool awaited = std::any_of(all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end(),
                                     [&](const Numbered& later) { return later.number.value == all[i].number.value; });
    counter.take(all[i], awaited);
  }
  std::vector<Candidate> found;
  for (const Numbered& one : counter.run()) found.push_back(candidate_of(one, blocks[one.at].text, kind));
  if (found.size() < 3) found.clear();
  return found;
}

std::vector<Candidate> without_gaps(const std::vector<Block>& blocks, std::vector<Candidate> found,
                                    schema::PaperKind kind) {
  std::vector<Candidate> whole;
  for (Candidate& one : found) {
    const bool gap = !whole.empty() && one.number.value >= whole.back().number.value + 2 && !one.marked &&
                     family_of(one.number) == family_of(whole.back().number);
    for (std::size_t at = gap ? whole.back().body : one.at; at < one.at; ++at) {
      const auto missed = numbered_at(blocks, at, family_of(one.number));
      if (!missed || missed->number.value != whole.back().number.value + 1 || missed->number.value >= one.number.value)
        continue;
      whole.push_back(candidate_of(*missed, blocks[at].text, kind));
    }
    whole.push_back(std::move(one));
  }
  return whole;
}

std::vector<Candidate> richer_items(std::vector<Candidate> found, std::vector<Candidate> counted) {
  const auto missing = std::count_if(found.begin(), found.end(), [&](const Candidate& one) {
    return one.marked ||
           std::none_of(counted.begin(), counted.end(), [&](const Candidate& other) { return other.at == one.at; });
  });
  if (inside_one(found, counted)) return counted;
  const bool plain =
      std::none_of(found.begin(), found.end(), [](const Candidate& one) { return one.strong || one.marked; });
  if (plain && !counted.empty() && (found.empty() || counted.front().at <= found.front().at)) return counted;
  const auto strong = std::count_if(found.begin(), found.end(), [](const Candidate& one) { return one.strong; });
  const bool stray = missing <= 1 && static_cast<std::size_t>(missing) * 4 <= counted.size();
  const bool more = counted.size() > found.size() && static_cast<std::size_t>(strong) * 2 <= counted.size();
  return stray && more ? counted : found;
}

}  // namespace minutebook::indexer
