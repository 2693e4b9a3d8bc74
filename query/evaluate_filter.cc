#include "query/evaluate_filter.h"

#include <algorithm>
#include <bit>

#include "schema/analysis.h"
#include "schema/error.h"
#include "schema/index_terms.h"

namespace minutebook::query {

namespace {

using schema::FieldId;

constexpr std::uint32_t last_packed_date = 99991231;

bool is_unknown(const std::string& value) {
  return value == schema::unknown_value;
}

void set_range(CompiledFilter& made, const schema::DateRange& range) {
  made.dated = range.from || range.to;
  made.from = range.from ? range.from->packed() : 1;
  made.to = range.to ? range.to->packed() : last_packed_date;
}

void accept_values(const OpenIndex::Parts& index, const Filter& filter, CompiledFilter& made) {
  const ValueTable& table = index.values[column_of(filter.field)];
  made.accepted.assign(table.values.size(), false);
  for (const std::string& value : filter.values) {
    const auto found = table.by_value.find(value);
    if (found != table.by_value.end()) made.accepted[found->second] = true;
  }
}

bool read_flag(const Filter& filter) {
  for (const std::string& value : filter.values) {
    const std::string folded = schema::fold_text(value);
    if (folded == "yes" || folded == "true") return true;
    if (folded == "no" || folded == "false") return false;
  }
  throw schema::Error(schema::ErrorCode::usage, "exempt: takes yes or no", "for example exempt:no");
}

bool in_range(const CompiledFilter& filter, std::uint32_t date) {
  return filter.dated && date >= filter.from && date <= filter.to && date != 0;
}

bool accepts_portfolio(const CompiledFilter& filter, const OpenShard& shard, const PaperColumns& paper) {
  if (filter.accepted[paper.values[column_of(FieldId::portfolio)]]) return true;
  for (std::uint32_t i = 0; i < paper.more_portfolios; ++i) {
    if (filter.accepted[shard.portfolios[paper.portfolios_at + i]]) return true;
  }
  return false;
}

}  // namespace

CompiledFilter compile_filter(const OpenIndex::Parts& index, const Filter& filter) {
  CompiledFilter made;
  made.field = filter.field;
  const schema::Field& field = schema::field_of(filter.field);
  switch (filter.field) {
    case FieldId::council:
    case FieldId::committee:
    case FieldId::committee_kind:
    case FieldId::kind:
    case FieldId::portfolio:
    case FieldId::language:
      accept_values(index, filter, made);
      return made;
    case FieldId::year:
    case FieldId::municipal_year:
      accept_values(index, filter, made);
      set_range(made, filter.range);
      return made;
    case FieldId::date:
      set_range(made, filter.range);
      made.undated_too = std::any_of(filter.values.begin(), filter.values.end(), is_unknown);
      return made;
    case FieldId::topic:
      made.item_level = true;
      for (const std::string& value : filter.values) made.terms.push_back(schema::value_term(FieldId::topic, value));
      return made;
    case FieldId::number:
      made.item_level = true;
      for (const std::string& value : filter.values) made.terms.push_back(schema::number_term(value));
      return made;
    case FieldId::exempt:
      made.exempt = read_flag(filter);
      return made;
    case FieldId::source:
      made.papers = papers_at(index, filter.values);
      return made;
    case FieldId::in:
    case FieldId::by:
    case FieldId::who:
    case FieldId::title:
      break;
  }
  throw schema::Error(schema::ErrorCode::usage, std::string(field.name) + ": needs words to look for",
                      "for example " + std::string(field.example));
}

bool passes(const CompiledFilter& filter, const OpenShard& shard, const PaperColumns& paper) {
  switch (filter.field) {
    case FieldId::council:
    case FieldId::committee:
    case FieldId::committee_kind:
    case FieldId::kind:
      return filter.accepted[paper.values[column_of(filter.field)]];
    case FieldId::portfolio:
      return accepts_portfolio(filter, shard, paper);
    case FieldId::language:
      return filter.accepted[paper.values[column_of(FieldId::language)]] ||
             (paper.second_language != 0 && filter.accepted[paper.second_language]);
    case FieldId::year:
    case FieldId::municipal_year:
      return filter.accepted[paper.values[column_of(filter.field)]] || in_range(filter, paper.date);
    case FieldId::date:
      return in_range(filter, paper.date) || (filter.undated_too && paper.date == 0);
    case FieldId::exempt:
      return paper.exempt == filter.exempt;
    case FieldId::source:
      return filter.papers.at(&shard)[static_cast<std::size_t>(&paper - shard.papers.data())];
    case FieldId::topic:
    case FieldId::number:
    case FieldId::in:
    case FieldId::by:
    case FieldId::who:
    case FieldId::title:
      break;
  }
  return true;
}

void filter_items(const CompiledFilter& filter, OpenShard& shard, Bitmap& items) {
  items.reset(shard.shard->item_count());
  if (filter.item_level) {
    for (const std::string& term : filter.terms) shard.postings.read(term, items, nullptr);
    return;
  }
  for (const PaperColumns& paper : shard.papers) {
    if (passes(filter, shard, paper)) items.set_range(paper.first_item, paper.first_item + paper.items);
  }
}

std::vector<Bitmap> sets_of(const OpenIndex::Parts& index, std::span<const Filter* const> filters, OpenShard& shard) {
  std::vector<Bitmap> sets(filters.size());
  for (std::size_t i = 0; i < filters.size(); ++i) {
    if (filters[i] == nullptr) {
      sets[i].reset(shard.shard->item_count());
    } else {
      filter_items(compile_filter(index, *filters[i]), shard, sets[i]);
    }
  }
  return sets;
}

TopFilters::TopFilters(const OpenIndex::Parts& index, std::span<const Filter> filters) {
  for (const Filter& filter : filters) filters_.push_back(compile_filter(index, filter));
}

void TopFilters::failed_fields(const OpenShard& shard, std::vector<FieldBits>& failed) const {
  failed.assign(shard.papers.size(), 0);
  for (const CompiledFilter& filter : filters_) {
    if (filter.item_level) continue;
    for (std::size_t i = 0; i < shard.papers.size(); ++i) {
      if (!passes(filter, shard, shard.papers[i])) failed[i] = failed[i] | field_bit(filter.field);
    }
  }
}

void TopFilters::apply_item_filters(OpenShard& shard, Bitmap& items, const FieldId* except) const {
  Bitmap allowed;
  for (const CompiledFilter& filter : filters_) {
    if (!filter.item_level || (except != nullptr && filter.field == *except)) continue;
    filter_items(filter, shard, allowed);
    items &= allowed;
  }
}

bool TopFilters::any_on(FieldId field) const {
  return std::any_of(filters_.begin(), filters_.end(),
                     [field](const CompiledFilter& filter) { return filter.field == field; });
}

void keep_papers(const OpenShard& shard, std::span<const FieldBits> failed, bool one_allowed, Bitmap& items) {
  for (std::size_t i = 0; i < shard.papers.size(); ++i) {
    const bool kept = failed[i] == 0 || (one_allowed && std::has_single_bit(failed[i]));
    const PaperColumns& paper = shard.papers[i];
    if (!kept) items.clear_range(paper.first_item, paper.first_item + paper.items);
  }
}

}  // namespace minutebook::query
