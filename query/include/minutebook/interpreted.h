// A query as it was understood, and what it might have meant, as plain data: filters, additions, corrections of
// spelling. Knows nothing of how they came about or are printed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/date.h"
#include "schema/fields.h"

namespace minutebook::query {

struct ShownFilter {
  schema::FieldId field = schema::FieldId::council;
  std::vector<std::string> values;
  std::vector<std::string> labels;  ///< one for each value
  schema::DateRange range;
  std::string typed;
};

/// One label that stood for what was typed, as papers write it.
struct ShownLabel {
  std::string label;        ///< empty: misspellings, which are searched and not shown
  std::uint64_t items = 0;  ///< items of the index that carry it
  std::uint64_t adds = 0;   ///< of them, items that carry the label as typed nowhere
  bool typed = false;       ///< it is the label as typed
  bool left_out = false;    ///< the query does not count it
  bool operator==(const ShownLabel&) const = default;
};

struct ShownExpansion {
  std::string of;
  std::vector<std::string> to;
  std::uint64_t items = 0;         ///< items of the index that carry one of the labels that count
  std::vector<ShownLabel> labels;  ///< filled on request; the typed one first, then by what they add
  bool mined = false;              ///< from definitions in papers; `items` are those without the typed words
  bool spelling = false;           ///< other spellings of the word; `items` are those without the typed one
  bool applied = true;             ///< false: papers differ about the meaning, so it was not looked for
  std::uint32_t papers = 0;        ///< mined: papers that define it so
};

/// The query as understood.
struct Interpreted {
  std::string text;
  std::vector<std::string> optional;  ///< words that were not required
  std::vector<ShownFilter> filters;
  std::vector<ShownExpansion> expansions;
  std::vector<std::string> notes;
};

struct Correction {
  std::string typed;
  std::string suggestion;
  bool operator==(const Correction&) const = default;
};

/// "Did you mean": offered, never applied.
struct Suggestion {
  std::vector<Correction> corrections;
  std::string query;        ///< the whole query, corrected
  std::uint64_t items = 0;  ///< that it would find
  bool operator==(const Suggestion&) const = default;
};

}  // namespace minutebook::query
