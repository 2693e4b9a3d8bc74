// The one table of fields: names, aliases, term prefixes, types, what each is good for.
// Indexer, query compiler, help, README, JSON and the server's description loop over it; a fact about a field is
// written only here.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace minutebook::schema {

// Numbers are on disk (value dictionaries of shards): append only.
enum class FieldId : std::uint8_t {
  council = 0,
  committee = 1,
  committee_kind = 2,
  kind = 3,
  date = 4,
  year = 5,
  municipal_year = 6,
  portfolio = 7,
  topic = 8,
  in = 9,
  by = 10,
  who = 11,
  title = 12,
  number = 13,
  exempt = 14,
  source = 15,
  language = 16
};

enum class FieldType : std::uint8_t {
  council,    ///< resolved by the registry: name, alias, code
  committee,  ///< resolved against the committees of the index: name or key
  choice,     ///< one of a fixed list
  date,       ///< a day, month, year or range
  year,       ///< calendar or municipal year
  portfolio,  ///< resolved against the portfolios of the index
  topic,      ///< concept of the vocabulary: id or label
  scope,      ///< restricts where the text words are looked for
  text,       ///< words looked for in that part only
  exact,      ///< compared as it stands
  flag        ///< yes or no
};

struct Field {
  FieldId id;
  std::string_view name;    ///< in queries, JSON, facets
  std::string_view alias;   ///< second name in queries; may be empty
  std::string_view prefix;  ///< of its Xapian terms; empty: decided on the paper table or the stored record
  FieldType type;
  bool facet;
  bool sortable;
  bool multi_valued;
  std::string_view description;
  std::string_view example;
};

inline constexpr std::array<Field, 17> fields = {{
    {FieldId::council, "council", "", "XC", FieldType::council, true, false, false,
     "the council, by name, alias or code", "council:\"North Vale\""},
    {FieldId::committee, "committee", "cttee", "XG", FieldType::committee, true, false, false,
     "the committee, by name in any spelling", "committee:\"Children's Scrutiny\""},
    {FieldId::committee_kind, "committee-kind", "body", "XK", FieldType::choice, true, false, false,
     "scrutiny, cabinet, full_council, planning …", "committee-kind:scrutiny"},
    {FieldId::kind, "kind", "type", "XD", FieldType::choice, true, false, false,
     "the kind of paper: agenda, minutes, report, decision, appendix, work-programme, forward-plan, presentation, "
     "other",
     "kind:minutes"},
    {FieldId::date, "date", "on", "D", FieldType::date, false, true, false,
     "the date of the meeting: day, month, year or range", "date:2020..2023"},
    {FieldId::year, "calendar-year", "", "Y", FieldType::year, true, false, false, "the calendar year of the meeting",
     "calendar-year:2023"},
    {FieldId::municipal_year, "municipal-year", "year", "XY", FieldType::year, true, false, false,
     "the municipal year, from 1 May (a plain year means the calendar year)", "year:2023/24"},
    {FieldId::portfolio, "portfolio", "", "XP", FieldType::portfolio, true, false, true, "the cabinet portfolio",
     "portfolio:\"Children and Families\""},
    {FieldId::topic, "topic", "", "XT", FieldType::topic, true, false, true,
     "a topic of the vocabulary, narrower topics included", "topic:send"},
    {FieldId::in, "in", "", "XS", FieldType::scope, false, false, true,
     "where the words stand: resolution, recommendation, action, question, title, attendance, declaration, table-row, "
     "text",
     "in:resolution helpline"},
    {FieldId::by, "by", "", "", FieldType::choice, false, false, false,
     "who recommends: committee (its resolutions) or officer (a report's recommendations)",
     "in:recommendation by:committee"},
    {FieldId::who, "who", "person", "XW", FieldType::text, false, false, true, "a person present or named",
     "who:Okafor"},
    {FieldId::title, "title", "", "S", FieldType::text, false, false, false, "words of the item's title",
     "title:transport"},
    {FieldId::number, "number", "minute", "XR", FieldType::exact, false, false, false, "the item or minute number",
     "number:CYP15"},
    {FieldId::exempt, "exempt", "", "", FieldType::flag, false, false, false,
     "exempt items (only in an index that holds them)", "exempt:no"},
    {FieldId::source, "source", "file", "", FieldType::exact, false, false, false,
     "the path of the source or of a copy of it, or its end", "source:minutes.md"},
    {FieldId::language, "lang", "language", "XL", FieldType::choice, true, false, true,
     "the language the paper is written in: en (English) or cy (Welsh); a bilingual paper has both", "lang:cy"},
}};

// Prefixes of terms that are not fields a user names.
inline constexpr std::string_view item_id_prefix = "Q";
inline constexpr std::string_view paper_id_prefix = "XI";
inline constexpr std::string_view concept_prefix =
    "XN";  ///< a span of the concept or of a narrower one stands in the item
inline constexpr std::string_view acronym_prefix = "XA";     ///< capitals kept
inline constexpr std::string_view pair_prefix = "XB";        ///< two stems side by side
inline constexpr std::string_view unstemmed_prefix = "XU";   ///< a word of a Welsh passage
inline constexpr std::string_view month_prefix = "M";        ///< yyyymm of the meeting
inline constexpr std::string_view label_prefix = "XO";       ///< one label of a concept
inline constexpr std::string_view meaning_prefix = "XE";     ///< an acronym and the long form that the item gives it
inline constexpr std::string_view long_form_prefix = "XF";   ///< the same, to be looked up by the long form
inline constexpr std::string_view hyphenated_prefix = "XJ";  ///< a word written with hyphens: joined, and its parts

/// The value of a facet for papers that do not state it.
inline constexpr std::string_view unknown_value = "unknown";

namespace detail {
constexpr bool table_is_sound() {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (static_cast<std::size_t>(fields[i].id) != i || fields[i].name.empty() || fields[i].description.empty())
      return false;
    for (std::size_t j = 0; j < i; ++j) {
      const Field& a = fields[i];
      const Field& b = fields[j];
      if (a.name == b.name || a.name == b.alias || (!a.alias.empty() && (a.alias == b.alias || a.alias == b.name)))
        return false;
      if (!a.prefix.empty() && a.prefix == b.prefix) return false;
    }
  }
  return true;
}
}  // namespace detail
static_assert(detail::table_is_sound(), "fields: ids in order, names, aliases and prefixes unique");

constexpr const Field& field_of(FieldId id) {
  return fields[static_cast<std::size_t>(id)];
}

/// By name or alias; nullopt: no such field.
constexpr std::optional<FieldId> find_field(std::string_view name) {
  for (const Field& field : fields) {
    if (field.name == name || (!field.alias.empty() && field.alias == name)) return field.id;
  }
  return std::nullopt;
}

}  // namespace minutebook::schema
