#include "query/resolve_fields.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "query/lex_characters.h"
#include "query/limits.h"
#include "query/parse_errors.h"
#include "query/resolve_dates.h"
#include "schema/analysis.h"
#include "schema/committee_kinds.h"

namespace minutebook::query {
namespace {

using schema::FieldId;
using schema::FieldType;

void add_value(std::vector<std::string>& values, std::string value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
}

bool means_unknown(std::string_view value) {
  return schema::fold_text(value) == schema::unknown_value;
}

/// All words of `part` stand in `whole`, in this order.
bool words_in_order(const std::string& part, const std::string& whole) {
  std::istringstream wanted(part);
  std::istringstream words(whole);
  for (std::string word; wanted >> word;) {
    std::string candidate;
    while (candidate != word) {
      if (!(words >> candidate)) return false;
    }
  }
  return true;
}

/// "full-council", "Full council" -> "full_council".
std::string choice_key(std::string_view text) {
  std::string key = schema::fold_text(text);
  std::replace_if(
      key.begin(), key.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  return key;
}

class FilterReader {
 public:
  FilterReader(const ParsedQuery& query, const Ast& field, const ResolveContext& context,
               std::vector<std::string>& notes)
      : query_(query), field_(field), context_(context), notes_(notes) {}

  Filter read() {
    filter_.typed = typed_text(query_, field_);
    if (is_date_field(field_)) return dates();
    filter_.field = *schema::find_field(field_.text);
    for (const std::string& value : values_of_field(query_, field_)) read_value(value);
    return filter_;
  }

 private:
  [[noreturn]] void refuse_value(const std::string& value, const std::string& what, const std::string& hint) const {
    refuse(query_.text, field_.children.front().begin, field_.text + ": " + what + " " + quoted(value), hint);
  }

  Filter dates() {
    filter_.field = FieldId::date;
    const std::optional<schema::DateRange> days = days_of_field(field_);
    if (days) filter_.range = *days;
    if (!days) filter_.values = {std::string(schema::unknown_value)};
    return filter_;
  }

  void read_value(const std::string& value) {
    switch (schema::field_of(filter_.field).type) {
      case FieldType::council:
        return council(value);
      case FieldType::committee:
        return named(value, schema::committee_key(value, {}), context_.names.committees);
      case FieldType::portfolio:
        return named(value, schema::portfolio_key(value), context_.names.portfolios);
      case FieldType::choice:
        if (filter_.field == FieldId::language) return language(value);
        return filter_.field == FieldId::kind ? paper_kind(value) : committee_kind(value);
      case FieldType::year:
        return years(value);
      case FieldType::topic:
        return topic(value);
      case FieldType::flag:
        return flag(value);
      case FieldType::exact:
        return add_value(filter_.values, value);
      case FieldType::date:
      case FieldType::scope:
      case FieldType::text:
        break;
    }
  }

  void council(const std::string& value) {
    if (means_unknown(value)) return add_value(filter_.values, std::string(schema::unknown_value));
    const std::vector<const schema::Council*> found = context_.councils.by_name(value, schema::Date{});
    if (found.empty()) {
      std::vector<std::string> names;
      for (const schema::Council& row : context_.councils.all()) names.push_back(row.nice_name);
      const std::string near = did_you_mean(near_names(value, names, max_near_names));
      refuse_value(value, "no council",
                   near.empty() ? "the registry of councils knows no such name, alias or code" : near);
    }
    std::vector<std::string> names;
    for (const schema::Council* row : found) {
      add_value(filter_.values, row->code);
      names.push_back(row->official_name);
    }
    if (names.size() > 1) notes_.push_back(filter_.typed + ": " + join_alternatives(names));
  }

  /// A value as facets give it back; else the exact key, else every key with all its words in order; else the key
  /// itself: nothing will have it, and the answer can say so.
  void named(const std::string& value, const std::string& key, const std::vector<NamedValue>& known) {
    if (means_unknown(value)) return unknown_of(known);
    if (is_value(value, known)) return add_value(filter_.values, value);
    if (key.empty()) refuse_value(value, "no name in", "write a word of the name");
    bool found = false;
    for (const bool exact : {true, false}) {
      for (const NamedValue& row : known) {
        if (exact ? row.key != key : !words_in_order(key, row.key)) continue;
        add_value(filter_.values, row.value);
        found = true;
      }
      if (found) return;
    }
    add_value(filter_.values, key);
  }

  static bool is_value(const std::string& text, const std::vector<NamedValue>& known) {
    return std::any_of(known.begin(), known.end(), [&](const NamedValue& row) { return row.value == text; });
  }

  /// "unknown" as the table has it: alone, or behind each council's code.
  void unknown_of(const std::vector<NamedValue>& known) {
    add_value(filter_.values, std::string(schema::unknown_value));
    for (const NamedValue& row : known) {
      if (row.key == schema::unknown_value) add_value(filter_.values, row.value);
    }
  }

  void paper_kind(const std::string& value) {
    if (const auto kind = schema::paper_kind_of(schema::fold_text(value)))
      return add_value(filter_.values, std::string(schema::name_of(*kind)));
    std::vector<std::string> names;
    for (int i = 0; i < schema::paper_kind_count; ++i)
      names.emplace_back(schema::name_of(static_cast<schema::PaperKind>(i)));
    refuse_value(value, "no kind of paper", "it is one of " + join_alternatives(names));
  }

  void language(const std::string& value) {
    if (means_unknown(value)) return add_value(filter_.values, std::string(schema::unknown_value));
    const std::string name = schema::fold_text(value);
    const bool english = name == "en" || name == "english" || name == "saesneg";
    const bool welsh = name == "cy" || name == "welsh" || name == "cymraeg";
    if (!english && !welsh) {
      refuse_value(value, "no language",
                   "it is en (English) or cy (Welsh); bilingual papers are in both: lang:en lang:cy");
    }
    add_value(filter_.values,
              std::string(schema::name_of(english ? schema::Language::english : schema::Language::welsh)));
  }

  void committee_kind(const std::string& value) {
    const std::vector<std::string>& kinds = schema::committee_kinds();
    const std::string key = choice_key(value);
    if (key != schema::unknown_value && std::find(kinds.begin(), kinds.end(), key) == kinds.end()) {
      refuse_value(value, "no kind of committee", "it is one of " + join_alternatives(kinds));
    }
    add_value(filter_.values, key);
  }

  void years(const std::string& value) {
    if (means_unknown(value)) return add_value(filter_.values, std::string(schema::unknown_value));
    const std::size_t dots = value.find("..");
    const std::string first = year_value(value, value.substr(0, dots));
    const std::string last = dots == std::string::npos ? first : year_value(value, value.substr(dots + 2));
    const int from = std::stoi(first);
    const int to = std::stoi(last);
    if (to < from) refuse_value(value, "no span of years in", "write the earlier year first: 2020..2022");
    if (to - from >= max_years_in_range) {
      refuse_value(value, "more than " + std::to_string(max_years_in_range) + " years in",
                   "date:" + value + " takes spans of any length");
    }
    for (int year = from; year <= to; ++year) {
      const bool municipal = filter_.field == FieldId::municipal_year;
      add_value(filter_.values, municipal ? schema::municipal_year(schema::Date{year, 5, 1}) : std::to_string(year));
    }
  }

  /// "2023" or, for municipal years, "2023/24" (also written 2023-24, 2023-2024).
  std::string year_value(const std::string& value, const std::string& text) const {
    const bool municipal = filter_.field == FieldId::municipal_year;
    const std::optional<schema::DateRange> range = schema::parse_date_range(text);
    const bool calendar_span = range && range->from && range->to && range->from->month == 1 && range->to->month == 12;
    const bool municipal_span = range && range->from && range->to &&
                                *range->from == schema::Date{range->from->year, 5, 1} &&
                                *range->to == schema::Date{range->from->year + 1, 4, 30};
    if (municipal ? !municipal_span : !calendar_span) {
      refuse_value(value, "no year in",
                   "write a calendar year (year:2023), a municipal year (year:2023/24), or a span of one of them "
                   "(year:2020..2023)");
    }
    return std::to_string(range->from->year);
  }

  void topic(const std::string& value) {
    const auto& concepts = context_.vocabulary.concepts();
    if (const auto found = context_.vocabulary.by_name(value)) return add_value(filter_.values, concepts[*found].id);
    std::vector<std::string> names;
    for (const schema::Concept& row : concepts) {
      names.push_back(row.id);
      names.push_back(row.preferred);
    }
    const std::string near = did_you_mean(near_names(value, names, max_near_names));
    refuse_value(value, "no topic",
                 near.empty() ? "the vocabulary has no such id or label; search for the words instead" : near);
  }

  void flag(const std::string& value) {
    const std::string text = schema::fold_text(value);
    if (text == "yes" || text == "true") return add_value(filter_.values, "yes");
    if (text == "no" || text == "false") return add_value(filter_.values, "no");
    refuse_value(value, "neither yes nor no:", "write " + field_.text + ":yes or " + field_.text + ":no");
  }

  const ParsedQuery& query_;
  const Ast& field_;
  const ResolveContext& context_;
  std::vector<std::string>& notes_;
  Filter filter_;
};

}  // namespace

std::string typed_text(const ParsedQuery& query, const Ast& part) {
  return single_spaced(std::string_view(query.text).substr(part.begin, part.end - part.begin));
}

std::vector<std::string> values_of_field(const ParsedQuery& query, const Ast& field) {
  const auto value_of = [&](const Ast& value) -> std::string {
    const bool words =
        value.kind == AstKind::and_ && std::all_of(value.children.begin(), value.children.end(),
                                                   [](const Ast& child) { return child.kind == AstKind::word; });
    if (value.kind == AstKind::word || (value.kind == AstKind::phrase && !value.starred)) return value.text;
    if (!words) {
      refuse(
          query.text, value.begin, field.text + ": takes names, no wildcards or operators except OR",
          "write " + field.text + ":name, " + field.text + ":\"a longer name\" or " + field.text + ":(one OR another)");
    }
    std::string text;
    for (const Ast& word : value.children) text += (text.empty() ? "" : " ") + word.text;
    return text;
  };
  const Ast& value = field.children.front();
  std::vector<std::string> values;
  if (value.kind == AstKind::or_) {
    for (const Ast& child : value.children) values.push_back(value_of(child));
  } else {
    values.push_back(value_of(value));
  }
  return values;
}

Filter resolve_filter(const ParsedQuery& query, const Ast& field, const ResolveContext& context,
                      std::vector<std::string>& notes) {
  return FilterReader(query, field, context, notes).read();
}

}  // namespace minutebook::query
