// The terms of an index, put together in one place: the indexer writes them, queries look for them.
// Knows nothing of Xapian, which only limits their length. Prefixes: schema/fields.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/fields.h"

namespace minutebook::schema {

/// A word in any of its forms, anywhere in the item.
std::string stem_term(std::string_view stem);
/// A word of a Welsh passage, by its folded form.
std::string unstemmed_term(std::string_view folded);
/// A word in the item's title; `term`: stem_term() or unstemmed_term() of it.
std::string title_term(std::string_view term);
/// Two stems side by side in a passage, so that phrases are found fast. All pairs of stems share `stem_pairs` terms: an
/// item with the term may hold another pair. A pair's number is made of the numbers of its stems (of unstemmed words:
/// of their terms).
inline constexpr std::uint32_t stem_pairs = 1U << 15;
std::uint32_t stem_number(std::string_view stem);
std::uint32_t pair_number(std::uint32_t first_stem, std::uint32_t second_stem);
std::string pair_term(std::uint32_t pair);
/// An acronym by its capitals.
std::string acronym_term(std::string_view capitals);
/// A span of the concept, or of a narrower one, stands in the item.
std::string concept_term(std::string_view concept_id);
/// A folded word that stands where people are named.
std::string person_term(std::string_view folded);
/// An item's number, in any case.
std::string number_term(std::string_view number);
/// A value of a field with a prefix: council code, committee, kind, topic id, passage kind, date as yyyymmdd, year,
/// "2023/24" …
std::string value_term(FieldId field, std::string_view value);
/// A month of meetings as yyyymm, or unknown_value.
std::string month_term(std::string_view month);
std::string item_id_term(std::string_view item_id);
std::string paper_id_term(std::string_view paper_id);

/// Value of the committee facet: council code (or unknown_value) + "/" + committee key; unknown_value without a
/// committee.
std::string committee_value(std::string_view council, std::string_view committee_key);

}  // namespace minutebook::schema
