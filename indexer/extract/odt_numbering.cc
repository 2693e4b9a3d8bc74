#include "indexer/extract/odt_numbering.h"

#include <algorithm>
#include <charconv>

namespace minutebook::indexer {
namespace {

constexpr int largest_number = 1'000'000;

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return std::nullopt;
  return std::min(number, largest_number);
}

}  // namespace

void OdtNumbering::begin_list(const XmlAttributes& attributes) {
  Open list{.style = std::string(attributes.get("text:style-name")), .id = std::string(attributes.get("xml:id"))};
  if (list.style.empty() && !open_.empty()) list.style = open_.back().style;
  if (open_.empty()) {
    const auto continued = by_id_.find(std::string(attributes.get("text:continue-list")));
    if (continued != by_id_.end()) {
      list.counts = continued->second;
    } else if (attributes.get("text:continue-numbering") == "true") {
      list.counts = by_style_[list.style];
    }
  }
  open_.push_back(std::move(list));
}

void OdtNumbering::end_list() {
  if (open_.empty()) return;
  const Open done = std::move(open_.back());
  open_.pop_back();
  if (!open_.empty()) return;
  by_style_[done.style] = done.counts;
  if (!done.id.empty()) by_id_[done.id] = done.counts;
}

void OdtNumbering::begin_item(const XmlAttributes& attributes) {
  if (open_.empty()) return;
  open_.back().label_due = true;
  open_.back().set_value = number_in(attributes.get("text:start-value"));
}

void OdtNumbering::begin_unnumbered() {
  if (!open_.empty()) open_.back().label_due = false;
}

void OdtNumbering::end_item() {
  if (!open_.empty()) open_.back().label_due = false;
}

void OdtNumbering::count(const OdtList& list, Counts& counts, std::size_t level, std::optional<int> value) {
  for (std::size_t above = 0; above < level; ++above) {
    if (!counts[above]) counts[above] = list[above].start;
  }
  const int next = counts[level] ? std::min(*counts[level] + 1, largest_number) : list[level].start;
  counts[level] = value.value_or(next);
  std::fill(counts.begin() + static_cast<std::ptrdiff_t>(level) + 1, counts.end(), std::nullopt);
}

ListLabel OdtNumbering::print(const OdtList& list, const Counts& counts, std::size_t level) {
  const OdtListLevel& own = list[level];
  if (own.style == ListNumbering::bullet) return {true, {}};
  if (own.style == ListNumbering::none) return {};
  const auto number = [&](std::size_t at) { return print_number(counts[at].value_or(list[at].start), list[at].style); };
  if (own.format.empty()) {
    const std::size_t shown = std::min(static_cast<std::size_t>(own.shown_levels), level + 1);
    std::string text;
    for (std::size_t at = level + 1 - shown; at <= level; ++at) {
      const std::string one = number(at);
      if (!text.empty() && !one.empty()) text += '.';
      text += one;
    }
    return {false, own.prefix + text + own.suffix};
  }
  std::string text;
  for (std::size_t i = 0; i < own.format.size(); ++i) {
    const std::size_t close = own.format[i] == '%' ? own.format.find('%', i + 1) : std::string::npos;
    const auto place = close == std::string::npos
                           ? std::nullopt
                           : number_in(std::string_view(own.format).substr(i + 1, close - i - 1));
    if (!place || *place < 1 || static_cast<std::size_t>(*place) > level + 1) {
      text += own.format[i];
      continue;
    }
    text += number(static_cast<std::size_t>(*place) - 1);
    i = close;
  }
  return {false, text};
}

ListLabel OdtNumbering::take_label() {
  if (open_.empty() || !open_.back().label_due) return {};
  Open& innermost = open_.back();
  innermost.label_due = false;
  const OdtList* const list = styles_.list(innermost.style);
  if (list == nullptr) return {true, {}};
  const std::size_t level = std::min(open_.size(), odt_list_levels) - 1;
  Counts& counts = open_.front().counts;
  count(*list, counts, level, innermost.set_value);
  return print(*list, counts, level);
}

ListLabel OdtNumbering::heading_label(int rank) {
  const std::size_t level = std::min(static_cast<std::size_t>(std::max(rank, 1)), odt_list_levels) - 1;
  count(styles_.outline(), outline_counts_, level, std::nullopt);
  return print(styles_.outline(), outline_counts_, level);
}

}  // namespace minutebook::indexer
