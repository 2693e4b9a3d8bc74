#include "query/resolve_dates.h"

#include <algorithm>
#include <utility>

#include "query/parse_errors.h"
#include "schema/analysis.h"
#include "schema/fields.h"

namespace minutebook::query {
namespace {

constexpr const char* accepted_dates =
    "write a year (2020), a month (2020-05 or \"May 2020\"), a day (2020-05-01, 23/03/2020 or \"8 January 2024\") or a "
    "municipal year "
    "(2023/24) or a quarter (\"Q1 2023/24\"); date: takes spans too (2020..2023)";

std::string_view date_name() {
  return schema::field_of(schema::FieldId::date).name;
}
std::string_view municipal_name() {
  return schema::field_of(schema::FieldId::municipal_year).name;
}

Ast make_field(std::string_view name, std::string value, const Ast& place) {
  Ast field;
  field.kind = AstKind::field;
  field.text = name;
  field.begin = place.begin;
  field.end = place.end;
  Ast word;
  word.kind = AstKind::word;
  word.text = std::move(value);
  word.begin = place.begin;
  word.end = place.end;
  field.children.push_back(std::move(word));
  return field;
}

Ast field_of_range(const schema::DateRange& range, const Ast& place) {
  const std::string from = range.from ? schema::iso_date(*range.from) : std::string();
  const std::string to = range.to ? schema::iso_date(*range.to) : std::string();
  if (!range.to) return make_field("since", from, place);
  if (!range.from) return make_field("until", to, place);
  return make_field(date_name(), from == to ? from : from + ".." + to, place);
}

bool is_plain_year(std::string_view text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

class DateRewriter {
 public:
  DateRewriter(const ParsedQuery& query, const schema::Date& today) : query_(query), today_(today) {}

  Ast rewrite(const Ast& ast) const {
    switch (ast.kind) {
      case AstKind::word:
        return together(ast, {&ast, 1});
      case AstKind::and_:
        return together(ast, ast.children);
      case AstKind::or_:
      case AstKind::not_: {
        Ast copy = ast;
        for (Ast& child : copy.children) child = rewrite(child);
        return copy;
      }
      case AstKind::field:
        return field(ast);
      case AstKind::exact:
      case AstKind::prefix:
      case AstKind::phrase:
      case AstKind::near:
      case AstKind::para:
      case AstKind::item:
      case AstKind::paper:
        break;
    }
    return ast;
  }

 private:
  /// Operands of one group: dates are looked for in each run of words.
  Ast together(const Ast& group, std::span<const Ast> operands) const {
    std::vector<Ast> rewritten;
    for (std::size_t at = 0; at < operands.size();) {
      std::size_t end = at;
      while (end < operands.size() && operands[end].kind == AstKind::word) ++end;
      if (end > at) {
        append_run(operands.subspan(at, end - at), rewritten);
        at = end;
      } else {
        rewritten.push_back(rewrite(operands[at++]));
      }
    }
    if (rewritten.size() == 1) return std::move(rewritten.front());
    Ast copy = group;
    copy.kind = AstKind::and_;
    copy.children = std::move(rewritten);
    return copy;
  }

  void append_run(std::span<const Ast> words, std::vector<Ast>& rewritten) const {
    std::vector<std::string> texts;
    for (const Ast& word : words) texts.push_back(word.text);
    std::size_t at = 0;
    for (const NaturalDate& date : find_natural_dates(texts, today_)) {
      if (date.alone) continue;
      for (; at < date.first; ++at) rewritten.push_back(words[at]);
      at = date.first + date.count;
      rewritten.push_back(field_of_range(date.range, place_of(words[date.first], words[at - 1])));
    }
    for (; at < words.size(); ++at) rewritten.push_back(words[at]);
  }

  /// From the first word to the last, without its closing punctuation ("since 2020?").
  Ast place_of(const Ast& first, const Ast& last) const {
    Ast place;
    place.begin = first.begin;
    place.end = last.end;
    while (place.end > last.begin + 1 &&
           std::string_view(".,;:?!").find(query_.text[place.end - 1]) != std::string_view::npos)
      --place.end;
    return place;
  }

  Ast field(const Ast& ast) const {
    if (is_date_field(ast)) return date_field(ast, ast.children.front());
    if (ast.text == municipal_name()) return year_field(ast, ast.children.front());
    return ast;
  }

  /// date:(2020 OR 2022) becomes date:… OR date:….
  Ast date_field(const Ast& ast, const Ast& value) const {
    if (value.kind == AstKind::or_) {
      Ast copy = value;
      for (Ast& child : copy.children) child = date_field(ast, child);
      return copy;
    }
    const Ast& place = value.begin == ast.children.front().begin ? ast : value;
    const std::string text = text_of(value);
    if (ast.text == date_name() && schema::fold_text(text) == schema::unknown_value) {
      return make_field(date_name(), std::string(schema::unknown_value), place);
    }
    const std::optional<schema::DateRange> range = schema::parse_date_range(text);
    const std::optional<DateRelation> relation = find_date_field(ast.text);
    const bool one_period = text.find("..") == std::string::npos;
    if (!range || (relation && !one_period))
      refuse(query_.text, value.begin, ast.text + ": " + quoted(text) + " is not a date", accepted_dates);
    return field_of_range(relation ? related_range(*relation, *range) : *range, place);
  }

  /// A word, a phrase, or words in parentheses.
  std::string text_of(const Ast& value) const {
    if (value.kind == AstKind::word || (value.kind == AstKind::phrase && !value.starred)) return value.text;
    const bool words =
        value.kind == AstKind::and_ && std::all_of(value.children.begin(), value.children.end(),
                                                   [](const Ast& child) { return child.kind == AstKind::word; });
    if (!words)
      refuse(query_.text, value.begin, "no date but an expression as the value of a date field", accepted_dates);
    std::string text;
    for (const Ast& child : value.children) text += (text.empty() ? "" : " ") + child.text;
    return text;
  }

  /// year:2023 is the calendar year, year:2023/24 the municipal one (schema/fields.h); the name says which.
  static Ast year_field(const Ast& ast, const Ast& value) {
    const auto calendar = [](const Ast& year) {
      const std::string_view text = year.text;
      return is_plain_year(text) || (text.size() == 10 && is_plain_year(text.substr(0, 4)) &&
                                     text.substr(4, 2) == ".." && is_plain_year(text.substr(6)));
    };
    Ast copy = ast;
    const bool all_calendar = value.kind == AstKind::or_
                                  ? std::all_of(value.children.begin(), value.children.end(), calendar)
                                  : calendar(value);
    if (all_calendar) {
      copy.text = schema::field_of(schema::FieldId::year).name;
    } else if (value.kind == AstKind::or_ && std::any_of(value.children.begin(), value.children.end(), calendar)) {
      copy = value;
      for (Ast& child : copy.children) {
        Ast single = ast;
        single.children = {child};
        child = year_field(single, child);
      }
    }
    return copy;
  }

  const ParsedQuery& query_;
  schema::Date today_;
};

}  // namespace

bool is_date_field(const Ast& ast) {
  return ast.kind == AstKind::field && (ast.text == date_name() || find_date_field(ast.text));
}

std::optional<schema::DateRange> days_of_field(const Ast& field) {
  const std::optional<schema::DateRange> range = schema::parse_date_range(field.children.front().text);
  if (!range) return std::nullopt;
  const std::optional<DateRelation> relation = find_date_field(field.text);
  return relation ? related_range(*relation, *range) : *range;
}

Ast rewrite_dates(const ParsedQuery& query, const schema::Date& today) {
  return DateRewriter(query, today).rewrite(query.root);
}

}  // namespace minutebook::query
